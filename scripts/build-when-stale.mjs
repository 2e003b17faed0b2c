import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
const stamp = join(dist, 'built-from')

/** Hash over the sources, the notes and the versions of what they need. */
function fingerprint() {
  const hash = createHash('sha256')
  const add = (path) => hash.update(path).update(readFileSync(join(root, path)))
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) walk(path)
      else add(path)
    }
  }
  walk('src')
  walk('knowledge')
  for (const file of ['package.json', 'tsconfig.json', 'tsconfig.build.json']) add(file)
  return hash.digest('hex')
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0) {
    process.stderr.write(`${command} ${args.join(' ')} failed.\n`)
    process.exit(1)
  }
}

/** Compiles and indexes unless `dist` was made from these very files; all messages go to standard error. */
export function buildWhenStale() {
  const now = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  process.stderr.write('Building…\n')
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(dist, { recursive: true })
  run(process.execPath, [
    join(root, 'node_modules/typescript/bin/tsc'),
    '-p',
    'tsconfig.build.json',
  ])
  // The compiler leaves what is no TypeScript behind.
  cpSync(join(root, 'src/workspace/browser'), join(dist, 'workspace/browser'), { recursive: true })
  run(process.execPath, ['dist/build-index.js'])
  writeFileSync(stamp, now)
}
