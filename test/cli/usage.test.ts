import { afterAll, describe, expect, it } from 'vitest'
import { runCli } from '../../src/cli/run.ts'
import { readConfig } from '../../src/config.ts'
import { commandLine } from '../support/command-line.ts'
import { fileWith } from '../support/file.ts'

const { run, close } = await commandLine()
afterAll(close)
const HANGUL = /[가-힣]/

describe('what cannot be used on the command line', () => {
  it.each([
    [[], 'Usage:', '사용법:'],
    [['fly'], 'There is no command "fly"', '"fly" 명령은 없습니다.'],
    [['import', '--fast'], 'There is no option --fast', '--fast 옵션은 없습니다.'],
    [['import', '--map'], 'The option --map was given without', '--map 옵션에 필요한 값이 없거나'],
    [['import', '--json=yes', 'a.csv'], 'The option --json', '--json 옵션에'],
    [['import'], 'import needs a file', 'import에는 파일이 필요합니다.'],
    [['import', 'none.csv'], 'cannot be read', '읽을 수 없습니다'],
    [['import', 'a.csv', '--currency', 'dollars'], 'such as USD; received "dollars"', '"dollars"'],
    [['import', 'a.csv', '--map', 'price=Amount'], 'received "price=Amount"', '왼쪽에는 date,'],
    [['import', '--source', 'acme'], 'must be one of openai', '"acme"'],
    [['import', '--source', 'openai'], 'set OPENAI_ADMIN_KEY', 'OPENAI_ADMIN_KEY'],
    [['digest', '--period', 'soon'], 'received "soon"', '받은 값: "soon"'],
    [['digest', '--week', 'soon'], '2026-W47', '2026-W47'],
    [['ask'], 'ask needs a question', 'ask에는 질문이 필요합니다.'],
    [['ask', '--file', 'q.jsonl'], 'add --json', '--json을 함께'],
    [['ask', '--file', 'none.jsonl', '--json'], 'none.jsonl cannot be read', 'none.jsonl 파일을'],
    [['ask', 'why?', '--as', 'sales'], 'received "sales"', '받은 값: "sales"'],
    [['size', 'some words'], 'size needs key=value', '키=값'],
    [['size', 'volume=-5'], 'more than 0', '0'],
    [['size', 'volum=3'], 'Did you mean volume', '혹시 volume'],
    [['size', 'candidates=gpt-9'], 'not in the catalogue', '카탈로그에 없습니다'],
    [
      ['size', 'candidates=gpt-6-luna hosting=api', '--sheet'],
      'No pilot is advised',
      '파일럿을 제안하지 않습니다',
    ],
    [['tokens', 'gpt-6-luna'], 'tokens needs a model', 'tokens에는 모델과 글이'],
    [['tokens', 'gpt-6-lunar', 'text'], 'Nearest: gpt-6-luna', '가장 비슷한 이름: gpt-6-luna'],
    [['formula'], 'formula needs an id', 'formula에는 식의 이름이'],
    [['formula', 'required-uplift', 'much'], '"much" is not key=value', '키=값 형식이 아닙니다'],
    [['check-cases'], 'check-cases needs a file', 'check-cases에는 파일이'],
  ])('%j is told with the reason, in both languages, with exit code 2', async (args, en, ko) => {
    const english = await run(...args)
    expect([english.code, english.out]).toEqual([2, ''])
    expect(english.err).toContain(en)
    expect(english.err).not.toMatch(HANGUL)
    const korean = await run(...args, '--lang', 'ko')
    expect([korean.code, korean.out]).toEqual([2, ''])
    expect(korean.err).toContain(ko)
    expect(korean.err).toMatch(HANGUL)
  })
  it('is told in a file of questions by its line', async () => {
    const file = fileWith('{"question":"why?"}\n{"id":3}\n{oops', 'q.jsonl')
    const { err } = await run('ask', '--file', file, '--json', '--lang=ko')
    expect(err).toContain('2번째 줄')
  })
  it('is told in both languages where the language itself is not known', async () => {
    const { code, err } = await run('ask', 'why?', '--lang', 'fr')
    expect([code, err]).toEqual([2, expect.stringContaining('--lang must be en or ko')])
    expect(err).toMatch(HANGUL)
  })
  it('is told in the language of the locale, unless an option says otherwise', async () => {
    const korean = async (...args: string[]) => {
      const err: string[] = []
      const said = { out: () => {}, err: (text: string) => err.push(text), now: () => 0 }
      await runCli(args, { ...said, config: () => readConfig({}), language: 'ko' })
      return err.join('\n')
    }
    expect(await korean('fly')).toContain('"fly" 명령은 없습니다.')
    expect(await korean('import')).toContain('import에는 파일이 필요합니다.')
    expect(await korean('import', '--lang', 'en')).toContain('import needs a file')
  })
  it('can be looked up in both languages', async () => {
    expect((await run('--help')).out).toContain('Exit code 0 on an answer')
    const { code, out } = await run('--help', '--lang', 'ko')
    expect([code, out]).toEqual([0, expect.stringContaining('종료 코드')])
  })
})

describe('a failure that is no fault of the input', () => {
  it('is told as one, in both languages, with another exit code', async () => {
    const failing = async (...args: string[]) => {
      const err: string[] = []
      const code = await runCli(args, {
        config: () => {
          throw new Error('no space left on device')
        },
        out: () => {},
        err: (text) => err.push(text),
        now: () => 0,
      })
      return { code, err: err.join('\n') }
    }
    const english = await failing('decisions')
    expect(english.code).toBe(1)
    expect(english.err).toMatch(
      /: no space left on device\. What is stored is stored as a whole or not at all/,
    )
    expect((await failing('decisions', '--lang', 'ko')).err).toContain('입력과 관계없는 이유로')
  })
})
