/** `npm run bench`: every section, or those that are named, each in a process of its own. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { machine, print } from './measure.ts'

const SECTIONS = [
  'answers',
  'engine',
  'retrieval',
  'retrieval-scale',
  'memory',
  'cold-start',
  'import',
  'digest',
]

const flags = process.argv.slice(2).filter((word) => word.startsWith('--'))
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const unknown = asked.filter((name) => !SECTIONS.includes(name))
if (unknown.length > 0) {
  print(`There is no section ${unknown.join(', ')}; there are ${SECTIONS.join(', ')}.`)
  process.exit(2)
}
print(machine())
for (const name of asked.length > 0 ? asked : SECTIONS) {
  print(`\n## ${name}`)
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, `${name}.ts`), ...flags],
    { stdio: 'inherit' },
  )
  if (status !== 0) process.exitCode = 1
}
