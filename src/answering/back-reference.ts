/** What a message asks about the answer before it; it has no topic of its own. */
export type BackReference =
  | Readonly<{ about: 'why' }>
  /** `point` is 1-based, -1 the last; absent for all of them. */
  | Readonly<{ about: 'sources'; point?: number }>
  | Readonly<{ about: 'thanks' }>
  | Readonly<{ about: 'never-mind' }>

const NEVER_MIND =
  /^(?:oh |ok(?:ay)?,? )?(?:never ?mind|nvm|forget (?:it|that)|no matter|don['’]t bother|scratch that)$|^(?:아니야|아니에요|아닙니다|됐어|됐어요|됐습니다|괜찮아|괜찮아요|괜찮습니다|신경쓰지마|신경쓰지마세요|그만|그만할게|그만할게요)$/
const THANKS =
  /^(?:(?:ok(?:ay)?|great|perfect|nice|cool|got it|good|super|all right|alright)[,.! ]*)*(?:(?:many )?thanks?(?: you)?|thx|ty|cheers)(?:[,. ]*(?:a lot|so much|very much|again|for (?:that|this|the (?:help|answer))|you|all|guys))*$|^(?:ok(?:ay)?|great|perfect|nice|cool|got it|makes sense)$|^(?:네|예|오|아|와|응|좋아요?|알겠습니다|알겠어요?|오케이)*(?:고마워요?|고맙습니다|감사해요|감사합니다|감사드립니다|땡큐|ㄱㅅ|알겠습니다|알겠어요?|오케이)$/

/** Words that point at the answer before, and those that only hold a sentence together. */
const POINTING = new Set(
  `so is are was the a an this that it its these those you your we i me us to for of in on at by from with and but then please exactly really just now
do does did would should could can will be been have has not no say said says think tell told know get got come came recommend recommended choose chose chosen
pick picked prefer arrive arrived work worked out up there here again more
answer answers verdict result results figure figures number numbers conclusion recommendation advice point points claim claims statement sentence line item
smaller bigger larger cheaper big small large cheap one model models enough worth better best option`.split(
    /\s+/,
  ),
)
const ASKS_WHY = new Set(
  'why how reason reasons reasoning explain basis rationale because come makes'.split(' '),
)
const ASKS_SOURCE = new Set(
  'source sources reference references citation citations cite cited evidence'.split(' '),
)
const SOURCE_WORDS = new Set(
  `show list give see all any what what's which where where's who behind back backs says first second third fourth fifth sixth last number my our`.split(
    /\s+/,
  ),
)
const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/\bfirst\b|첫\s?번째|첫째/, 1],
  [/\bsecond\b|두\s?번째|둘째/, 2],
  [/\bthird\b|세\s?번째|셋째/, 3],
  [/\bfourth\b|네\s?번째|넷째/, 4],
  [/\bfifth\b|다섯\s?번째/, 5],
  [/\bsixth\b|여섯\s?번째/, 6],
  [/\blast\b|마지막/, -1],
]

const KO_WHY =
  /^(?:그런데|근데|그래서|그럼|아니|음|어|그거|그건|이거|이건)*(?:왜(?:요|죠|지|그래요?|그런가요?|그런거야|그런거죠|그런건가요|그렇게[가-힣]{0,10}|그렇죠|그렇지|그렇습니까|(?:더)?(?:작은|큰)(?:모델|쪽)(?:이야|이죠|인가요|이에요|을[가-힣]{0,6})?)?|어째서(?:요|죠)?|(?:그|이)?(?:결론의?|답의?)?(?:이유|근거)(?:는|가|를|을)?(?:요|뭐야|뭔데|뭐죠|뭔가요|무엇인가요|무엇입니까|알려줘요?|알려주세요|설명해줘요?|설명해주세요|말해줘)?|어떻게(?:그런|이런)?(?:결론|계산|답|숫자|결과)?(?:이|가|을|를)?(?:나왔|나온|계산했|계산한|도출했|도출한|구했|구한|얻었|한)[가-힣]{0,6}|(?:좀더|더|자세히)?설명해(?:줘요?|주세요|봐)?)$/
const KO_SOURCE = /출처|참고\s?문헌|레퍼런스|근거\s?자료|어디서\s?나온/
const KO_SOURCE_WORDS =
  /출처|참고문헌|레퍼런스|근거자료|어디서나온|첫번째|두번째|세번째|네번째|다섯번째|여섯번째|마지막|첫째|둘째|셋째|넷째|\d+번째?|항목|문장|수치|숫자|답변|답|주장|그|이|저|것|거|건|보여|알려|말해|줘|주세요|줄래|주실래요|달라|좀|모두|전부|다|뭐|무엇|어디|인가요|입니까|인지|예요|이에요|야|요|는|은|가|를|을|의|에서|에|대한|도|이고|나온/g

/** Reads "why?", "show me the source for the second point", "출처 보여줘", "고마워"; nothing where a topic is named. */
export function readBack(text: string): BackReference | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s.!?？~…)]+$/u, '')
  const packed = plain.replace(/[\s,.!?]+/g, '')
  if (NEVER_MIND.test(plain) || NEVER_MIND.test(packed)) return { about: 'never-mind' }
  if (THANKS.test(plain) || THANKS.test(packed)) return { about: 'thanks' }
  if (asksSource(plain, packed)) return { about: 'sources', ...pointIn(plain) }
  return asksWhy(plain, packed) ? { about: 'why' } : undefined
}

function asksSource(plain: string, packed: string): boolean {
  if (KO_SOURCE.test(plain)) return packed.replace(KO_SOURCE_WORDS, '') === ''
  const words = wordsOf(plain)
  const fromWhere =
    /^(?:and |so )?where (?:does|do|did|is|are) (?:that|this|it|these|those|they)\b.*\bfrom$/
  return (
    fromWhere.test(plain) ||
    (words.some((w) => ASKS_SOURCE.has(w)) &&
      words.every((w) => ASKS_SOURCE.has(w) || SOURCE_WORDS.has(w) || POINTING.has(w)))
  )
}

function asksWhy(plain: string, packed: string): boolean {
  if (/[가-힣]/.test(plain)) return KO_WHY.test(packed)
  const words = wordsOf(plain)
  const [first = ''] = words.filter(
    (w) => !['and', 'but', 'so', 'please', 'ok', 'can', 'you'].includes(w),
  )
  const opens = ['why', 'explain', 'reason', 'reasons', 'reasoning'].includes(first)
  const how =
    /^(?:and |but |so )?(?:how (?:come|so)|how (?:did|do) you|on what basis|what makes you|what is (?:the|your) (?:reason|reasoning|rationale))/
  return (
    (opens || how.test(plain)) &&
    words.every((w) => ASKS_WHY.has(w) || POINTING.has(w) || w === 'what')
  )
}

function wordsOf(plain: string): string[] {
  return plain.match(/[\p{L}\d'’]+/gu)?.filter((w) => !/^\d+(?:st|nd|rd|th)?$/.test(w)) ?? []
}

function pointIn(plain: string): { point?: number } {
  const spelled = ORDINALS.find(([words]) => words.test(plain))?.[1]
  const digits = /(\d{1,2})/.exec(plain)?.[1]
  const point = spelled ?? (digits === undefined ? undefined : Number(digits))
  return point === undefined ? {} : { point }
}
