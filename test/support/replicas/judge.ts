import type { Post, Whisper } from './slack.ts'

/** One question of the load. */
export type Question = {
  readonly person: string
  readonly thread: string
  readonly ts: string
  readonly text: string
  readonly sent: number
  ackedAt?: number
  sends: number
}

export type Outcome = Readonly<{
  asked: number
  /** Deliveries beyond the first of an event: repeats put in on purpose and those after a failure. */
  repeats: number
  kills: number
  /** Questions that Slack would give up: no replica acknowledged them. */
  refused: readonly string[]
  /** Acknowledged, and neither answered nor apologised for. */
  lost: readonly string[]
  twice: readonly string[]
  /** Threads whose answers stand in another order than their questions. */
  disordered: readonly string[]
  apologies: number
  /** Milliseconds from sending an event to its acknowledgement, and to its answer. */
  ack: Readonly<{ p50: number; p99: number }>
  answer: Readonly<{ p50: number; p99: number }>
  /** All that the replicas logged. */
  log: string
  /** What must not stand in it. */
  secrets: readonly string[]
}>

/** What became of the questions, by what was posted and what only one person was shown. */
export function judged(
  questions: readonly Question[],
  posts: readonly Post[],
  whispers: readonly Whisper[],
): Omit<Outcome, 'kills' | 'log' | 'secrets'> {
  const answers = grouped(posts, (p) => p.question)
  const acked = questions.filter((q) => q.ackedAt !== undefined)
  const without = acked.filter((q) => !answers.has(q.ts))
  const apologised = new Map<string, number>()
  for (const { user } of whispers) apologised.set(user, (apologised.get(user) ?? 0) + 1)
  const lost = without.filter(({ person }) => {
    const left = apologised.get(person) ?? 0
    apologised.set(person, left - 1)
    return left <= 0
  })
  const asked = new Map(questions.map((q) => [q.ts, q]))
  const threads = grouped(posts, (p) => p.thread)
  // Only what had arrived before the other was sent could have been answered before it.
  const disordered = [...threads].filter(([, inThread]) =>
    inThread.some(({ question }, i) => {
      const arrived = asked.get(question)?.ackedAt ?? Infinity
      return inThread
        .slice(0, i)
        .some(
          (before) =>
            before.question > question && arrived <= (asked.get(before.question)?.sent ?? 0),
        )
    }),
  )
  const waited = acked.flatMap((q) => {
    const [answer] = answers.get(q.ts) ?? []
    return answer ? [Number(answer.ts) * 1_000 - q.sent] : []
  })
  return {
    asked: questions.length,
    repeats: questions.reduce((sum, q) => sum + q.sends - 1, 0),
    refused: questions.filter((q) => q.ackedAt === undefined).map((q) => q.ts),
    lost: lost.map((q) => q.ts),
    twice: [...answers].filter(([, all]) => all.length > 1).map(([question]) => question),
    disordered: disordered.map(([thread]) => thread),
    apologies: whispers.length,
    ack: spread(acked.map((q) => (q.ackedAt ?? 0) - q.sent)),
    answer: spread(waited),
  }
}

function grouped(posts: readonly Post[], by: (post: Post) => string): Map<string, Post[]> {
  const groups = new Map<string, Post[]>()
  for (const post of posts) groups.set(by(post), [...(groups.get(by(post)) ?? []), post])
  return groups
}

function spread(values: readonly number[]): { p50: number; p99: number } {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0)
  return { p50: at(0.5), p99: at(0.99) }
}
