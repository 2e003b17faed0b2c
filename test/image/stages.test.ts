import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { boot } from '../../scripts/image/boot.ts'
import { confine } from '../../scripts/image/confined.ts'
import { readDockerfile } from '../../scripts/image/dockerfile.ts'
import { buildStages, placeOf } from '../../scripts/image/stages.ts'

/** A project of a few files, and the folder that its stages are built in. */
function project(files: Readonly<Record<string, string>>) {
  const at = (kind: string) => {
    const folder = mkdtempSync(join(tmpdir(), `rightsize-${kind}-`))
    chmodSync(folder, 0o755)
    return folder
  }
  const folder = at('project')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const said: string[] = []
  const build = (dockerfile: string, dockerignore = '') => {
    const stages = readDockerfile(dockerfile)
    const work = { project: folder, dockerignore, directory: at('image') }
    const built = buildStages(stages, { ...work, say: (sentence) => said.push(sentence) })
    const read = (path: string) => readFileSync(placeOf(built, path), 'utf8').trim()
    const start = () => {
      const stage = stages.at(-1) ?? { image: '', steps: [] }
      return boot(stage, built, { page: /hello/, log: /began/ }, (sentence) => said.push(sentence))
    }
    return { built, read, start }
  }
  return { said, build }
}

describe('the stages of an image', () => {
  it('are carried out below a folder: files, commands, and what one stage takes from another', () => {
    const { build } = project({ 'src/a.txt': 'a', 'src/deep/b.txt': 'b', 'src/x.log': 'x', c: 'c' })
    const { built, read } = build(
      [
        'FROM node:24 AS build',
        'WORKDIR /app',
        'ENV WORDS="from the image"',
        'COPY src ./source',
        'COPY c ./',
        'RUN echo "$WORDS" > made && cat source/deep/b.txt >> made',
        'FROM node:24-slim',
        'WORKDIR /srv',
        'COPY --from=build /app/made /app/c ./',
        'COPY --from=build /app/source /all',
      ].join('\n'),
      '**/*.log',
    )
    expect([read('made'), read('c'), read('/all/a.txt')]).toEqual(['from the image\nb', 'c', 'a'])
    expect(existsSync(placeOf(built, '/all/x.log'))).toBe(false)
  })
  it("give commands nothing of this process's environment but the way to Node and the registry", () => {
    process.env.SLACK_BOT_TOKEN = 'xoxb-here'
    const { read } = project({}).build('FROM a\nRUN env > found')
    delete process.env.SLACK_BOT_TOKEN
    expect(read('found')).toMatch(/^PATH=/m)
    expect(read('found')).not.toContain('xoxb-here')
  })
  it.each([
    ['a command that fails', 'RUN exit 3', 'RUN exit 3: ended with 3'],
    [
      'a command that names a place of this machine',
      'RUN touch /etc/x',
      'names /etc/x, which would be',
    ],
    ['a file that is not there', 'COPY nothing ./', 'there is no nothing'],
    ['a file that is kept out', 'COPY secret ./', '.dockerignore keeps all of secret out'],
    ['a stage that is not there', 'COPY --from=later /a ./', 'there is no stage "later" before it'],
  ])('stop at %s', (_, step, problem) => {
    const { build } = project({ secret: 's' })
    expect(() => build(`FROM a\n${step}`, 'secret')).toThrow(problem)
  })
})

const SERVER = `
import { createServer } from 'node:http'
import { writeFileSync } from 'node:fs'
const server = createServer((_, answer) => answer.end('hello')).listen(0, '127.0.0.1', () => {
  console.error('began')
  console.log('http://127.0.0.1:' + server.address().port + '/')
})
process.on('SIGTERM', () => process.exit(Number(process.env.STATUS ?? 0)))
`
const IMAGE = (extra = '') =>
  [
    'FROM a AS build',
    'RUN mkdir data',
    'FROM a',
    'WORKDIR /app',
    'ENV DATA_DIR=/data',
    'COPY main.mjs ./',
    'COPY --from=build --chown=1000:1000 /data /data',
    'USER 1000:1000',
    'VOLUME /data',
    'HEALTHCHECK CMD ["node", "-e", "process.exit(Number(process.env.SICK ?? 0))"]',
    'CMD ["node", "main.mjs"]',
    extra,
  ].join('\n')
const KEEPS =
  "writeFileSync(process.env.DATA_DIR + '/kept', process.pid + ' ' + process.getuid())\n"

const { sentence } = confine({
  cwd: '/',
  env: {},
  ids: { user: 1000, group: 1000 },
  volume: mkdtempSync(join(tmpdir(), 'rightsize-volume-')),
})
const confines = sentence.startsWith('as process 1')

describe('a built image', () => {
  const started = (code: string, extra?: string) => {
    const { build, said } = project({ 'main.mjs': SERVER + code })
    const image = build(IMAGE(extra))
    return { ...image, said }
  }
  it('is started, asked and stopped, and what it wrote is looked at', async () => {
    const { start, said } = started(KEEPS)
    await start()
    expect(
      said.slice(-4).map((sentence) => sentence.replace(/\d+(\.\d+)?( s|\/$)/, 'N$2')),
    ).toEqual([
      'It answers at http://127.0.0.1:N/',
      'The health check is content',
      'It stopped N s after SIGTERM, with status 0',
      'It wrote to /data alone',
    ])
  })
  it.skipIf(!confines)('is process 1, not root, and can write nowhere else', async () => {
    const { start, read } = started(KEEPS)
    await start()
    expect(read('/data/kept')).toBe('1 1000')
    await expect(started("writeFileSync('beside', '')").start()).rejects.toThrow(
      /ended with 1 at the start.*(EROFS|EACCES)/s,
    )
    await expect(
      started(
        "writeFileSync((await import('node:os')).tmpdir() + '/rightsize-beside', '')",
      ).start(),
    ).rejects.toThrow('EROFS')
  })
  it.each([
    ['keeps nothing', '', '', 'wrote nothing to /data'],
    ['is not healthy', KEEPS, 'ENV SICK=1', 'The health check ended with 1'],
    ['does not end well', KEEPS, 'ENV STATUS=4', 'ended with 4 after SIGTERM'],
    ['is root', KEEPS, 'USER 0:0', 'USER must be a number other than 0'],
    ['names its user, who is known to nobody here', KEEPS, 'USER node', 'received "node"'],
  ])('that %s is refused', (_, code, extra, problem) =>
    expect(started(code, extra).start()).rejects.toThrow(problem),
  )
})
