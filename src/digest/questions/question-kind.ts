import * as words from './question-words.ts'
import { readMove } from './read-move.ts'
import type { SpendKind } from './spend-question.ts'

/** What makes a question one about the company's own spend. */
export type Anchors = Readonly<{
  /** It says "we", "our", or names something of the bills. */
  isOwn: boolean
  /** It names something of the bills, so that what it does with money need not be said. */
  isNamed: boolean
  /** It names two of them. */
  isPair: boolean
  /** It names a period that bills may be of. */
  isDated: boolean
  /** A workload was sized in the thread: "what if" and the like are about that. */
  isSized: boolean
}>

type Test = (text: string, anchors: Anchors & Readonly<{ spend: boolean }>) => boolean

const anchored = ({ isOwn, isDated }: Anchors) => isOwn || isDated
/** Teams, workloads and projects are one's own. */
const isOurs = (text: string) =>
  ['team', 'workload', 'project'].includes(words.groupsOf(text) ?? '')

/** The same, or people, who are a team's. */
const isTheirs = (text: string) => isOurs(text) || words.WHO.test(text)

const isBrokenDown: Test = (text, a) => {
  if (words.WHERE_IT_GOES.test(text)) return true
  if (words.DRIVERS.test(text) && anchored(a)) return true
  const isRanked = words.rankOf(text) !== undefined
  if (isRanked && a.isDated && words.ITEMS.test(text)) return true
  const by = words.dimensionOf(text)
  if (by === undefined) return false
  if (a.isOwn && words.RELIES_ON.test(text)) return true
  const ranked = words.MOST.test(text) || words.UP_OR_DOWN.test(text)
  if ((a.spend || a.isDated) && ranked && (anchored(a) || (isTheirs(text) && a.spend))) return true
  return a.spend && anchored(a)
}

/** In this order: the first that holds counts. */
const KINDS: readonly (readonly [SpendKind, Test])[] = [
  [
    'why',
    (text, a) =>
      a.isDated && (words.BARE_CHANGE.test(text) || (a.isOwn && words.PRICE_MOVED.test(text))),
  ],
  ['total', (text, a) => a.isPair && words.HELD_AGAINST.test(text) && !words.WHY.test(text)],
  [
    'follow-up',
    (text, a) =>
      words.RECOMMENDATION.test(text) &&
      (anchored(a) ||
        /\b(?:your|you|past|earlier|last)\b|지난|이전|예전|저번|했던|한\s?대로|해\s?준|준/i.test(
          text,
        )),
  ],
  ['budget', (text, a) => words.BUDGET.test(text) && (anchored(a) || words.ANY_BUDGET.test(text))],
  [
    'usage',
    (text, a) =>
      (words.USES_MOST.test(text) && (anchored(a) || isOurs(text))) ||
      ((words.USAGE.test(text) || (words.CACHED.test(text) && !words.SAVING.test(text))) &&
        (a.isDated || (a.isOwn && (words.PAST.test(text) || words.CACHED.test(text))))),
  ],
  [
    'coverage',
    (text, a) =>
      words.BARE_COVERAGE.test(text) ||
      (a.isDated && words.NO_DATA.test(text)) ||
      (words.COVERAGE.test(text) && (a.spend || a.isOwn)),
  ],
  [
    'why',
    (text, a) =>
      words.WHY.test(text) &&
      (a.spend || words.COSTLY.test(text)) &&
      words.UP_OR_DOWN.test(text) &&
      (a.isDated || (a.isOwn && isOneClause(text))),
  ],
  ['unit-cost', (text, a) => words.UNIT_COST.test(text) && (anchored(a) || isOurs(text))],
  [
    'anomaly',
    (text, a) => words.BARE_ANOMALY.test(text) || (words.ANOMALY.test(text) && anchored(a)),
  ],
  ['saving', (text, a) => words.SAVING.test(text) && isSaved(text, a)],
  [
    'forecast',
    (text, a) =>
      (words.FORECAST.test(text) || (a.isDated && /\bwill\b/i.test(text))) &&
      (a.spend || /얼마|\bland\b/i.test(text)) &&
      (anchored(a) || /월말|month[- ]end|end of the month/i.test(text)),
  ],
  ['breakdown', isBrokenDown],
  [
    'why',
    (text, a) =>
      a.spend && (a.isDated || (a.isOwn && isOneClause(text))) && words.UP_OR_DOWN_ASKED.test(text),
  ],
  [
    'total',
    (text, a) =>
      words.BARE_TOTAL.test(text) ||
      (a.isDated && words.FIGURES.test(text)) ||
      (words.TOTAL.test(text) &&
        (a.spend || words.PAST_KO.test(text)) &&
        (a.isDated || a.isNamed || (a.isOwn && (words.PAST.test(text) || words.SHARE.test(text))))),
  ],
]

/**
 * What a text without its period asks about one's own spend; undefined for a question about the world,
 * a sum with numbers of its own, or anything else.
 */
export function kindOf(text: string, anchors: Anchors): SpendKind | undefined {
  const { isOwn, isDated, isNamed, isSized } = anchors
  const spend = isNamed || words.SPEND.test(text)
  if (isSized && !(anchored(anchors) && spend)) return undefined
  const sum =
    words.SUM.test(text) ||
    (words.PERCENT.test(text) && !(words.WHY.test(text) && anchored(anchors)))
  const isElsewhere = words.OTHER_TOPIC.test(text) && !(isOwn && isDated)
  if (!sum && readMove(text))
    return isElsewhere || /\b(?:industry|companies)\b|업계/i.test(text) ? undefined : 'what-if'
  const plain = text.replace(words.WORTH_KNOWING, ' unusual ')
  if (isNamed && words.COST_OF_ONE.test(plain)) return 'unit-cost'
  if (words.GENERAL.test(plain) || words.GENERAL_KO.test(plain)) return undefined
  if (sum && !isPaid(plain, isDated)) return undefined
  if (words.CARBON.test(plain)) return isEmitted(plain, anchors) ? 'emissions' : undefined
  if (isElsewhere) return undefined
  if (words.BARE_WHY.test(plain)) return 'why'
  if (
    isOwn &&
    words.BATCHING.test(plain) &&
    /\b(?:save|cheaper|cut)\b|아끼|아낄|줄|절감/i.test(plain)
  )
    return 'saving'
  if (anchored(anchors) && words.OVERSIZED.test(plain)) return 'saving'
  if (words.HYPOTHETICAL.test(plain)) return undefined
  return KINDS.find(([, holds]) => holds(plain, { ...anchors, spend }))?.[0]
}

/** Without a period, one clause about what is one's own. */
function isOneClause(text: string): boolean {
  return !/,\s*so why\b|\b(?:when|once|while|with|can we|can i)\b|;/i.test(text)
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

function isEmitted(text: string, { isOwn, isDated }: Anchors): boolean {
  if (/\bcosts?\b|\bbills?\b|비용|요금|지출/i.test(text) || words.HYPOTHETICAL.test(text))
    return false
  if (words.SAVING.test(text)) return false
  if (isOurs(text)) return true
  if (!/\b(?:what|how|show|give|tell)\b|얼마|몇|알려|보여|[은는][\s?？]*$/i.test(text)) return false
  const isOfModels = /\b(?:model|gpt|llm)s? (?:emit|use)/i.test(text)
  return (isDated && (isOwn || !isOfModels)) || (isOwn && words.OUR_CARBON.test(text))
}

function isSaved(
  text: string,
  { isOwn, isDated, spend }: Anchors & Readonly<{ spend: boolean }>,
): boolean {
  const asks =
    /\b(?:where|what|how much|which|any|are we|can we|could we|does|did)\b|어디|얼마|무엇|뭘|뭐|있/i.test(
      text,
    )
  return (
    asks &&
    (isDated ||
      (isOwn && (spend || /^where\b|\bsave\b|\bwast|\bleak|어디|아꼈|절감했|절약했/i.test(text))))
  )
}
