/** Messages of the outbox by what they are and how they stand. */
export type OutboxCount = Readonly<{ kind: string; state: string; messages: number }>

/** A source of charges: epoch ms of its last good reading, if any, and whether the last attempt failed. */
export type SourceStanding = Readonly<{ source: string; readAt?: number; failing: boolean }>

/** Events that were acknowledged and are not dealt with; epoch ms at which the oldest of them came. */
export type InboxStanding = Readonly<{ open: number; oldest?: number }>

/** What is stored about the work under way, over all tenants; names nobody. */
export type Standing = Readonly<{
  inbox: () => Promise<InboxStanding>
  outbox: () => Promise<readonly OutboxCount[]>
  /** Epoch ms at which the oldest message that is still to be posted was planned. */
  oldestOpen: () => Promise<number | undefined>
  /** Of several tenants that read a source, the one that was read longest ago. */
  sources: () => Promise<readonly SourceStanding[]>
  /** Money for language models since a moment (epoch ms), USD in nano-units; a cost that is unknown counts at its most. */
  modelNanoSince: (since: number) => Promise<bigint>
  /** Resolves when the database answers. */
  answers: () => Promise<void>
}>

/** A figure that is asked for when it is wanted: one value for each set of labels. */
export type Gauge = Readonly<{
  /** As it is shown, without the product's name before it. */
  name: string
  help: string
  /** Names of its labels. */
  labels: readonly string[]
  read: () => Promise<
    readonly Readonly<{ labels?: Readonly<Record<string, string>>; value: number }>[]
  >
}>

/** The figures that the stored data gives; an unknown one is left out and never 0. */
export function storedGauges(standing: Standing, now: () => number): readonly Gauge[] {
  const secondsSince = (moment: number) => Math.max(0, (now() - moment) / 1000)
  return [
    {
      name: 'inbox_events',
      help: 'Events that were acknowledged to Slack and are not dealt with, over all replicas.',
      labels: [],
      read: async () => [{ value: (await standing.inbox()).open }],
    },
    {
      name: 'inbox_oldest_seconds',
      help: 'Age of the oldest of them; absent when there is none.',
      labels: [],
      read: async () => {
        const { oldest } = await standing.inbox()
        return oldest === undefined ? [] : [{ value: secondsSince(oldest) }]
      },
    },
    {
      name: 'outbox_messages',
      help: 'Digests, alerts and notes by kind and state: due, sending, posted, failed (given up).',
      labels: ['kind', 'state'],
      read: async () =>
        (await standing.outbox()).map(({ messages, ...labels }) => ({ labels, value: messages })),
    },
    {
      name: 'outbox_oldest_seconds',
      help: 'Age of the oldest message that is still to be posted; absent when none is.',
      labels: [],
      read: async () => {
        const oldest = await standing.oldestOpen()
        return oldest === undefined ? [] : [{ value: secondsSince(oldest) }]
      },
    },
    {
      name: 'source_lag_seconds',
      help: 'Time since a source of spend was last read whole; absent for one that never was.',
      labels: ['source'],
      read: async () =>
        (await standing.sources()).flatMap(({ source, readAt }) =>
          readAt === undefined ? [] : [{ labels: { source }, value: secondsSince(readAt) }],
        ),
    },
    {
      name: 'source_failing',
      help: '1 when the last attempt to read a source of spend failed, else 0.',
      labels: ['source'],
      read: async () =>
        (await standing.sources()).map(({ source, failing }) => ({
          labels: { source },
          value: failing ? 1 : 0,
        })),
    },
    {
      name: 'model_month_usd',
      help: 'Money for language models in this calendar month (UTC), USD at list price; an unknown cost counts at its most.',
      labels: [],
      read: async () => {
        const month = new Date(now()).toISOString().slice(0, 7)
        const nano = await standing.modelNanoSince(Date.parse(`${month}-01T00:00:00Z`))
        return [{ value: Number(nano) / 1e9 }]
      },
    },
  ]
}
