import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const KINDS = [
  'definition',
  'comparison',
  'contested',
  'why',
  'how-much',
  'payback',
  'who-bears',
  'law',
  'practice',
  'size',
  'carbon',
  'calculator',
  'premise',
  'off-topic',
  'trap',
] as const
const COMPUTED: readonly string[] = ['size', 'carbon', 'calculator']
const DECLINED: readonly string[] = ['off-topic', 'trap']

const Id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

const Fact = z.union([
  z.strictObject({ any: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ number: z.number(), unit: z.string().min(1), tolerance: z.number().min(0) }),
])

const Question = z.strictObject({
  id: Id,
  language: z.enum(['en', 'ko']),
  kind: z.enum(KINDS),
  question: z.string().min(2).max(400),
  answerable: z.boolean(),
  sources: z.array(Id),
  expect: z.array(Fact),
  verdict: z
    .array(
      z.enum([
        'smaller',
        'bigger',
        'cascade',
        'router',
        'fine-tune',
        'distil',
        'self-host',
        'reasoning-effort',
        'no-ai',
        'cannot-tell',
      ]),
    )
    .min(1)
    .optional(),
  working: z.string().min(1).optional(),
  half: z.enum(['calibration', 'held-out']),
  twin: Id.optional(),
})
type Question = z.infer<typeof Question>

/** Names that may stand in both halves: nobody can ask about a model without naming it. */
const NAMES = [
  'Claude Opus 5.5',
  'Claude Opus 4.6',
  'Claude Haiku 5.5',
  'Claude Haiku 4.5',
  'GPT-6 Astra',
  'GPT-6.1 Sol',
  'GPT-6 Luna',
  'GPT-5.6 Luna',
  'GPT-4o mini',
  'GPT-4o',
  'GPT-4',
  'GPT-5',
  'GPT-3',
  'Gemini 4 Argon',
  'Gemini 3.8 Flash',
  'Llama 3.1 70B',
  'Llama 3.1',
  'Llama-3.1-8B',
  'gpt-oss-120b',
  'gpt-oss',
  'EcoLogits',
  'FrugalGPT',
  'RouteLLM',
  'DeepSeek LLM',
  'AI Energy Score',
  'How Hungry',
  'MMLU-Pro',
  'SWE-bench Lite',
  'AI 기본법',
  'EU AI법',
]
const NAME = new RegExp(
  [...NAMES]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s?'))
    .join('|'),
  'gi',
)

const questions: Question[] = readFileSync(
  new URL('../../eval/questions.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => Question.parse(JSON.parse(line)))

const count = (test: (q: Question) => boolean) => questions.filter(test).length
const names = (rows: readonly Question[]) => rows.map((q) => q.id)

/** Runs of four words (English) or of eight letters and digits (Korean) of a question. */
function runs({ language, question }: Question): string[] {
  const [unit, length] =
    language === 'en' ? [/[a-z0-9]+(?:[.,'’-][a-z0-9]+)*/g, 4] : [/[\p{L}\p{N}]/gu, 8]
  return question
    .toLowerCase()
    .split(NAME)
    .flatMap((part) => {
      const units = part.match(unit) ?? []
      return units.slice(length - 1).map((_, i) => units.slice(i, i + length).join(' '))
    })
}

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
