import type { Language } from '../../language/language.ts'
import { movedUseOf } from '../../spend/moved-use.ts'
import { usageOf } from '../build-digest.ts'
import type { Digest } from '../digest.ts'
import type { DigestSources } from '../gather-digest.ts'
import type { Lookups } from '../lookups.ts'
import { daysOfPeriod } from '../period.ts'
import type { Moved } from './answer-moved.ts'
import { answerSpendQuestion } from './answer-spend-question.ts'
import { namedIn } from './names-in-data.ts'
import { readSpendQuestion, type ThreadBefore } from './read-question.ts'
import type { SpendQuestion } from './spend-question.ts'

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

/** Questions about spend, read and answered; who may ask is for the caller to see to. */
export type SpendAnswers = Readonly<{
  /** Undefined for anything that is not about the company's own spend. `thread` is oldest first. */
  read: (text: string, thread?: readonly Asked[]) => SpendQuestion | undefined
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
  return {
    read: (text, thread = []) => readSpendQuestion(text, dayOf(now()), threadBefore(thread)),
    answer: async (tenant, question, language) => {
      const digest = await build({ tenant, period: question.period })
      const move = question.kind === 'what-if' ? await moved(tenant, question, digest) : undefined
      return answerSpendQuestion(question, digest, language, move)
    },
  }
}

/** What a thread leaves to know: the questions about spend that stand last in it, read again in turn. */
function threadBefore(thread: readonly Asked[]): ThreadBefore {
  const last = thread.findLastIndex((turn) => !turn.spend)
  const asked = thread
    .slice(last + 1)
    .reduce<SpendQuestion | undefined>(
      (before, { question, at }) =>
        readSpendQuestion(question, dayOf(at), before ? { asked: before } : {}) ?? before,
      undefined,
    )
  return { ...(asked ? { asked } : {}), ...(thread.some((t) => t.sized) ? { sized: true } : {}) }
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
