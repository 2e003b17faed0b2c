import { findNumbersInWords } from './numbers-in-words.ts'

/** A number as it stands in a text. */
export type NumberFound = Readonly<{
  value: number
  start: number
  end: number
  /** Written "70B": billions of parameters when no unit follows. */
  billions: boolean
  /** Written as a word: it counts only with a unit behind it. */
  word: boolean
}>

const DIGITS = String.raw`[-−]?\d+(?:,\d{3})*(?:\.\d+)?(?:e[+-]?\d+|\s?[×x]\s?10\^?\d+)?`
const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  t: 1e12,
  trillion: 1e12,
  백: 1e2,
  천: 1e3,
  만: 1e4,
  십만: 1e5,
  백만: 1e6,
  천만: 1e7,
  억: 1e8,
  십억: 1e9,
  백억: 1e10,
  천억: 1e11,
  조: 1e12,
}
const EN_SCALE = String.raw`(?:\s?(?:hundred|thousand|million|billion|trillion|bn|mn|[kKmMBbT])(?![A-Za-z]))`
const KO_SCALE = '(?:천억|백억|십억|천만|백만|십만|조|억|만|천|백)'
const KO_NEXT = String.raw`(?:\s?\d+(?:,\d{3})*(?:\.\d+)?\s?${KO_SCALE})*`
const NUMBER = new RegExp(
  String.raw`(?<![\w.,])${DIGITS}(?:\s?${KO_SCALE}${KO_NEXT}|${EN_SCALE})?`,
  'g',
)

const DAYS: Readonly<Record<string, number>> = {
  이틀: 2,
  사흘: 3,
  나흘: 4,
  닷새: 5,
  엿새: 6,
  열흘: 10,
  보름: 15,
}

/** Korean words that are a number of days in one: "사흘" is "3일". */
export function withDaysInFigures(text: string): string {
  return text.replace(new RegExp(Object.keys(DAYS).join('|'), 'g'), (word) => `${DAYS[word]}일`)
}

/** Finds numbers in figures, with their scales ("1.5M", "2조", "1억 2천만"), and small ones in words, in reading order. */
export function findNumbers(text: string): NumberFound[] {
  const inFigures = [...text.matchAll(NUMBER)].map((match) => ({
    value: readValue(match[0]),
    start: match.index,
    end: match.index + match[0].length,
    billions: /\d\s?B$/i.test(match[0]),
    word: false,
  }))
  const inWords = findNumbersInWords(text)
    .map((found) => ({ ...found, billions: false, word: true }))
    .filter((w) => !inFigures.some((f) => w.start < f.end && f.start < w.end))
  return [...inFigures, ...inWords].sort((a, b) => a.start - b.start)
}

/** "1억 2천만" is a sum of parts; anything else is one part. */
function readValue(words: string): number {
  const parts = words.matchAll(new RegExp(String.raw`(${DIGITS})\s?(${KO_SCALE}|[A-Za-z]+)?`, 'g'))
  return [...parts].reduce((sum, [, digits = '', scale = '']) => {
    const plain = digits
      .replace(/,/g, '')
      .replace('−', '-')
      .replace(/\s?[×x]\s?10\^?/, 'e')
    return sum + times(plain, SCALES[scale.toLowerCase()] ?? 1)
  }, 0)
}

/** Digits times a power of ten without binary noise. */
function times(digits: string, scale: number): number {
  const [mantissa, exponent = '0'] = digits.split('e')
  return Number(`${mantissa}e${Number(exponent) + Math.round(Math.log10(scale))}`)
}
