/**
 * Kills the process in the middle of writing. Slow, so not part of `npm test` but of
 * `npm run test:faults`.
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DatabasePlace } from '../../src/storage/database.ts'
import { postgresPrograms, startPostgres } from '../support/postgres.ts'

const ROUNDS = 50
const LINES = 120
/** Longest that a round goes on writing after its first write before it is killed, in milliseconds. */
const LONGEST = 200

/** What a process finds when it opens the database, before it writes on. */
type Found = Readonly<{ integrity: string; costs: string[]; rows: number; weeks: string }>

/** Says what it finds, then writes reading after reading over the one before, and says each that is kept. */
const writer = (place: DatabasePlace) => `
  import { sql } from 'kysely'
  import { dayWindows, settledDays } from './dist/ingest/windows.js'
  import { chargeStore } from './dist/storage/charge-store.js'
  import { openDatabase } from './dist/storage/database.js'
  const place = ${JSON.stringify(place)}
  const db = await openDatabase(place)
  const charges = chargeStore(db)
  const line = (nano) => (_, i) => ({
    source: 'csv', basis: 'billed', day: '2026-11-16', provider: 'openai', model: 'm' + i,
    meter: 'tokens', category: 'usage', tokens: {}, effectiveNano: nano, billedNano: nano, currency: 'USD',
  })
  const kept = await charges.charges('A', '2026-01-01', '2026-12-31')
  const weeks = await charges.weeks('A', '2026-W01', '2026-W52')
  const check = 'dataDir' in place ? (await sql\`pragma integrity_check\`.execute(db)).rows : []
  const costs = [...new Set(kept.map((c) => String(c.effectiveNano)))]
  console.log(JSON.stringify({
    integrity: check[0]?.integrity_check ?? 'ok', costs, rows: kept.length,
    weeks: String(weeks.reduce((sum, w) => sum + w.effectiveNano, 0n)),
  }))
  for (let n = BigInt(costs[0] ?? 0) + 1n; ; n++) {
    const file = Array.from({ length: ${LINES} }, line(n))
    await charges.replace('A', 'csv', { charges: file, windows: dayWindows(file), days: settledDays(file) }, 0)
    console.log(String(n))
  }`

/** One process, killed some time after its first write; what it found, and the last it said was kept. */
function round(place: DatabasePlace, after: number): Promise<{ found: Found; said: bigint }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer(place)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  let rest = ''
  child.stdout.on('data', (chunk: Buffer) => {
    const all = `${rest}${chunk}`.split('\n')
    rest = all.pop() ?? ''
    const begins = lines.length < 2
    lines.push(...all)
    if (begins && lines.length >= 2) void sleep(after).then(() => child.kill('SIGKILL'))
  })
  return new Promise((resolve) =>
    child.once('close', () => {
      const found = JSON.parse(lines[0] ?? '{}') as Found
      resolve({ found, said: BigInt((lines.length > 1 ? lines.at(-1) : found.costs[0]) ?? 0) })
    }),
  )
}

async function killOften(place: DatabasePlace): Promise<void> {
  let said = 0n
  let writes = 0n
  for (let i = 0; i <= ROUNDS; i++) {
    // Spread over the whole span, the same in every run.
    const { found, said: next } = await round(place, (i * 61) % LONGEST)
    const [cost = '0', another] = found.costs
    assert.equal(found.integrity, 'ok')
    assert.equal(another, undefined, 'half a reading is kept')
    assert.equal(found.rows, cost === '0' ? 0 : LINES)
    assert.equal(
      BigInt(found.weeks),
      BigInt(LINES) * BigInt(cost),
      'the sums are of another reading',
    )
    assert.ok(BigInt(cost) >= said, `${cost} found, ${said} said to be kept`)
    writes += next - BigInt(cost)
    said = next
  }
  assert.ok(writes > BigInt(ROUNDS), `only ${writes} writes`)
  console.log(`# ${ROUNDS} kills, ${writes} writes acknowledged, none lost`)
}

const SAID =
  'killed 50 times while it writes, has lost nothing it acknowledged and left nothing half done'

await test(`a process on the embedded database, ${SAID}`, () =>
  killOften({ dataDir: mkdtempSync(join(tmpdir(), 'rightsize-kill-')) }))

const programs = postgresPrograms()
await test(`a process on PostgreSQL, ${SAID}`, {
  skip: programs === undefined && 'the Debian package postgresql is not installed',
}, async () => {
  const server = await startPostgres(programs ?? '')
  try {
    await killOften({ databaseUrl: server.url })
  } finally {
    server.stop()
  }
})
