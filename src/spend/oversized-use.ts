import type { NanoRange } from './forecast.ts'

/** Calls that look like work for a smaller model: worth a pilot, never a claim of quality. */
export type OversizedUse = Readonly<{
  provider: string
  model: string
  team?: string
  workload?: string
  candidate: string
  candidateProvider: string
  /** Id of the catalogue's task that the evidence is of, where the workload names one. */
  task?: string
  costNano: bigint
  requests: number
  inputPerRequest: number
  outputPerRequest: number
  /** Share of requests that failed, where it is known. */
  failureRate?: number
  /** A month of 30 days: half of the calls move (low) or all of them (high). */
  savingPerMonth: NanoRange
  /** Items of a paired pilot that could tell. */
  pilotItems: number
  /** Why it looks small. */
  signs: readonly ('short-answers' | 'short-prompts' | 'few-failures' | 'task-evidence')[]
}>
