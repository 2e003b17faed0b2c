import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { CHOICES } from '../src/engine/decision/choice.ts'

/** What a question wants; the last two are to be declined. */
export const KINDS = [
  'definition',
  'comparison',
  'contested',
  'why',
  'how-much',
  'payback',
  'who-bears',
  'law',
  'practice',
  'premise',
  'size',
  'carbon',
  'calculator',
  'off-topic',
  'trap',
] as const

const Id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
/** One fact an answer must hold: one of several spellings, or a number within a relative tolerance. */
const Fact = z.union([
  z.strictObject({ any: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ number: z.number(), unit: z.string().min(1), tolerance: z.number().min(0) }),
])
export type Fact = z.infer<typeof Fact>

/** A row of `questions.jsonl`; README.md explains the fields. */
export const Question = z.strictObject({
  id: Id,
  language: z.enum(['en', 'ko']),
  kind: z.enum(KINDS),
  question: z.string().min(2).max(400),
  answerable: z.boolean(),
  sources: z.array(Id),
  expect: z.array(Fact),
  verdict: z.array(z.enum(CHOICES)).min(1).optional(),
  working: z.string().min(1).optional(),
  half: z.enum(['calibration', 'held-out']),
  twin: Id.optional(),
})
export type Question = z.infer<typeof Question>

export function readQuestions(): Question[] {
  return readFileSync(new URL('questions.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => Question.parse(JSON.parse(line)))
}

/** Names that may stand in both halves and in notes: nobody can ask about a model or paper without naming it. */
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
  'AI Basic Act',
  'Hestness',
  'Rosenfeld',
  'BilledCost',
  'EU AI법',
]
const NAME = new RegExp(
  [...NAMES]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s?'))
    .join('|'),
  'gi',
)

/** Runs of four words (English) or of eight letters and digits (Korean) of a text, names left out. */
export function runsOf(text: string, language: 'en' | 'ko'): string[] {
  const [unit, length] =
    language === 'en' ? [/[a-z0-9]+(?:[.,'’-][a-z0-9]+)*/g, 4] : [/[\p{L}\p{N}]/gu, 8]
  return text
    .toLowerCase()
    .split(NAME)
    .flatMap((part) => {
      const units = part.match(unit) ?? []
      return units.slice(length - 1).map((_, i) => units.slice(i, i + length).join(' '))
    })
}
