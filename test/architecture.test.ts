import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const files = ['src', 'test', 'bench', 'scripts'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((f) => `${folder}/${f}`),
)
const pure = files.filter((f) => /^src\/(engine|spend)\/.*\.ts$/.test(f))
const random = (text: string) => /Math\.random/.test(text)

let copy = ''
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'rightsize-lint-'))
  for (const item of ['src', '.gitignore', 'biome.json', 'tsconfig.json', 'package.json'])
    cpSync(item, join(copy, item), { recursive: true })
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true }))

/** The project's lint over a copy in which one file was planted. */
function lintWith(path: string, text: string): string {
  const planted = join(copy, path)
  mkdirSync(dirname(planted), { recursive: true })
  writeFileSync(planted, text)
  const { stdout, stderr, status } = spawnSync(
    'node_modules/.bin/biome',
    ['lint', '--max-diagnostics=50', path],
    { cwd: copy, encoding: 'utf8' },
  )
  rmSync(planted)
  return status === 0 ? '' : `${stdout}${stderr}`
}

describe('the rings hold, and the check bites', () => {
  it.each([
    [
      'the engine importing an adapter',
      'src/engine/planted.ts',
      "import { openDatabase } from '../storage/database.ts'\nexport const x = openDatabase\n",
    ],
    [
      'the engine importing a package',
      'src/engine/cost/planted.ts',
      "import { z } from 'zod'\nexport const x = z\n",
    ],
    [
      'the engine importing what stands above it',
      'src/engine/cost/planted.ts',
      "import { showUsd } from '../../language/numbers.ts'\nexport const x = showUsd\n",
    ],
    [
      'spend importing the digest',
      'src/spend/planted.ts',
      "import { buildDigest } from '../digest/build-digest.ts'\nexport const x = buildDigest\n",
    ],
    [
      'sizing importing answering',
      'src/sizing/planted.ts',
      "import { understand } from '../answering/understand.ts'\nexport const x = understand\n",
    ],
    [
      'a use case importing an adapter',
      'src/answering/planted.ts',
      "import { createPoster } from '../slack/post.ts'\nexport const x = createPoster\n",
    ],
    [
      'decisions importing the store',
      'src/decisions/planted.ts',
      "import { decisionStore } from '../storage/decision-store.ts'\nexport const x = decisionStore\n",
    ],
    [
      'ingest importing a connector',
      'src/ingest/planted.ts',
      "import { csvSource } from '../connectors/csv-source.ts'\nexport const x = csvSource\n",
    ],
    [
      'sizing importing decisions',
      'src/sizing/planted.ts',
      "import { noticeOf } from '../decisions/notice.ts'\nexport const x = noticeOf\n",
    ],
    [
      'an adapter importing another',
      'src/slack/planted.ts',
      "import { openDatabase } from '../storage/database.ts'\nexport const x = openDatabase\n",
    ],
    [
      'an adapter importing the metrics',
      'src/slack/planted.ts',
      "import { prometheus } from '../telemetry/prometheus.ts'\nexport const x = prometheus\n",
    ],
    [
      'the metrics importing an adapter',
      'src/telemetry/planted.ts',
      "import { standing } from '../storage/standing.ts'\nexport const x = standing\n",
    ],
    [
      'operation importing the package of the metrics',
      'src/operation/planted.ts',
      "import { Registry } from 'prom-client'\nexport const x = Registry\n",
    ],
  ])('%s is reported', (_, path, text) =>
    expect(lintWith(path, text)).toContain('noRestrictedImports'),
  )
  it.each([
    'Date.now()',
    'process.pid',
    'globalThis',
    'performance.now()',
    'fetch',
    'console.log',
    'setTimeout',
    'crypto',
  ])('%s in the engine is reported', (used) =>
    expect(lintWith('src/engine/planted.ts', `export const x = () => ${used}\n`)).toContain(
      'noRestrictedGlobals',
    ),
  )
  it('reading the environment outside config.ts is reported', () =>
    expect(lintWith('src/slack/planted.ts', 'export const x = process.env.HOME\n')).toContain(
      'noProcessEnv',
    ))
  it('a floating promise is reported', () =>
    expect(
      lintWith(
        'src/digest/planted.ts',
        'const f = async () => 1\nexport const x = () => { f() }\n',
      ),
    ).toContain('noFloatingPromises'))
  it('a clean file is not', () =>
    expect(
      lintWith(
        'src/engine/planted.ts',
        "import { exactly } from './range.ts'\nexport const one = exactly(1)\n",
      ),
    ).toBe(''))
  it('the pure ring draws no random numbers of its own', () => {
    expect(pure.filter((f) => random(readFileSync(f, 'utf8')))).toEqual([])
    expect(random('const x = Math.random()')).toBe(true)
  })
})

describe('files', () => {
  it('are short', () => {
    const long = files
      .filter((f) => /\.(?:ts|css|js)$/.test(f))
      .map((f) => [f, readFileSync(f, 'utf8').split('\n').length] as const)
    expect(long.filter(([, lines]) => lines > 251)).toEqual([])
  })
})
