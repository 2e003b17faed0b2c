import { LONGEST_QUESTION } from '../../language/longest-question.ts'

/** What a step of a question can be about; two of one kind are one step. */
const TOPICS: readonly (readonly [string, RegExp])[] = [
  [
    'spend',
    /\b(?:our|my team['’]?s?) (?:own )?(?:spend(?:ing)?|bills?|invoices?)\b|우리[^.?!]{0,12}(?:지출|청구)/i,
  ],
  [
    'curve',
    /\blearning curve\b|\bmore (?:labels|labelled|examples|annotations)\b|학습 ?곡선|라벨을? ?더/i,
  ],
  ['law', /\blaws?\b|\blegal(?:ly)?\b|\bregulat\w+|\bgdpr\b|\bai act\b|법(?!칙|인)|규제|규정/i],
  [
    'footprint',
    /\bco2e?\b|\bcarbon\b|\bemissions?\b|\bfootprint\b|\bwater\b|\benergy\b|\belectricity\b|탄소|배출|전력|에너지|물 ?사용/i,
  ],
  [
    'evidence',
    /\bstud(?:y|ies)\b|\bpapers?\b|\bresearch(?:ers)?\b|\bliterature\b|\bevidence\b|논문|연구|문헌|근거/i,
  ],
  [
    'hosting',
    /\bself[- ]?host\w*|\bon[- ]?prem\w*|\bour own (?:gpus?|servers?|hardware)\b|자체 ?(?:호스팅|서버)|온프레미스/i,
  ],
  [
    'choice',
    /\bcompar\w+|\bwhich (?:model|option|one)\b|\b(?:pick|choose|recommend)\b|\b(?:bigger|smaller|larger|cheapest|cheaper|best) (?:model|option|one)\b|\bcosts?\b|\bprices?\b|비교|고르|골라|추천|어떤 모델|어느 모델|큰 모델|작은 모델|비용|가격|요금/i,
  ],
]

const ASK_WORD =
  'what|how|which|who|whether|compare|tell|show|say|calculate|estimate|check|find|give|list|explain|work out|look up|fit|pick'
/** Words that put one more thing to do behind another. */
const NEXT = new RegExp(
  [
    String.raw`[,;:]?\s*\b(?:and\s+)?(?:then|afterwards|after that|finally|next)\b`,
    String.raw`[,;]?\s*\b(?:and also|plus|as well as|in addition)\b`,
    String.raw`[,;]?\s+and\s+(?=(?:${ASK_WORD})\b)`,
    String.raw`[,;]\s+(?=(?:${ASK_WORD})\b)`,
    String.raw`[,;]?\s*(?:그리고|그\s?다음(?:에|으로)?|그런\s?다음|다음으로|이어서|마지막으로|아울러|추가로)`,
    String.raw`(?<=[하주보해]고|[은는도]),?\s+`,
  ].join('|'),
  'gi',
)
const ASKS = new RegExp(
  String.raw`[?？]$|^(?:please |can you |could you |first,? |now,? )*(?:${ASK_WORD})\b|(?:줘|주세요|달라|주십시오|까요?|나요?|해)[.!]?$|얼마|무엇|어떻게`,
  'i',
)

/**
 * Whether a text asks for two or more different things one after the other ("compare these, then the
 * carbon, and what the law says"). Strict: each must be a step of its own and of another kind, so that
 * a question about one thing with many words is not taken for several.
 */
export function hasSeveralSteps(text: string): boolean {
  const steps = text
    .normalize('NFKC')
    .slice(0, LONGEST_QUESTION)
    .split(/(?<=[.?!？])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => ASKS.test(sentence))
    .flatMap((sentence) => sentence.split(NEXT))
    .flatMap((step) => topicOf(step) ?? [])
  return new Set(steps).size >= 2
}

/** What a step is about: the topic it names first. */
function topicOf(step: string): string | undefined {
  return TOPICS.flatMap(([topic, words]) => {
    const at = step.search(words)
    return at < 0 ? [] : [{ topic, at }]
  }).sort((a, b) => a.at - b.at)[0]?.topic
}
