/** Words that names in bills are made of, and what Koreans call them. */
const WORDS: readonly (readonly [latin: string, hangul: RegExp])[] = [
  ['anthropic', /[앤안]트로픽|엔트로픽/g],
  ['openai', /오픈\s?(?:에이아이|ai)/gi],
  ['google', /구글/g],
  ['deepseek', /딥시크/g],
  ['mistral', /미스트랄/g],
  ['claude', /클로드/g],
  ['gemini', /제미나이|제미니/g],
  ['gpt', /지피티/g],
  ['haiku', /하이쿠/g],
  ['sonnet', /소네트|소넷/g],
  ['opus', /오퍼스|오푸스/g],
  ['flash', /플래시|플래쉬/g],
  ['luna', /루나/g],
  ['research', /리서치|연구/g],
  ['marketing', /마케팅/g],
  ['support', /서포트|고객\s?지원|지원/g],
  ['search', /서치|검색/g],
  ['legal', /리걸|법무/g],
  ['sales', /세일즈|영업/g],
  ['finance', /파이낸스|재무/g],
  ['engineering', /엔지니어링|개발/g],
  ['platform', /플랫폼/g],
  ['product', /프로덕트|제품/g],
  ['design', /디자인/g],
  ['data', /데이터/g],
  ['coding', /코딩/g],
  ['agent', /에이전트/g],
  ['contract', /계약서?/g],
  ['review', /검토|리뷰/g],
  ['ticket', /티켓|문의/g],
  ['triage', /분류|트리아지/g],
  ['reply', /답변|답장|회신/g],
  ['drafts', /초안/g],
  ['query', /쿼리|질의/g],
  ['tagging', /태깅/g],
  ['copy', /카피/g],
  ['chat', /채팅|챗/g],
  ['translation', /번역/g],
  ['summary', /요약/g],
]

/** A text with the Korean words for names in bills as those names spell them. */
export function spelledInLatin(text: string): string {
  if (!/\p{Script=Hangul}/u.test(text)) return text
  return WORDS.reduce((s, [latin, hangul]) => s.replace(hangul, ` ${latin} `), text)
}
