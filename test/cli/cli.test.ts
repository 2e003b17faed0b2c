import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileWith } from '../support/file.ts'
import { file as focusFile } from '../support/focus-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'rightsize-cli-'))
const environment = {
  ...process.env,
  LC_ALL: 'C',
  DATA_DIR: join(folder, 'data'),
  PORT: '0',
  LOG_LEVEL: 'silent',
}
const cli = (...args: string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8', env: environment })

describe('the command line', () => {
  it('answers a question as text and as JSON, and nothing else on standard output', () => {
    expect(cli('ask', 'Why did Chinchilla change Kaplan’s advice?').stdout).toContain(
      'Hoffmann et al. 2022',
    )
    const json = JSON.parse(
      cli('ask', 'Do we need GPT-class models to tag 200k support tickets a month?', '--json')
        .stdout,
    )
    expect(json).toMatchObject({ kind: 'answer', language: 'en', verdict: { choice: 'smaller' } })
    expect(json.options[0]).toMatchObject({
      id: expect.any(String),
      usdPerMonth: { kind: 'computed' },
      qualityPoints: expect.any(Object),
      bearers: expect.any(Array),
      control: expect.any(Object),
    })
    expect(json.options.some((o: { latencyMs: object }) => 'unknown' in o.latencyMs)).toBe(true)
    expect(json.estimates[0]).toMatchObject({
      label: expect.any(String),
      unit: expect.any(String),
      kind: expect.any(String),
    })
    expect(json.flips[0]).toMatchObject({
      assumption: expect.any(String),
      current: expect.any(Number),
      flipsAt: expect.any(Number),
      toChoice: expect.any(String),
    })
  })
  it('answers a file of questions in order, in one process, ids echoed', () => {
    const file = join(folder, 'questions.jsonl')
    writeFileSync(
      file,
      '{"id":"b","question":"Should I buy NVIDIA stock?"}\n{"id":7,"question":"스케일링 법칙이 뭐야?"}\n',
    )
    const lines = cli('ask', '--file', file, '--json')
      .stdout.trim()
      .split('\n')
      .map((l) => JSON.parse(l))
    expect(lines.map((l) => [l.id, l.kind])).toEqual([
      ['b', 'refuse'],
      ['7', 'answer'],
    ])
  })
  it('reads a verdict as one kind of reader wants it, and refuses readers it does not know', () => {
    const question = 'Do we need GPT-class models to tag 200k support tickets a month?'
    expect(cli('ask', question, '--as', 'finance').stdout).toContain('Read as Finance')
    const refused = cli('ask', question, '--as', 'sales')
    expect([refused.status, refused.stderr]).toEqual([
      2,
      expect.stringContaining('--as must be one of finance, product, engineering, sustainability'),
    ])
  })
  it('follows up within a thread of a file', () => {
    const file = join(folder, 'thread.jsonl')
    const question = 'Do we need GPT-class models to tag 200k support tickets a month?'
    const rows = [
      { question, thread: 1 },
      { question: 'what if volume doubles?', thread: 1 },
      { question: 'what if volume doubles?', thread: 2 },
    ]
    writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'))
    const [, doubled, alone] = cli('ask', '--file', file, '--json')
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(doubled.text).toMatch(/before 200,000 .* now 400,000/)
    expect(alone.verdict).toBeNull()
  })
  it('sizes from words and from a file alike', () => {
    const file = join(folder, 'request.json')
    writeFileSync(
      file,
      JSON.stringify({ task: 'classification', volume: '2M/month', value: 0.5, 'error-cost': 2 }),
    )
    const [words, filed] = [
      cli('size', 'task=classification volume=2M/month value=0.50 error-cost=2', '--json'),
      cli('size', '--file', file, '--json'),
    ]
    expect(JSON.parse(words.stdout).replay).toBe(JSON.parse(filed.stdout).replay)
  })
  it('asks published rows again, and says which agree', () => {
    const file = join(folder, 'rows.csv')
    writeFileSync(
      file,
      'formula,inputs,output,value,rel_tol\nbreak_even_uplift = dc/(V+C),dc=0.01;V=0.5;C=2,uplift,0.004,0.001\nbreak_even_uplift,dc=0.01;V=0.5;C=2,uplift,0.005,0.001\nsomething else,a=1,b,2,0.1\n',
    )
    const outcomes = JSON.parse(cli('check-cases', file, '--json').stdout)
    expect(outcomes).toMatchObject([
      { pass: true, expected: { uplift: 0.004 }, got: { uplift: 0.004 } },
      { pass: false, expected: { uplift: 0.005 } },
      { leftOut: expect.stringContaining('no formula') },
    ])
  })
  it('counts the tokens of a text for a model', () => {
    expect(cli('tokens', 'gpt-6-luna', 'hello world').stdout).toContain('2 tokens for GPT-6 Luna')
    expect(cli('tokens', 'claude-opus-5-5', 'hello world').stdout).toContain('estimated')
  })
  it('lists sources, models and formulas and computes one', { timeout: 60_000 }, () => {
    expect(cli('sources').stdout).toContain('kaplan-2020')
    expect(cli('models', '--json').stdout).toContain('"gpt-6-luna"')
    expect(JSON.parse(cli('formula', '--list', '--json').stdout)[0]).toMatchObject({
      id: expect.any(String),
      keys: expect.any(Array),
      source: expect.any(String),
    })
    expect(
      JSON.parse(
        cli(
          'formula',
          'required-uplift',
          'extra_usd=0.01',
          'value_usd=0.5',
          'error_cost_usd=2',
          '--json',
        ).stdout,
      ).results[0],
    ).toEqual({ key: 'uplift', value: 0.004, unit: 'share of requests' })
  })
  it.each([
    [['formula', 'nope'], /There is no formula/],
    [['fly'], /no command "fly"/],
  ])('%j exits with 2 and says why on standard error', (args, why) => {
    const { status, stdout, stderr } = cli(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(why)
  })
  it('without DuckDB reads plain CSV, and says what a FOCUS file needs in both languages', {
    timeout: 60_000,
  }, () => {
    const hook = join(folder, 'without-duckdb.mjs')
    writeFileSync(
      hook,
      `import { register } from 'node:module'
      const refuse = \`export const resolve = (name, context, next) => {
        if (name === '@duckdb/node-api') throw new Error('Cannot find package')
        return next(name, context)
      }\`
      register('data:text/javascript,' + encodeURIComponent(refuse))`,
    )
    const dataDir = join(folder, 'without-duckdb')
    const without = (...args: string[]) =>
      spawnSync(process.execPath, ['--import', hook, 'dist/cli.js', 'import', ...args], {
        encoding: 'utf8',
        env: { ...environment, DATA_DIR: dataDir },
      })
    const bill = fileWith(focusFile([{}]))
    for (const [language, said] of [
      ['en', 'needs the optional package @duckdb/node-api, which is not installed here'],
      ['ko', '선택 패키지 @duckdb/node-api가 필요하지만 설치되어 있지 않습니다'],
    ] as const) {
      const { status, stdout, stderr } = without(bill, '--lang', language)
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toContain(said)
    }
    const csv = fileWith('date,provider,model,cost,currency\n2026-11-16,openai,m,12.5,USD\n')
    expect(without(csv).stdout).toContain('Rows read 1, kept 1, rejected 0')
  })
  it('prints the sheet of the pilot as CSV', () => {
    const { status, stdout } = cli('size', 'task=coding-agent volume=20000', '--sheet')
    const lines = stdout.trim().split('\n')
    expect(status).toBe(0)
    expect(lines[0]).toMatch(/^item,input,right answer,first to be judged,answer of /)
    expect(lines.length).toBeGreaterThan(300)
  })
  it('imports and shows the digest, alone and through a running bot, over a socket only its user can open', {
    timeout: 60_000,
  }, async () => {
    const csv = join(folder, 'spend.csv')
    writeFileSync(csv, 'date,provider,model,cost,currency\n2026-11-16,openai,gpt-6-luna,12.5,USD\n')
    expect(cli('import', csv).stdout).toContain('Rows read 1, kept 1, rejected 0')
    expect(cli('digest', '--week', '2026-W47').stdout).toContain('Total $12.50')
    expect(JSON.parse(cli('digest', '--week', '2026-W47', '--json').stdout)).toMatchObject({
      currencies: [{ currency: 'USD', total: '12.5' }],
    })
    expect(cli('decisions').stdout).toContain('No decisions are recorded.')
    expect(JSON.parse(cli('decisions', '--json').stdout)).toEqual([])
    const bot = spawn(process.execPath, ['dist/main.js'], {
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise<void>((resolve) =>
      bot.stdout.on(
        'data',
        (text: Buffer) => text.toString().includes('http://127.0.0.1') && resolve(),
      ),
    )
    expect(statSync(join(folder, 'data', 'rightsize.sock')).mode & 0o777).toBe(0o600)
    expect(cli('digest', '--week', '2026-W47', '--lang', 'ko').stdout).toContain('합계 $12.50')
    expect(cli('decisions', '--lang', 'ko').stdout).toContain('기록된 결정이 없습니다.')
    expect(cli('ask', 'Should I buy NVIDIA stock?').status).toBe(0)
    const ended = new Promise((resolve) => bot.once('exit', resolve))
    bot.kill('SIGTERM')
    expect(await ended).toBe(0)
  })
})
