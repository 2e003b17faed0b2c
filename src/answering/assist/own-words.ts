/** Longest stretch of a question that a model may point at, in characters. */
const LONGEST = 200

const SCALE = '천|만|십만|백만|천만|억|조|k|m|b|mn|bn|thousand|million|billion'
/** Ends in a number whose scale or unit may be the next word. */
const OPEN_END = new RegExp(`(?:\\d|[\\s\\d](?:${SCALE}))$`, 'i')
/** Begins with what belongs to a number before it. */
const OPEN_START = new RegExp(`^(?:\\d|%|(?:${SCALE})(?![a-z가-힣]))`, 'i')
/** As many words as complete a number: its scale and its unit. */
const MOST_JOINED = 3

/**
 * The asker's own words where a model points: the span must stand in the text (whitespace and case
 * aside), and what is given back is the text's, widened to whole words and whole numbers, so that
 * neither "2,000" of "12,000" nor "5" of "$5 million" can be read. Undefined where it does not stand
 * there, or stands in several places that read differently.
 */
export function ownWords(span: string, text: string): string | undefined {
  const wanted = span.normalize('NFKC').trim()
  if (wanted === '' || wanted.length > LONGEST) return undefined
  const pattern = wanted
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  const found = [...text.matchAll(new RegExp(pattern, 'gi'))].map(({ index, 0: match }) =>
    widened(text, index, index + match.length),
  )
  const [first] = found
  return found.every((words) => words.toLowerCase() === first?.toLowerCase()) ? first : undefined
}

function widened(text: string, from: number, to: number): string {
  let start = from - (/\S*$/.exec(text.slice(0, from))?.[0].length ?? 0)
  let end = to + (/^\S*/.exec(text.slice(to))?.[0].length ?? 0)
  for (let joined = 0; joined < MOST_JOINED && OPEN_END.test(text.slice(start, end)); joined++)
    end += /^\s+\S+|^/.exec(text.slice(end))?.[0].length ?? 0
  for (let joined = 0; joined < MOST_JOINED && OPEN_START.test(text.slice(start, end)); joined++)
    start -= /(?:[\d.,]|[$€£¥₩+-])+\s+$|$/.exec(text.slice(0, start))?.[0].length ?? 0
  return text.slice(start, end)
}
