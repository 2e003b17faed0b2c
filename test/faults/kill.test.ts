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
import { childArguments } from '../support/child.ts'

const ROUNDS = 10

/** Runs TypeScript in a process of its own, handing on each line it writes; done when it has ended. */
function child(script: string, onLine: (line: string, kill: () => void) => void): Promise<void> {
  const started = spawn(process.execPath, childArguments(script), {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  started.stdout.on('data', (chunk: Buffer) => {
    const lines = `${text}${chunk}`.split('\n')
    text = lines.pop() ?? ''
    for (const line of lines) onLine(line, () => started.kill('SIGKILL'))
  })
  return new Promise((resolve) => started.once('close', () => resolve()))
}

await test('a process that is killed while it writes has lost nothing it acknowledged, and left nothing half done', async () => {
  const open = `import { openDatabase } from './src/storage/database.ts'
    import { chargeStore } from './src/storage/charge-store.ts'
    import { charge, reading } from './test/contracts/samples.ts'
    const db = await openDatabase({ dataDir: ${JSON.stringify(mkdtempSync(join(tmpdir(), 'rightsize-kill-')))} })
    const charges = chargeStore(db)
    const stored = () => charges.charges('A', '2026-01-01', '2026-12-31')`
  let acknowledged = 0n
  for (let round = 1; round <= ROUNDS; round++) {
    const killAt = acknowledged + BigInt(round * 7)
    await child(
      `${open}
       for (let n = ${acknowledged}n + 1n; ; n++) {
         const file = Array.from({ length: 120 }, (_, i) => charge({ model: 'm' + i, nano: n }))
         await charges.replace('A', 'csv', reading(file), 0)
         process.stdout.write(n + '\\n')
       }`,
      (line, kill) => {
        acknowledged = BigInt(line)
        if (acknowledged >= killAt) kill()
      },
    )
    let found = ''
    await child(
      `${open}
       const all = await stored()
       console.log(JSON.stringify([all.length, [...new Set(all.map((c) => String(c.effectiveNano)))]]))`,
      (line) => {
        found = line
      },
    )
    const [rows, costs] = JSON.parse(found) as [number, string[]]
    assert.equal(rows, 120)
    assert.equal(costs.length, 1)
    assert.ok(BigInt(costs[0] ?? 0) >= acknowledged, `${costs[0]} found, ${acknowledged} said`)
    acknowledged = BigInt(costs[0] ?? 0)
  }
})
