import assert from 'node:assert/strict'
import { runWorld, type WorldOptions } from './world.ts'

/** Autumn: Europe on 25 October, America on 1 November 2026. Spring: America on 14, Europe on 28 March 2027; Sydney on 4 April. */
const SPANS = [
  ['2026-10-19T00:30:00Z', '2026-11-09T00:30:00Z'],
  ['2027-03-08T00:30:00Z', '2027-04-06T00:30:00Z'],
] as const
const KILLS = 200
const seed = Number(process.env.FAULT_SEED ?? 20261123)

/** Digests over both clock changes while processes are killed; each message has to be posted once. */
export async function postsOnce(
  name: string,
  options: Pick<WorldOptions, 'place' | 'replicas'>,
): Promise<void> {
  const { kills, due, posted, ...wrong } = await runWorld({
    ...options,
    ...{ seed, spans: SPANS, kills: KILLS },
  })
  const counted = new Map<string, number>()
  for (const moment of kills) {
    const what = moment.replace(/^failed: .*/, 'a failure')
    counted.set(what, (counted.get(what) ?? 0) + 1)
  }
  console.log(
    `${name}: seed ${seed}, ${kills.length} kills, ${due} messages due, ${posted} posted`,
    Object.fromEntries(counted),
  )
  assert.deepEqual(wrong, { duplicates: [], missing: [], unexpected: [], astray: [] })
  assert.ok(kills.length >= KILLS)
}
