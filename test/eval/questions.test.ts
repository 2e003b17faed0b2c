import { describe, expect, it } from 'vitest'
import { KINDS, type Question, readQuestions, runsOf } from '../../eval/questions.ts'
import { prepareNotes } from '../../src/knowledge.ts'

const COMPUTED: readonly string[] = ['size', 'carbon', 'calculator']
const DECLINED: readonly string[] = ['off-topic', 'trap']
const questions = readQuestions()
const { notes } = prepareNotes({ KNOWLEDGE_DIR: undefined }).corpus
const runs = (q: Question) => runsOf(q.question, q.language)

const count = (test: (q: Question) => boolean) => questions.filter(test).length
const names = (rows: readonly Question[]) => rows.map((q) => q.id)

/** Even halves: a tenth of the rows apart at most, or one row. */
function expectEven(test: (q: Question) => boolean, label: string) {
  const calibration = count((q) => test(q) && q.half === 'calibration')
  const heldOut = count((q) => test(q) && q.half === 'held-out')
  const apart = Math.abs(calibration - heldOut)
  expect(apart, label).toBeLessThanOrEqual(Math.max(1, 0.1 * (calibration + heldOut)))
}

describe('evaluation questions', () => {
  it('have unique ids and unique texts', () => {
    expect(new Set(names(questions)).size).toBe(questions.length)
    expect(new Set(questions.map((q) => q.question)).size).toBe(questions.length)
  })

  it('are enough, half in each language', () => {
    expect(questions.length).toBeGreaterThanOrEqual(320)
    const english = count((q) => q.language === 'en')
    expect(Math.abs(2 * english - questions.length)).toBeLessThanOrEqual(0.05 * questions.length)
  })

  it('cover every kind in both languages', () => {
    for (const kind of KINDS)
      for (const language of ['en', 'ko'])
        expect(
          count((q) => q.kind === kind && q.language === language),
          `${kind} ${language}`,
        ).toBeGreaterThan(2)
    const knowledge = count((q) => q.sources.length > 0 && q.kind !== 'premise')
    expect(knowledge).toBeGreaterThanOrEqual(200)
    expect(count((q) => q.kind === 'calculator')).toBeGreaterThanOrEqual(35)
    expect(count((q) => q.kind === 'size' || q.kind === 'carbon')).toBeGreaterThanOrEqual(30)
    expect(count((q) => q.kind === 'premise')).toBeGreaterThanOrEqual(8)
    expect(count((q) => q.kind === 'off-topic')).toBeGreaterThanOrEqual(30)
    expect(count((q) => q.kind === 'trap')).toBeGreaterThanOrEqual(25)
  })

  it('carry the fields their kind asks for', () => {
    const declined = (q: Question) => DECLINED.includes(q.kind)
    const computed = (q: Question) => COMPUTED.includes(q.kind)
    expect(names(questions.filter((q) => q.answerable === declined(q)))).toEqual([])
    expect(
      names(questions.filter((q) => (q.sources.length === 0) !== (declined(q) || computed(q)))),
    ).toEqual([])
    expect(names(questions.filter((q) => declined(q) && q.expect.length > 0))).toEqual([])
    expect(names(questions.filter((q) => q.verdict && q.kind !== 'size'))).toEqual([])
    expect(
      names(
        questions.filter(
          (q) =>
            (q.kind === 'calculator') !== (q.working !== undefined) ||
            (q.kind === 'calculator' && !q.expect.some((e) => 'number' in e)),
        ),
      ),
    ).toEqual([])
  })

  it('ask in the language they say', () => {
    expect(
      names(questions.filter((q) => (q.language === 'ko') !== /[가-힣]/.test(q.question))),
    ).toEqual([])
  })

  it('fall evenly into the halves by language, by kind and by both', () => {
    expectEven(() => true, 'all')
    for (const language of ['en', 'ko']) expectEven((q) => q.language === language, language)
    for (const kind of KINDS) {
      expectEven((q) => q.kind === kind, kind)
      for (const language of ['en', 'ko'])
        expectEven((q) => q.kind === kind && q.language === language, `${kind} ${language}`)
    }
  })

  it('share no run of four words or eight Korean characters across the halves', () => {
    const seen = new Map<string, Question>()
    const shared: string[] = []
    for (const q of questions)
      for (const run of runs(q)) {
        const key = `${q.language}: ${run}`
        const other = seen.get(key)
        if (other && other.half !== q.half) shared.push(`${key} (${other.id}, ${q.id})`)
        seen.set(key, other ?? q)
      }
    expect(shared).toEqual([])
  })

  it('share none with the questions, title or gist of any note', () => {
    const seen = new Map<string, string>()
    for (const note of notes)
      for (const [language, texts] of [
        ['en', [note.title, note.gist_en, ...note.questions_en]],
        ['ko', [note.title_ko, note.gist_ko, ...note.questions_ko]],
      ] as const)
        for (const text of texts)
          for (const run of runsOf(text, language)) seen.set(`${language}: ${run}`, note.id)
    const shared = questions.flatMap((q) =>
      runs(q).flatMap((run) => {
        const note = seen.get(`${q.language}: ${run}`)
        return note === undefined ? [] : [`${q.id} and ${note}: ${run}`]
      }),
    )
    expect(shared).toEqual([])
  })

  it('keep one fact of one source in one half', () => {
    const half = new Map<string, Question>()
    const split: string[] = []
    for (const q of questions)
      for (const fact of q.expect)
        if ('any' in fact && q.sources[0])
          for (const text of fact.any) {
            const key = `${q.sources[0]}: ${text}`
            const other = half.get(key)
            if (other && other.half !== q.half) split.push(`${key} (${other.id}, ${q.id})`)
            half.set(key, other ?? q)
          }
    expect(split).toEqual([])
  })

  it('pair twenty twins that point at each other, in one half, of one kind', () => {
    const byId = new Map(questions.map((q) => [q.id, q]))
    const twins = questions.filter((q) => q.twin !== undefined)
    expect(twins.length).toBe(40)
    const lonely = twins.filter((q) => {
      const other = byId.get(q.twin ?? '')
      return (
        other?.twin !== q.id ||
        other.language === q.language ||
        other.half !== q.half ||
        COMPUTED.includes(other.kind) !== COMPUTED.includes(q.kind)
      )
    })
    expect(names(lonely)).toEqual([])
  })
})
