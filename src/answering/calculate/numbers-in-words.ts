/** A number written as a word. */
export type WordFound = Readonly<{ value: number; start: number; end: number }>

const EN_ONES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const EN_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const EN_VALUES: Readonly<Record<string, number>> = Object.fromEntries([
  ...EN_ONES.map((word, i) => [word, i + 1]),
  ...EN_TENS.map((word, i) => [word, 10 * (i + 2)]),
])
const EN_SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
}
const SMALL = [...EN_ONES, ...EN_TENS].join('|')
const SCALE = Object.keys(EN_SCALES).join('|')
/** "forty thousand", "a hundred", "half a million", "three and a half". */
const ENGLISH = new RegExp(
  `\\b(?:half a(?: (?:${SCALE}))?|(?:a (?:${SCALE})|${SMALL})(?:(?: and |[ -])(?:${SMALL}|${SCALE}|a half))*)\\b(?=[\\s-])`,
  'gi',
)

const KO_DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [...'일이삼사오육칠팔구'].map((digit, i) => [digit, i + 1]),
)
const KO_SMALL: Readonly<Record<string, number>> = { 십: 10, 백: 1e2, 천: 1e3 }
const KO_LARGE: Readonly<Record<string, number>> = { 만: 1e4, 억: 1e8, 조: 1e12 }
const KO_NATIVE: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    '한 두 세 네 다섯 여섯 일곱 여덟 아홉 열'.split(' ').map((word, i) => [word, i + 1]),
  ),
  스무: 20,
  반: 0.5,
}
/** Counters that Korean numerals stand before; elsewhere the same syllables are other words. */
const KO_COUNTER =
  '장|대(?![가-힣])|달(?!러)|시간|명|개월|개|건(?!가|지|데|인)|번|배(?=[^가-힣]|로|가)|주(?=[^가-힣]|간|일)|쪽'
/** "두 장", "반 년", "백만 건", "오천만 원". */
const KOREAN = new RegExp(
  `(?<![가-힣])(?:(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무)(?=\\s?(?:${KO_COUNTER}))|(?:일|반)(?=\\s?년)|일(?=주일(?!에|당|마다))|(?<!몇 ?)[일이삼사오육칠팔구]?(?:[십백천만억조][일이삼사오육칠팔구]?)*[십백천만억조](?=\\s?(?:건|개|명|토큰|원|달러|번|회)))`,
  'g',
)
/** "for a month", "all year": one of them. */
const ONE_SPAN =
  /(?<=(?:\b(?:for|over|in|during|of)|[,;+]) (?:a |an )?)\b(?:a|an|full|whole)(?= (?:full |whole )?(?:hour|day|week|month|quarter|year)\b)|\ball(?= (?:day|week|month|quarter|year)\b)/gi

/** Numbers in words; whether they count depends on the unit behind them. */
export function findNumbersInWords(text: string): WordFound[] {
  const found = (form: RegExp, read: (words: string) => number) =>
    [...text.matchAll(form)].map(({ 0: words, index }) => ({
      value: read(words),
      start: index,
      end: index + words.length,
    }))
  return [...found(ENGLISH, inEnglish), ...found(KOREAN, inKorean), ...found(ONE_SPAN, () => 1)]
}

/** "two hundred and forty thousand", "two and a half million": what is below a scale is multiplied by it. */
function inEnglish(words: string): number {
  let [sum, part, scale] = [0, 0, 1]
  for (const word of words.toLowerCase().split(/[ -]/)) {
    const by = EN_SCALES[word]
    if (word === 'half') part += scale / 2
    else if (by === undefined) part += EN_VALUES[word] ?? 0
    else if (by < 1e3) part = (part || 1) * by
    else {
      sum += (part || 1) * by
      part = 0
      scale = by
    }
  }
  return sum + part
}

function inKorean(words: string): number {
  const native = KO_NATIVE[words]
  if (native !== undefined) return native
  let [sum, part, digit] = [0, 0, 0]
  for (const syllable of words) {
    const [small, large] = [KO_SMALL[syllable], KO_LARGE[syllable]]
    if (small !== undefined) part += (digit || 1) * small
    else if (large !== undefined) {
      sum += (part + digit || 1) * large
      part = 0
    }
    digit = KO_DIGITS[syllable] ?? 0
  }
  return sum + part + digit
}
