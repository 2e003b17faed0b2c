import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { commandLine } from '../support/command-line.ts'

const { run, close, dataDir } = await commandLine()
afterAll(close)
const SIZE = ['size', 'task=classification volume=2M/month in=800 out=20 value=0.50 error-cost=2']

describe('size --chart', () => {
  it('says a chart in words and as a table', async () => {
    const { code, out } = await run(...SIZE, '--chart', 'cost-quality')
    expect(code).toBe(0)
    expect(out).toContain('Cost against quality')
    expect(out).toContain('GPT-6 Luna | $180 a month')
  })
  it('writes it as a picture, in Korean too, and never over a file', async () => {
    const file = join(dataDir, 'chart.png')
    const korean = [...SIZE, '--chart', 'footprint', '--lang', 'ko', '--out', file]
    expect((await run(...korean)).out).toContain(`${file}에 저장했습니다.`)
    expect([...readFileSync(file).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    const again = await run(...korean)
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('EEXIST')])
  })
  it('writes SVG where the file is called so', async () => {
    const file = join(dataDir, 'chart.svg')
    await run(...SIZE, '--chart', 'tornado', '--out', file)
    expect(readFileSync(file, 'utf8')).toMatch(/^<svg /)
  })
  it.each([
    [['--chart', 'pie'], 'received "pie"', '받은 값: "pie"'],
    [
      ['--chart', 'learning-curve'],
      'It has those for: cost-quality',
      '그릴 수 있는 차트: cost-quality',
    ],
    [['--chart', 'tornado', '--out', 'a.gif'], 'received "a.gif"', '받은 값: "a.gif"'],
  ])('%j is told with the reason, with exit code 2', async (words, en, ko) => {
    const english = await run(...SIZE, ...words)
    expect([english.code, english.out]).toEqual([2, ''])
    expect(english.err).toContain(en)
    expect((await run(...SIZE, ...words, '--lang', 'ko')).err).toContain(ko)
    expect(existsSync('a.gif')).toBe(false)
  })
})
