import type { Asked } from './asked.ts'
import { clauseOf } from './clauses.ts'
import { combined, type Dimensioned, moneyIn } from './dimensions.ts'
import type { QuantityRead } from './quantities.ts'

/** A figure with its units. */
export type Measured = Readonly<{ read: QuantityRead; has: Dimensioned }>

const COUNTS = ['gpu', 'person', 'item'] as const
type Count = (typeof COUNTS)[number]

const TOTAL_BEFORE = /(?:\btotal(?: of)?|\bcombined|합쳐서?|합계|총|전체|모두)\s*$/i
const TOTAL_BEHIND = /^\s*(?:in (?:total|all)|altogether|combined|overall)\b/i
const EACH =
  /\beach\b|\bevery\b|\bapiece\b|\bper\b|[x×*@]|\bat\s+[$€£₩¥]?\s?[\d.,]+|당|씩|짜리|마다/i
const AT = /(?:\bat|@)\s*$/i
/** "22달러에 130명": so much each. */
const AT_KO = /^에\s+(?:총 )?(?:인원|직원|사용자|좌석|상담원|개발자|GPU)?\s*$/i
/** Lengths and amounts that are those of one thing where things are counted. */
const OF_ONE = /^(?:tokens|words|pages|characters|energy|mass|litres|memory|time)$/
/** Minutes a day are those of each of several people. */
const OF_EACH_DAY = /^time\/(?:day|week|month|year)$/
/** What an accelerator costs, draws and does by the hour is one's, whether that is said or not. */
const OF_ONE_GPU = /^(?:money\/hour|power|flop\/s)$/
/** So many times more people than a rate says: it is what each of them does. */
const CROWD = 20

/**
 * The figures as they stand, and then with "of one" said where it went without saying: "8 GPUs at $2
 * an hour" is $2 for each of them. Fewest additions first.
 */
export function attachments(asked: Asked, figures: readonly Measured[]): Measured[][] {
  const sets: Measured[][] = [[...figures]]
  for (const base of COUNTS) {
    const counted =
      asked.amount?.[base] === 1 || figures.some(({ has }) => (has.dimensions[base] ?? 0) > 0)
    if (!counted) continue
    for (const set of [...sets])
      figures.forEach((one, i) => {
        if (isOfOne(one, base, figures))
          sets.push(set.map((figure, k) => (k === i ? withOne(figure, base) : figure)))
      })
  }
  return sets.filter((set) =>
    set.every((one, i) => one !== figures[i] || !isSurelyOfOne(one, figures)),
  )
}

/** "16 GPUs at $2.40 an hour": an hourly price behind "at" is never that of all of them. */
function isSurelyOfOne(one: Measured, figures: readonly Measured[]): boolean {
  return (
    one.read.what === 'money/hour' &&
    AT.test(one.read.before) &&
    figures.some(({ read }) => read.what === 'gpus') &&
    isOfOne(one, 'gpu', figures)
  )
}

function withOne({ read, has }: Measured, base: Count): Measured {
  // Seconds an image takes are seconds of an accelerator.
  const sign = base === 'gpu' && (has.dimensions.time ?? 0) > 0 ? 1 : -1
  return {
    read,
    has: { ...has, dimensions: combined([has.dimensions, 1], [{ [base]: 1 }, sign]) },
  }
}

function isOfOne({ read, has }: Measured, base: Count, figures: readonly Measured[]): boolean {
  if (TOTAL_BEFORE.test(read.before) || TOTAL_BEHIND.test(read.after)) return false
  if ((has.dimensions[base] ?? 0) !== 0 && !(base === 'item' && isCount(read))) return false
  if (base !== 'gpu' && has.dimensions.gpu !== undefined) return false
  const each = EACH.test(clauseOf(read)) || AT_KO.test(read.after)
  if (base === 'gpu') {
    const timed = read.what === 'time/item'
    return OF_ONE_GPU.test(read.what) || timed || (each && read.what === 'tokens/second')
  }
  if (base === 'person' && OF_EACH_DAY.test(read.what)) return true
  if (OF_ONE.test(read.what)) return read.what !== 'time' || each
  if (read.what === 'power') return true
  if (isCount(read)) return saidOfEach(read, figures)
  return moneyIn(has.dimensions) !== undefined && each
}

function isCount({ what }: QuantityRead): boolean {
  return /^(?:items|people)(?:\/(?:day|week|month|year|hour))?$/.test(what)
}

/** "20 requests each"; or far fewer than there are people. */
function saidOfEach(read: QuantityRead, figures: readonly Measured[]): boolean {
  const people = figures.find((f) => f.read !== read && f.read.what === 'people')
  const few = people !== undefined && read.value * CROWD <= people.read.value
  return (
    /\beach\b|\bevery\b|\bapiece\b|씩|마다/i.test(clauseOf(read)) ||
    (few && read.period !== undefined)
  )
}
