import { within } from './within.ts'

/** A stage that has to be over before the process can serve. */
export const STAGES = {
  knowledge: 'The notes and their index are still being loaded.',
  database: 'The database is still being opened.',
  receiving: 'The bot does not receive from Slack yet.',
} as const
export type Stage = keyof typeof STAGES

/** Something that may break while the process serves; says why it cannot now, or nothing. */
export type Watch = () => Promise<string | undefined>

/** Whether the process can serve. */
export type Readiness = Readonly<{
  done: (stage: Stage) => void
  watch: (watch: Watch) => void
  /** From now on the process only finishes what it has begun. */
  drain: () => void
  /** Why it cannot serve, in plain words; nothing when it can. */
  reasons: () => Promise<readonly string[]>
}>

export function createReadiness(): Readiness {
  const open = new Set(Object.keys(STAGES) as Stage[])
  const watches: Watch[] = []
  let draining = false
  return {
    done: (stage) => void open.delete(stage),
    watch: (watch) => void watches.push(watch),
    drain: () => {
      draining = true
    },
    reasons: async () => [
      ...(draining ? ['The process is stopping and takes nothing new.'] : []),
      ...[...open].map((stage) => STAGES[stage]),
      ...(await Promise.all(watches.map((watch) => watch()))).filter((why) => why !== undefined),
    ],
  }
}

/** A watch that says the sentence when what is asked fails or is not there in time (milliseconds). */
export function answersWithin(ask: () => Promise<void>, most: number, silent: string): Watch {
  return () =>
    within(ask(), most).then(
      () => undefined,
      () => silent,
    )
}
