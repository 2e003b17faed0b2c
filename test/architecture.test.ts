import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const files = ['src', 'test', 'bench', 'scripts'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((f) => `${folder}/${f}`),
)
const pure = files.filter((f) => /^src\/(engine|spend)\/.*\.ts$/.test(f))
const random = (text: string) => /Math\.random/.test(text)

/** What is planted into a copy of the sources: where, and the rule that has to report it; none where it may stand. */
type Planted = Readonly<{ what: string; folder: string; text: string; rule?: string }>

const crossing = (what: string, folder: string, text: string): Planted => ({
  ...{ what, folder, text },
  rule: 'noRestrictedImports',
})
const PLANTED: readonly Planted[] = [
  crossing(
    'the engine importing an adapter',
    'src/engine',
    "import { openDatabase } from '../storage/database.ts'\nexport const x = openDatabase\n",
  ),
  crossing(
    'the engine importing a package',
    'src/engine/cost',
    "import { z } from 'zod'\nexport const x = z\n",
  ),
  crossing(
    'the engine importing what stands above it',
    'src/engine/cost',
    "import { showUsd } from '../../language/numbers.ts'\nexport const x = showUsd\n",
  ),
  crossing(
    'spend importing the digest',
    'src/spend',
    "import { buildDigest } from '../digest/build-digest.ts'\nexport const x = buildDigest\n",
  ),
  crossing(
    'sizing importing answering',
    'src/sizing',
    "import { understand } from '../answering/understand.ts'\nexport const x = understand\n",
  ),
  crossing(
    'a use case importing an adapter',
    'src/answering',
    "import { createPoster } from '../slack/post.ts'\nexport const x = createPoster\n",
  ),
  crossing(
    'decisions importing the store',
    'src/decisions',
    "import { decisionStore } from '../storage/decision-store.ts'\nexport const x = decisionStore\n",
  ),
  crossing(
    'ingest importing a connector',
    'src/ingest',
    "import { csvSource } from '../connectors/csv-source.ts'\nexport const x = csvSource\n",
  ),
  crossing(
    'sizing importing decisions',
    'src/sizing',
    "import { noticeOf } from '../decisions/notice.ts'\nexport const x = noticeOf\n",
  ),
  crossing(
    'an adapter importing another',
    'src/slack',
    "import { openDatabase } from '../storage/database.ts'\nexport const x = openDatabase\n",
  ),
  crossing(
    'an adapter importing the metrics',
    'src/slack',
    "import { prometheus } from '../telemetry/prometheus.ts'\nexport const x = prometheus\n",
  ),
  crossing(
    'the metrics importing an adapter',
    'src/telemetry',
    "import { standing } from '../storage/standing.ts'\nexport const x = standing\n",
  ),
  crossing(
    'operation importing the package of the metrics',
    'src/operation',
    "import { Registry } from 'prom-client'\nexport const x = Registry\n",
  ),
  ...[
    'Date.now()',
    'process.pid',
    'globalThis',
    'performance.now()',
    'fetch',
    'console.log',
    'setTimeout',
    'crypto',
  ].map((used) => ({
    what: `${used} in the engine`,
    folder: 'src/engine',
    text: `export const x = () => ${used}\n`,
    rule: 'noRestrictedGlobals',
  })),
  {
    what: 'reading the environment outside config.ts',
    folder: 'src/slack',
    text: 'export const x = process.env.HOME\n',
    rule: 'noProcessEnv',
  },
  {
    what: 'a floating promise',
    folder: 'src/digest',
    text: 'const f = async () => 1\nexport const x = () => { f() }\n',
    rule: 'noFloatingPromises',
  },
  {
    what: 'a clean file',
    folder: 'src/engine',
    text: "import { exactly } from './range.ts'\nexport const one = exactly(1)\n",
  },
]

/** What the lint says, as far as it is read here. */
type Reported = Readonly<{
  diagnostics: readonly Readonly<{ category: string; location: Readonly<{ path: string }> }>[]
}>

describe('the rings hold, and the check bites', () => {
  let copy = ''
  /** Rules by the file that the project's lint reports. */
  const reported = new Map<string, string[]>()
  const fileOf = (planted: Planted) => `${planted.folder}/planted-${PLANTED.indexOf(planted)}.ts`

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'rightsize-lint-'))
    for (const item of ['src', '.gitignore', 'biome.json', 'tsconfig.json', 'package.json'])
      cpSync(item, join(copy, item), { recursive: true })
    symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'))
    for (const planted of PLANTED) writeFileSync(join(copy, fileOf(planted)), planted.text)
    const { stdout } = spawnSync(
      'node_modules/.bin/biome',
      ['lint', '--max-diagnostics=200', '--reporter=json', ...PLANTED.map(fileOf)],
      { cwd: copy, encoding: 'utf8' },
    )
    const { diagnostics } = JSON.parse(stdout) as Reported
    for (const { category, location } of diagnostics)
      reported.set(location.path, [...(reported.get(location.path) ?? []), category])
  }, 60_000)
  afterAll(() => rmSync(copy, { recursive: true }))

  it.each(PLANTED.filter(({ rule }) => rule !== undefined))('$what is reported', (planted) =>
    expect(reported.get(fileOf(planted))).toContainEqual(
      expect.stringContaining(planted.rule ?? ''),
    ),
  )
  it.each(PLANTED.filter(({ rule }) => rule === undefined))('$what is not', (planted) =>
    expect(reported.get(fileOf(planted))).toBeUndefined(),
  )
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
