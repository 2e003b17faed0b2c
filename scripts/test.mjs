import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildWhenStale, root } from './build-when-stale.mjs'

buildWhenStale()
const report = join(root, 'test', 'output', 'report.json')
mkdirSync(join(root, 'test', 'output'), { recursive: true })
rmSync(report, { force: true })
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
)
if (existsSync(report)) {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const skipped = testResults.flatMap((file) =>
    file.assertionResults.filter((t) => t.status === 'pending').map((t) => t.ancestorTitles[0]),
  )
  for (const ring of new Set(skipped)) process.stderr.write(`Ring not run here: ${ring}\n`)
}
process.exit(status ?? 1)
