import type { InstallationStore } from './ports.ts'

const DAY_MS = 86_400_000
const EVERY_MS = 3_600_000

/**
 * Deletes the data of workspaces that the app was taken away from more than some days ago, once an hour;
 * one that has it again keeps everything. Every replica may look: what one has deleted is gone for all.
 * @returns a function to be called at every tick, which says whose data was deleted
 */
export function createForgetting(
  installations: Pick<InstallationStore, 'goneBefore' | 'forget'>,
  { now, days }: Readonly<{ now: () => number; days: number }>,
) {
  let next = -Infinity
  return async (): Promise<readonly string[]> => {
    const moment = now()
    if (moment < next) return []
    next = moment + EVERY_MS
    const before = moment - days * DAY_MS
    const forgotten: string[] = []
    for (const tenant of await installations.goneBefore(before))
      if (await installations.forget(tenant, before)) forgotten.push(tenant)
    return forgotten
  }
}
