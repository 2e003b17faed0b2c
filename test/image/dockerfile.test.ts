import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lastOf, readDockerfile, stepsOf } from '../../scripts/image/dockerfile.ts'
import { ignoring } from '../../scripts/image/ignored.ts'
import { ConfigSchema } from '../../src/config.ts'

describe('a Dockerfile', () => {
  it('is read into stages, with lines joined, comments left out and variables put in', () => {
    const stages = readDockerfile(
      [
        '# what it is',
        'ARG NODE=24',
        'FROM node:$NODE AS build',
        'ENV A=1 B="two words"',
        'RUN echo $A \\',
        '  # in between',
        '  && echo done',
        'FROM node:$NODE-slim',
        'COPY --from=build --chown=1:2 /a /b ./to/',
        'HEALTHCHECK --interval=5s CMD ["node", "-e", "1"]',
        'CMD ["node", "main.js"]',
      ].join('\n'),
    )
    expect(stages).toEqual([
      {
        image: 'node:24',
        name: 'build',
        steps: [
          { kind: 'env', values: { A: '1', B: 'two words' } },
          { kind: 'run', command: 'echo $A && echo done' },
        ],
      },
      {
        image: 'node:24-slim',
        steps: [
          { kind: 'copy', from: 'build', owner: '1:2', sources: ['/a', '/b'], target: './to/' },
          { kind: 'healthcheck', command: ['node', '-e', '1'] },
          { kind: 'cmd', command: ['node', 'main.js'] },
        ],
      },
    ])
  })
  it.each([
    ['an instruction that is not known', 'FROM a\nADD x y', 'line 2: the instruction ADD'],
    [
      'a flag of COPY that is not known',
      'FROM a\nCOPY --link x y',
      'COPY is not known here with --link',
    ],
    ['a pattern in COPY', 'FROM a\nCOPY *.json ./', 'patterns; received "*.json"'],
    ['a mount of RUN', 'FROM a\nRUN --mount=type=cache,target=/x y', 'only with a plain command'],
    ['a command through a shell', 'FROM a\nCMD node main.js', 'the command must be a list'],
    ['a health check without a command', 'FROM a\nHEALTHCHECK NONE', 'HEALTHCHECK must have a CMD'],
    ['a variable that is not set', 'FROM a:$TAG', 'the variable TAG is not set'],
    ['an ENV in the old form', 'FROM a\nENV A 1', 'expected NAME=value; received "A 1"'],
    ['a step before the first stage', 'RUN true', 'RUN stands before the first FROM'],
    ['a platform', 'FROM --platform=x a', 'FROM must be "FROM image"'],
    ['a last line that goes on', 'FROM a\nRUN true \\', 'line 2: the last line is not finished'],
    ['nothing at all', '# empty', 'has no FROM'],
  ])('%s is refused in words', (_, text, problem) =>
    expect(() => readDockerfile(text)).toThrow(problem),
  )
})

describe('.dockerignore', () => {
  it('is read as Docker does: the last matching line counts, and a folder stands for what is in it', () => {
    const ignored = ignoring('*\n!src\n# words\n!a/kept.js\n**/*.log\nsrc/?.tmp\n')
    const kept = ['src/app.ts', 'src/deep/x.ts', 'a/kept.js', 'src/ab.tmp']
    expect(kept.filter(ignored)).toEqual([])
    const out = ['.git/config', 'a/other.js', 'src/deep/x.log', 'x.log', 'src/a.tmp', 'srcs']
    expect(out.filter((path) => !ignored(path))).toEqual([])
  })
  it('with a pattern that is not known is refused', () =>
    expect(() => ignoring('[ab]')).toThrow('"[ab]" uses a pattern that is not known here'))
})

const stages = readDockerfile(readFileSync('Dockerfile', 'utf8'))
const final = stages.at(-1) ?? { image: '', steps: [] }

const environment: Readonly<Record<string, string>> = Object.assign(
  {},
  ...stepsOf(final, 'env').map(({ values }) => values),
)

describe("the product's image", () => {
  it('is built with Node 24 and ends on the slim base, in which no command runs and so nothing is installed', () => {
    expect(stages.map(({ image }) => image)).toEqual(['node:24-bookworm', 'node:24-bookworm-slim'])
    expect(stepsOf(final, 'run')).toEqual([])
  })
  it('takes from the building stage what runs, and neither sources nor tests', () => {
    const taken = stepsOf(final, 'copy').flatMap(({ sources }) => sources)
    expect(taken.sort()).toEqual([
      '/app/data',
      '/app/dist',
      '/app/knowledge',
      '/app/node_modules',
      '/app/package.json',
      '/app/sbom.json',
      'LICENSE',
      'assets/fonts',
    ])
  })
  it('installs from the lockfile, and drops what only development needs after the build', () => {
    const commands = stages[0] ? stepsOf(stages[0], 'run').map(({ command }) => command) : []
    const at = (part: string) => commands.findIndex((command) => command.includes(part))
    expect(at('npm ci')).toBe(0)
    expect(at('npm prune --omit=dev')).toBeGreaterThan(at('scripts/build.mjs'))
    expect(at('npm sbom')).toBe(at('npm prune --omit=dev'))
  })
  it('runs the product itself as process 1, as a numbered user that is not root', () => {
    expect(lastOf(final, 'user')?.user).toBe('1000:1000')
    expect(lastOf(final, 'cmd')?.command).toEqual(['node', 'dist/main.js'])
  })
  it('writes to one volume, temporary files too', () => {
    expect(lastOf(final, 'volume')?.names).toEqual(['/data'])
    expect(environment).toMatchObject({ DATA_DIR: '/data', TMPDIR: '/data' })
  })
  it('sets variables that the product reads, and asks its health where the product tells it', () => {
    const others = ['NODE_ENV', 'TMPDIR']
    const own = Object.keys(environment).filter((name) => !others.includes(name))
    expect(own.filter((name) => !(name in ConfigSchema.shape))).toEqual([])
    const asked = lastOf(final, 'healthcheck')?.command.at(-1)
    expect(asked).toMatch(/http:\/\/127\.0\.0\.1:\$\{process\.env\.METRICS_PORT\}\/healthz/)
    expect(environment).toMatchObject({ METRICS_HOST: '127.0.0.1' })
  })
  it('is built from what is named alone: no data, history, tests or settings', () => {
    const ignored = ignoring(readFileSync('.dockerignore', 'utf8'))
    const needed = [
      'package-lock.json',
      'src/main.ts',
      'knowledge/concepts.yml',
      'scripts/build.mjs',
    ]
    expect(needed.filter(ignored)).toEqual([])
    const never = [
      '.env',
      '.git/HEAD',
      'data/rightsize.db',
      'test/config.test.ts',
      'node_modules/pg',
    ]
    expect(never.filter((path) => !ignored(path))).toEqual([])
  })
})
