import type { Dimension } from '../../spend/breakdown.ts'
import * as words from './question-words.ts'
import { readPeriod } from './read-period.ts'
import type { SpendKind, SpendQuestion } from './spend-question.ts'

const OPENING =
  /^(?:(?:and|or|but|then|so|also|now|ok(?:ay)?|what about|how about|what of|그럼|그러면|그리고|그런데|근데|혹시|또)[,\s]+)+/i
const FILLING =
  /\b(?:and|by|for|in|on|of|the|what|how|about|only|just|please|show|me|same|that|then|team|workload|model|is|was|it|to|split|broken|down)\b|^(?:그럼|그러면|그리고)|별로는|별로|별|은요|는요|은|는|이|가|도|만|의|요|로|에|엔|에서|팀|작업|모델|보여줘|알려줘/gi
const SHORT_WHY =
  /^(?:but |and |so )?why(?: (?:so|is that|was that|that|did (?:it|that) \w+(?: \w+)?))?[?.! ]*$|^(?:근데 |그런데 |그럼 )?왜\s?(?:그래|그런|그렇|늘었|올랐|줄었|그랬)?[가-힣]*[\s?？.!]*$/i
/** Kinds that a follow-up may name in a word. */
const NAMED: readonly (readonly [SpendKind, RegExp])[] = [
  ['unit-cost', words.UNIT_COST],
  ['forecast', /\b(?:forecast|month[- ]end|end of (?:the|this) month)\b|월말|전망|예상/i],
  ['budget', /\bbudgets?\b|예산/i],
  ['anomaly', words.ANOMALY],
  ['saving', /\b(?:sav(?:e|ings?))\b|절감|아낄|절약/i],
  ['emissions', words.CARBON],
  [
    'coverage',
    /\b(?:coverage|missing|untagged|sources?|where (?:does|do|is|are) (?:this|these|that|it|the (?:data|figures|numbers))(?: come)? from)\b|커버리지|빠진|출처|어디서 (?:나|가져)/i,
  ],
  ['usage', /\b(?:requests|tokens)\b|요청\s?수|토큰\s?수/i],
  ['total', /\b(?:total|in total|overall)\b|총액|합계|전체/i],
]
/** A follow-up says little beside what it changes, in words; without "and" or the like still less. */
const LITTLE = 4

/**
 * Reads "and by team?" or "그 전달은?" after a question about spend: what is not named stays as it was.
 * @param since whether something else was asked in between: then only a period or a grouping counts
 */
export function readFollowUp(
  text: string,
  today: string,
  asked: SpendQuestion,
  since: boolean,
): SpendQuestion | undefined {
  const opened = text.replace(OPENING, '')
  if (words.GENERAL.test(opened) || words.GENERAL_KO.test(opened) || words.SUM.test(text))
    return undefined
  const found = readPeriod(text, today, asked.period)
  const period: Pick<SpendQuestion, 'period' | 'cannot'> =
    found === undefined
      ? { period: asked.period }
      : 'key' in found
        ? { period: found.key }
        : { period: asked.period, cannot: found.cannot }
  if (SHORT_WHY.test(text))
    return since ? undefined : { ...kept(asked), kind: 'why', ...period, words: asked.words }
  const rest = (found?.rest ?? text).replace(OPENING, '')
  const by = words.dimensionOf(opened) ?? dimensionAlone(opened)
  const [named, ofNamed] = (since ? undefined : NAMED.find(([, of]) => of.test(opened))) ?? []
  const isOpened = OPENING.test(text)
  const isMarked = isOpened || /(?:은|는|도|은요|는요)[\s?？.!]*$/.test(text)
  const left = wordsOf(ofNamed ? rest.replace(ofNamed, ' ') : rest)
  if (left.length > (isOpened ? LITTLE : 2)) return undefined
  if (by || named) {
    const kind = named ?? (asked.kind === 'unit-cost' ? 'unit-cost' : 'breakdown')
    const rank = words.rankOf(text)
    return {
      kind,
      ...period,
      ...(by ? { by } : {}),
      ...(rank ? { rank } : {}),
      words: text,
    }
  }
  if (found && left.length <= 1)
    return { ...kept(asked), kind: asked.kind, ...period, words: asked.words }
  if (since || !isMarked || left.length === 0 || left.length > 2) return undefined
  const { by: _, ...same } = kept(asked)
  const kind = asked.kind === 'breakdown' ? 'total' : asked.kind
  return { ...same, kind, ...period, name: left.join(' '), words: text }
}

/** What a follow-up says beside particles and the like. */
function wordsOf(text: string): string[] {
  return text.replace(FILLING, ' ').match(/[\p{L}\d][\p{L}\d._-]*/gu) ?? []
}

/** What stays of a question when its period changes. */
function kept({
  by,
  name,
  to,
  rank,
}: SpendQuestion): Pick<SpendQuestion, 'by' | 'name' | 'to' | 'rank'> {
  return {
    ...(by === undefined ? {} : { by }),
    ...(name === undefined ? {} : { name }),
    ...(to === undefined ? {} : { to }),
    ...(rank === undefined ? {} : { rank }),
  }
}

function dimensionAlone(text: string): Dimension | undefined {
  const [, word] =
    /^(?:the )?(teams?|models?|providers?|vendors?|projects?|workloads?)[?.! ]*$/i.exec(text) ?? []
  return word === undefined ? undefined : words.dimensionOf(`by ${word}`)
}
