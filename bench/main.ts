/**
 * Runs the sections asked for, all if none is named, each in a process of its own, prints what they print and
 * puts it into `docs/benchmarks.md`, where the sections that were not run stay as they are.
 *
 * `npm run bench`, `npm run bench -- engine import`, `npm run bench -- --full` for the stated sizes,
 * `npm run bench -- --dry` without touching the report.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FULL, machine, print, versions } from './measure.ts'
import { type Section, withSections } from './report.ts'

const SECTIONS: Readonly<Record<string, string>> = {
  retrieval: 'Retrieval beside its peers',
  'retrieval-scale': 'Retrieval as the corpus grows',
  answers: 'Answers beside an echo and a starter',
  'cold-start': 'Cold start',
  memory: 'Memory',
  accuracy: 'Accuracy of the engine on published rows',
  engine: 'Speed of the engine',
  import: 'Import of a bill',
  digest: 'Digest',
  decisions: 'Quality of decisions, by simulation',
  scale: 'Scale on paper',
}
/** Sections that start the built bot. */
const BUILT = ['answers', 'cold-start', 'memory', 'scale']
const REPORT = join(import.meta.dirname, '../docs/benchmarks.md')

const flags = process.argv.slice(2).filter((word) => word.startsWith('--'))
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const unknown = asked.filter((id) => !(id in SECTIONS))
if (unknown.length > 0) {
  print(`There is no section ${unknown.join(', ')}; there are ${Object.keys(SECTIONS).join(', ')}.`)
  process.exit(2)
}
const chosen = asked.length > 0 ? asked : Object.keys(SECTIONS)
if (chosen.some((id) => BUILT.includes(id)) && !existsSync('dist/main.js'))
  spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
const started = performance.now()
for (const id of chosen) {
  const title = SECTIONS[id] ?? id
  const where = `Measured ${machine()}; ${versions()}; ${FULL ? 'the stated sizes (`--full`)' : 'reduced sizes'}.`
  print(`\n## ${title}\n\n${where}\n`)
  const from = performance.now()
  const { output, end } = await run(id)
  const took = `Took ${Math.round((performance.now() - from) / 1000)} s.`
  print(took)
  if (end !== 0) {
    process.exitCode = 1
    print(`The section ${id} ended with ${end}; the report keeps what it had.`)
  } else if (!flags.includes('--dry'))
    keep({ id, title, body: `${where}\n\n${output.trim()}\n\n${took}` })
}
print(`\nAll took ${Math.round((performance.now() - started) / 1000)} s.`)

function run(id: string): Promise<{ output: string; end: number | NodeJS.Signals | null }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, `${id}.ts`), ...flags],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let output = ''
  child.stdout.on('data', (text: Buffer) => {
    output += String(text)
    process.stdout.write(text)
  })
  return new Promise((resolve) =>
    child.once('close', (code, signal) => resolve({ output, end: code ?? signal })),
  )
}

/** Written after every section, so that a run that is broken off loses one section only. */
function keep(section: Section): void {
  writeFileSync(REPORT, withSections(readFileSync(REPORT, 'utf8'), [section]))
}
