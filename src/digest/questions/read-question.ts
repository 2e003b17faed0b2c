import { dayNumber, lastWholeWeek } from '../../spend/calendar.ts'
import { daysOfPeriod } from '../period.ts'
import * as words from './question-words.ts'
import { readMove } from './read-move.ts'
import { readPeriod } from './read-period.ts'
import type { SpendKind, SpendQuestion } from './spend-question.ts'

/** What was asked about spend just before in the thread, or that the thread is about a workload. */
export type ThreadBefore = Readonly<{ asked?: SpendQuestion; sized?: boolean }>

/** Periods further back need "we" or "our": else a price of then is as likely meant, in days. */
const LONG_AGO = 400

/**
 * Reads a question about the company's own spend, in either language, seen from a UTC day. Undefined
 * for anything else: a general question, a sum with the asker's own numbers, a price.
 */
export function readSpendQuestion(
  text: string,
  today: string,
  before: ThreadBefore = {},
): SpendQuestion | undefined {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (plain === '' || plain.length > 300) return undefined
  if (before.asked) {
    const follows = readFollowUp(plain, today, before.asked)
    if (follows) return follows
  }
  const found = readPeriod(plain, today)
  const rest = (found?.rest ?? plain).replace(words.UNIT, ' unit cost ')
  const isOwn = words.OWN.test(plain)
  const isDated =
    found !== undefined &&
    (isOwn || ('key' in found && dayNumber(today) - dayNumber(from(found.key)) <= LONG_AGO))
  const kind = kindOf(rest, { isOwn, isDated, isFirm: before.sized === true })
  if (!kind) return undefined
  return question(kind, plain, {
    period: found && 'key' in found ? found.key : lastWholeWeek(today),
    ...(found && 'otherSpan' in found ? { otherSpan: true } : {}),
  })
}

const from = (key: string) => daysOfPeriod(key).from

function question(
  kind: SpendKind,
  text: string,
  period: Pick<SpendQuestion, 'period' | 'otherSpan'>,
): SpendQuestion {
  const by = words.dimensionOf(text)
  const move = kind === 'what-if' ? readMove(text) : undefined
  const name = move?.name ?? nameIn(text)
  return {
    kind,
    ...period,
    ...(by === undefined ? {} : { by }),
    ...(name === undefined ? {} : { name }),
    ...(move?.to === undefined ? {} : { to: move.to }),
    ...(words.LEAST.test(text) ? { least: true } : {}),
    words: text,
  }
}

type Anchors = Readonly<{ isOwn: boolean; isDated: boolean; isFirm: boolean }>

function kindOf(text: string, { isOwn, isDated, isFirm }: Anchors): SpendKind | undefined {
  const general = words.GENERAL.test(text) || words.GENERAL_KO.test(text)
  const spend = words.SPEND.test(text)
  const anchored = isOwn || isDated
  const sum =
    words.SUM.test(text) || (words.PERCENT.test(text) && !(words.WHY.test(text) && anchored))
  const isElsewhere = words.OTHER_TOPIC.test(text) && !(isOwn && isDated)
  if (isFirm && !(anchored && spend)) return undefined
  if (!sum && readMove(text))
    return isElsewhere || /\b(?:industry|companies)\b|업계/i.test(text) ? undefined : 'what-if'
  if (general || (sum && !isPaid(text, isDated))) return undefined
  if (
    words.RECOMMENDATION.test(text) &&
    (anchored || /\b(?:your|you|past|earlier|last)\b|지난|이전|했던|준/i.test(text))
  )
    return 'follow-up'
  if (words.CARBON.test(text))
    return !/\bcosts?\b|\bbills?\b|비용|요금|지출/i.test(text) &&
      !words.HYPOTHETICAL.test(text) &&
      isEmitted(text, isOwn, isDated)
      ? 'emissions'
      : undefined
  if (isElsewhere) return undefined
  if (words.BARE_WHY.test(text)) return 'why'
  if (words.HYPOTHETICAL.test(text)) return undefined
  if (words.BUDGET.test(text) && (anchored || /\bthe budget\b|예산/i.test(text))) return 'budget'
  if (
    words.WHY.test(text) &&
    spend &&
    words.UP_OR_DOWN.test(text) &&
    (isDated || isPlainWhy(text, isOwn))
  )
    return 'why'
  const by = words.dimensionOf(text)
  const isOurs = by === 'team' || by === 'workload' || by === 'project'
  if (words.UNIT_COST.test(text) && (anchored || isOurs)) return 'unit-cost'
  if (words.ANOMALY.test(text) && (anchored || /이상\s?지출.*(?:있|없)/.test(text)))
    return 'anomaly'
  if (words.SAVING.test(text) && isSaved(text, isOwn, isDated, spend)) return 'saving'
  if (words.COVERAGE.test(text) && (spend || /\bno team\b|팀/i.test(text)) && (anchored || spend))
    return 'coverage'
  if (
    words.FORECAST.test(text) &&
    (spend || /얼마|\bland\b/i.test(text)) &&
    (anchored || /월말|month[- ]end|end of the month/i.test(text))
  )
    return 'forecast'
  if (by && (spend || isDated) && words.MOST.test(text) && (anchored || by === 'team'))
    return 'breakdown'
  if (by && spend && anchored) return 'breakdown'
  if (words.TOTAL.test(text) && spend && (isDated || (isOwn && words.PAST.test(text))))
    return 'total'
  return undefined
}

/** Without a period, one clause about what is one's own. */
function isPlainWhy(text: string, isOwn: boolean): boolean {
  return isOwn && !/,\s*so why\b|\b(?:when|once|while|with)\b/i.test(text)
}

/** An amount that was paid in a period is asked about, not one to be worked out. */
function isPaid(text: string, isDated: boolean): boolean {
  return (
    isDated &&
    words.WHY.test(text) &&
    words.PAST.test(text) &&
    /[$₩€£¥]\s?\d|\d\s?(?:k|원|달러)/i.test(text)
  )
}

function isEmitted(text: string, isOwn: boolean, isDated: boolean): boolean {
  if (!/\b(?:what|how|show|give|tell)\b|얼마|몇|알려|보여|[은는][\s?？]*$/i.test(text)) return false
  return (
    (isDated && !/\b(?:model|gpt|llm)s? (?:emit|use)/i.test(text)) ||
    (isOwn &&
      /\bour (?:ai |llm |model |total )*(?:co2e?|carbon|emissions?|footprint|energy)\b|(?:우리|저희)\s?(?:회사\s?|팀\s?)?(?:AI\s?)?(?:탄소|배출|전력|에너지)/i.test(
        text,
      ))
  )
}

function isSaved(text: string, isOwn: boolean, isDated: boolean, spend: boolean): boolean {
  const asks = /\b(?:where|what|how much|which|any)\b|어디|얼마|무엇|뭘|뭐|있/i.test(text)
  return asks && (isDated || (isOwn && (spend || /^where\b|\bsave\b|\bwast|어디/i.test(text))))
}

const OPENING =
  /^(?:and|or|but|then|so|also|now|ok(?:ay)?|what about|how about|what of|그럼|그러면|그리고|그런데|근데|혹시|또)[,\s]+/i
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
  ['coverage', /\b(?:coverage|missing)\b|커버리지|빠진/i],
  ['total', /\b(?:total|in total|overall)\b|총액|합계|전체/i],
]
/** A follow-up says little beside what it changes, in words. */
const LITTLE = 4

/** Reads "and by team?" or "그 전달은?" after a question about spend: what is not named stays as it was. */
function readFollowUp(
  text: string,
  today: string,
  asked: SpendQuestion,
): SpendQuestion | undefined {
  if (words.GENERAL.test(text.replace(OPENING, '')) || words.SUM.test(text)) return undefined
  const found = readPeriod(text, today, asked.period)
  const period = found && 'key' in found ? found.key : asked.period
  const span = found && 'otherSpan' in found ? ({ otherSpan: true } as const) : {}
  if (SHORT_WHY.test(text)) return { ...kept(asked), kind: 'why', period, words: asked.words }
  const opened = text.replace(OPENING, '')
  const rest = (found?.rest ?? text).replace(OPENING, '')
  const by = words.dimensionOf(opened) ?? dimensionAlone(opened)
  const named = NAMED.find(([, of]) => of.test(opened))?.[0]
  const left = rest.replace(FILLING, ' ').match(/[\p{L}\d][\p{L}\d._-]*/gu) ?? []
  if (left.length > LITTLE) return undefined
  const isMarked = OPENING.test(text) || /(?:은|는|도|은요|는요)[\s?？.!]*$/.test(text)
  if (by || named) {
    const kind = named ?? (asked.kind === 'unit-cost' ? 'unit-cost' : 'breakdown')
    return { ...question(kind, text, { period, ...span }), ...(by ? { by } : {}) }
  }
  if (found && left.length <= 1)
    return { ...kept(asked), kind: asked.kind, period, ...span, words: asked.words }
  if (!isMarked || left.length === 0 || left.length > 2) return undefined
  const name = left.join(' ')
  const { by: _, ...same } = kept(asked)
  return {
    ...same,
    kind: asked.kind === 'breakdown' ? 'total' : asked.kind,
    period,
    name,
    words: text,
  }
}

/** What stays of a question when its period changes. */
function kept({
  by,
  name,
  to,
  least,
}: SpendQuestion): Pick<SpendQuestion, 'by' | 'name' | 'to' | 'least'> {
  return {
    ...(by === undefined ? {} : { by }),
    ...(name === undefined ? {} : { name }),
    ...(to === undefined ? {} : { to }),
    ...(least === undefined ? {} : { least }),
  }
}

function dimensionAlone(text: string) {
  const [, word] =
    /^(?:the )?(teams?|models?|providers?|vendors?|projects?|workloads?)[?.! ]*$/i.exec(text) ?? []
  return word === undefined ? undefined : words.dimensionOf(`by ${word}`)
}

const NO_NAME =
  /^(?:we|i|us|it|this|that|they|you|ai|llms?|our|my|the|a|an|each|every|which|what|any|spend\w*|costs?|bill|team|model|models|usage|highest|lowest|unit|total|much|last|all|어느|어떤|무슨|각|우리|저희|전체|한|그|이|다른|데이터)$/i
const NAME_PATTERNS = [
  /\b(?:team|workload|project)\s+["“'‘]([^"”'’]{2,40})["”'’]/i,
  /\b(?:for|of|by|in|on|did|does|has|is|was) (?:the |our )?([\p{L}\d._-]{2,40}) (?:team|workload|project)\b/iu,
  /\b(?:did|has) (?:the |our )?([\p{L}\d._-]{2,40}) (?:cost|spend|spent|burn)\b/iu,
  /(?:^|\s)["“'‘]?([\p{L}\d._-]{2,30}?)["”'’]?\s?(?:팀|작업|프로젝트|워크로드)(?:은|는|이|가|의|에서|에|을|를|만)?(?=\s|[?？]|$)/u,
] as const

/** What stands where the name of a team, workload or model stands. */
function nameIn(text: string): string | undefined {
  for (const pattern of NAME_PATTERNS) {
    const [, name] = pattern.exec(text) ?? []
    if (name !== undefined && !NO_NAME.test(name)) return name
  }
  return undefined
}
