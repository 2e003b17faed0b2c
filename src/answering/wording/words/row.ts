/** What the words of a class say. */
export type WordKind =
  | 'limit'
  | 'hedge'
  | 'certainty'
  | 'number'
  | 'unit'
  | 'negation'
  | 'direction'
  | 'quantity'
  | 'scope'
  | 'advice'
  | 'tense'

const RULES = ['counted', 'placed', 'unmoved', 'same', 'kept', 'each', 'unadded'] as const
/**
 * How a class of words binds a rewording:
 * - `counted`: as often, between the same placeholders and names;
 * - `placed`: in the same order, between the same placeholders and names; repeats in a row count once;
 * - `unmoved`: where it is said in both, between the same placeholders and names;
 * - `same`: said in both or in neither;
 * - `kept`: not lost;
 * - `each`: not said less often;
 * - `unadded`: not added.
 */
export type WordRule = (typeof RULES)[number]

/** Words of one meaning as patterns over lower-case text, placeholders in it. */
export type WordClass = Readonly<{
  kind: WordKind
  name: string
  rule: WordRule
  en: RegExp
  ko: RegExp
}>

/** What makes "over" a bound and "about" a guess: a number behind it. */
const NUMBER = String.raw`(?=\s(?:⟦|half|twice|double|two|three|four|five|six|ten|one|a (?:third|quarter|dozen|hundred|thousand|million|tenth)|hundreds|thousands|millions))`

/**
 * Reads a table of one class a line: name, rule, English and Korean words as parts of a pattern, apart
 * by two colons. `{n}` stands for "a number follows". English words are whole words, Korean ones are not.
 */
export function wordTable(kind: WordKind, table: string): WordClass[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', rule, en = '', ko = ''] = line.split(' :: ').map((part) => part.trim())
      const known = RULES.find((r) => r === rule)
      if (!known || !en || !ko) throw new Error(`The row "${line}" of the words is not whole.`)
      return {
        kind,
        name,
        rule: known,
        en: new RegExp(`(?<![\\p{L}])(?:${en.replaceAll('{n}', NUMBER)})(?![\\p{L}])`, 'gu'),
        ko: new RegExp(ko, 'gu'),
      }
    })
}
