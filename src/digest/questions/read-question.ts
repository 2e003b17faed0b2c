import { dayNumber, lastWholeWeek } from '../../spend/calendar.ts'
import { daysOfPeriod, periodBefore } from '../period.ts'
import { kindOf } from './question-kind.ts'
import * as words from './question-words.ts'
import { readFollowUp } from './read-follow-up.ts'
import { readMove } from './read-move.ts'
import { nameIn } from './read-name.ts'
import { type PeriodFound, readPeriod } from './read-period.ts'
import type { SpendKind, SpendQuestion } from './spend-question.ts'

/** What was asked about spend before in the thread, and what else the thread is about. */
export type ThreadBefore = Readonly<{
  asked?: SpendQuestion
  /** Something else was asked since. */
  since?: boolean
  /** A workload was sized. */
  sized?: boolean
}>

/** Periods further back need "we" or "our": else a price of then is as likely meant, in days. */
const LONG_AGO = 400
const LONGEST = 300
/** What was done before something changed: the names in it are not what is asked about. */
const AFTERWARDS =
  /\b(?:after|once|now that) (?:we|they|i)\b.*$|^.*?(?:바꾼|옮긴|전환한|내린)\s?(?:뒤|후|다음|이후)(?:에|로|부터)?/i

/**
 * Reads a question about the company's own spend, in either language, seen from a UTC day. Undefined
 * for anything else: a general question, a sum with the asker's own numbers, a price.
 * @param namesIn how many names that stand in the bills alone the words have
 */
export function readSpendQuestion(
  text: string,
  today: string,
  before: ThreadBefore = {},
  namesIn: (text: string) => number = () => 0,
): SpendQuestion | undefined {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (plain === '' || plain.length > LONGEST) return undefined
  const { asked, since = false, sized: isSized = false } = before
  if (asked && !(since && isSized)) {
    const follows = readFollowUp(plain, today, asked, since)
    if (follows) return follows
  }
  const found = readPeriod(plain, today)
  const rest = (found?.rest ?? plain).replace(words.UNIT, ' unit cost ').replace(/\s+/g, ' ').trim()
  const names = namesIn(plain)
  const isOwn = names > 0 || words.OWN.test(plain)
  const dated = isDated(found, isOwn, today)
  const kind = kindOf(rest, {
    ...{ isOwn, isSized, isDated: dated },
    ...{ isNamed: names > 0, isPair: names > 1 },
  })
  if (!kind) return undefined
  const period =
    found === undefined && asked && !since
      ? { period: asked.period }
      : periodFor(kind, found, today)
  return questionOf(kind, plain, period, found?.rest)
}

function isDated(found: PeriodFound | undefined, isOwn: boolean, today: string): boolean {
  if (found === undefined) return false
  if (isOwn) return true
  if (!('key' in found)) return found.cannot === 'span' && found.of !== 'long'
  return dayNumber(today) - dayNumber(daysOfPeriod(found.key).from) <= LONG_AGO
}

/** The period that is answered for, and what of the one that was named cannot be. */
function periodFor(
  kind: SpendKind,
  found: PeriodFound | undefined,
  today: string,
): Pick<SpendQuestion, 'period' | 'cannot'> {
  if (found === undefined) return { period: lastWholeWeek(today) }
  if ('key' in found) {
    const { key, against } = found
    // "What will December cost?" is not about the last one.
    if (kind === 'forecast' && daysOfPeriod(key).to < today)
      return { period: lastWholeWeek(today), cannot: 'ahead' }
    return against ? { period: key, cannot: 'other-comparison' } : { period: key }
  }
  const { cannot, of } = found
  const period =
    cannot === 'span' && of !== 'days' ? periodBefore('monthly', today) : lastWholeWeek(today)
  return { period, cannot }
}

/** A question of a kind and period, with what else its words name; `rest` leaves its period out. */
export function questionOf(
  kind: SpendKind,
  text: string,
  period: Pick<SpendQuestion, 'period' | 'cannot'>,
  rest = text,
): SpendQuestion {
  const by = words.dimensionOf(text)
  const move = kind === 'what-if' ? readMove(text) : undefined
  const name = move?.name ?? nameIn(rest)
  const rank = kind === 'breakdown' || kind === 'unit-cost' ? words.rankOf(text) : undefined
  return {
    kind,
    ...period,
    ...(by === undefined ? {} : { by }),
    ...(name === undefined ? {} : { name }),
    ...(move?.to === undefined ? {} : { to: move.to }),
    ...(rank === undefined ? {} : { rank }),
    words: text.replace(AFTERWARDS, ' '),
  }
}
