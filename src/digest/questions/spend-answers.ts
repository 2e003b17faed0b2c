import type { Language } from '../../language/language.ts'
import { dayNumber, isoDay, lastWholeWeek } from '../../spend/calendar.ts'
import { movedUseOf } from '../../spend/moved-use.ts'
import { usageOf } from '../build-digest.ts'
import type { Digest } from '../digest.ts'
import type { DigestSources } from '../gather-digest.ts'
import type { Lookups } from '../lookups.ts'
import { daysOfPeriod } from '../period.ts'
import type { Moved } from './answer-moved.ts'
import { answerSpendQuestion } from './answer-spend-question.ts'
import { namedIn, ownNamesIn } from './names-in-data.ts'
import { readSpendQuestion, type ThreadBefore } from './read-question.ts'
import type { SpendQuestion } from './spend-question.ts'

/** How far back data is looked for, in days. */
const YEAR = 366
/** As many names as could matter. */
const MANY = 2

/** A question and what came of it, of a thread. */
export type Asked = Readonly<{
  question: string
  /** Epoch ms. */
  at: number
  /** Whether it was answered as one about spend. */
  spend: boolean
  /** Whether a workload was sized. */
  sized: boolean
}>

/** What was asked before, oldest first, and the time of asking (epoch ms) where it is not now. */
export type When = Readonly<{ thread?: readonly Asked[]; at?: number }>

/** Questions about spend, read and answered; who may ask is for the caller to see to. */
export type SpendAnswers = Readonly<{
  /** Undefined for anything that is not about the company's own spend. */
  read: (tenant: string, text: string, when?: When) => Promise<SpendQuestion | undefined>
  answer: (
    tenant: string,
    question: SpendQuestion,
    language: Language,
  ) => Promise<readonly string[]>
}>

type Means = Readonly<{
  build: (ask: Readonly<{ tenant: string; period: string }>) => Promise<Digest>
  charges: DigestSources['charges']
  lookups: () => Lookups
  now: () => number
}>

/** Answers from the digest of the period that is asked about, so that the figures are the same. */
export function createSpendAnswers({ build, charges, lookups, now }: Means): SpendAnswers {
  const moved = async (
    tenant: string,
    question: SpendQuestion,
    digest: Digest,
  ): Promise<Moved | undefined> => {
    const [about, currency] = [namedIn(question, digest), digest.currencies[0]?.currency]
    if (!about || 'unknown' in about || currency === undefined) return undefined
    const { from, to } = daysOfPeriod(question.period)
    const [own, known] = await Promise.all([
      charges.charges(tenant, from, to),
      charges.knownDays(tenant, from, to),
    ])
    const usage = usageOf({ period: question.period, charges: own, known }).filter(
      (c) => c.currency === currency && c[about.by] === about.name,
    )
    const { candidateFor, candidateNamed } = lookups()
    const { to: target } = question
    const days = digest.coverage.settledDays.length
    const uses = movedUseOf(usage, days, (call) =>
      target === undefined ? candidateFor(call) : candidateNamed(call, target),
    )
    return { currency, days, uses }
  }
  /** The newest settled day of the last year. */
  const newest = async (tenant: string): Promise<string | undefined> => {
    const today = dayOf(now())
    const known = await charges.knownDays(tenant, isoDay(dayNumber(today) - YEAR), today)
    return known
      .filter((k) => k.settled)
      .reduce<string | undefined>(
        (last, { day }) => (last === undefined || day > last ? day : last),
        undefined,
      )
  }
  /** Teams, workloads and projects of the last whole week and since. */
  const ownNames = async (tenant: string, today: string): Promise<readonly string[]> => {
    const { from } = daysOfPeriod(lastWholeWeek(today))
    const names = (await charges.charges(tenant, from, today)).flatMap(
      ({ team, workload, project }) => [team, workload, project],
    )
    return [...new Set(names.filter((name) => name !== undefined))]
  }
  return {
    read: async (tenant, text, { thread = [], at = now() } = {}) => {
      const [today, before] = [dayOf(at), threadBefore(thread)]
      const question = readSpendQuestion(text, today, before)
      if (question || !readSpendQuestion(text, today, before, () => MANY)) return question
      const names = await ownNames(tenant, today)
      return readSpendQuestion(text, today, before, (words) => ownNamesIn(words, names).length)
    },
    answer: async (tenant, question, language) => {
      const digest = await build({ tenant, period: question.period })
      const move = question.kind === 'what-if' ? await moved(tenant, question, digest) : undefined
      const last =
        digest.currencies.length === 0 || question.kind === 'coverage'
          ? await newest(tenant)
          : undefined
      return answerSpendQuestion(question, digest, language, {
        ...(move ? { moved: move } : {}),
        ...(last === undefined ? {} : { newest: last }),
      })
    },
  }
}

/** What a thread leaves to know: its questions about spend, read again in turn, and whether others came after. */
function threadBefore(thread: readonly Asked[]): ThreadBefore {
  const asked = thread
    .filter((turn) => turn.spend)
    .reduce<SpendQuestion | undefined>(
      (before, { question, at }) =>
        readSpendQuestion(question, dayOf(at), before ? { asked: before } : {}, () => MANY) ??
        before,
      undefined,
    )
  return {
    ...(asked ? { asked } : {}),
    ...(asked && thread.at(-1)?.spend === false ? { since: true } : {}),
    ...(thread.some((t) => t.sized) ? { sized: true } : {}),
  }
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
