import type { Defaults } from '../../catalog/defaults.ts'
import type { Catalog } from '../../catalog/types.ts'
import type { Language } from '../../language/language.ts'
import { parseDuration, parseShare } from '../../sizing/parse-quantity.ts'
import { SizingInput } from '../../sizing/request.ts'
import { findLengths } from '../facts/lengths.ts'
import { findMoney } from '../facts/money.ts'
import { findNames } from '../facts/names.ts'
import { findVolume } from '../facts/volume.ts'
import { understand } from '../understand.ts'
import { ownWords } from './own-words.ts'

/** What of a workload words can state, keyed as in a request. */
export const FACT_KEYS = [
  'task',
  'volume',
  'in',
  'out',
  'value',
  'error-cost',
  'budget',
  'latency',
  'region',
  'residency',
  'current-model',
  'candidates',
  'cache',
  'batch',
  'hosting',
  'data',
] as const
export type FactKey = (typeof FACT_KEYS)[number]

/** A place in a question, and what a model says stands there. A task is given by its id instead. */
export type Fact = Readonly<{ key: FactKey; span: string }>

/** The question and what its words are read with. */
export type Text = Readonly<{
  text: string
  language: Language
  catalog: Catalog
  defaults: Defaults
}>

/** A fact as our own readers read it; `words` are the asker's. */
export type FactRead = Readonly<{ key: FactKey; words: string; input: SizingInput }>

/**
 * Reads a fact that a model points at. Only the place is the model's: the value is read from the
 * asker's words by the readers of every question. Undefined where the span does not stand in the text,
 * the words cannot be read as what they are said to be, or the task is not of the catalogue.
 */
export function readFact({ key, span }: Fact, about: Text): FactRead | undefined {
  if (key === 'task') {
    const task = about.catalog.tasks.find((t) => t.id === span.trim())
    return task && { key, words: span, input: { task: task.id } }
  }
  const words = ownWords(span, about.text)
  if (words === undefined) return undefined
  const value = READ[key](words, about)
  const checked = SizingInput.safeParse({ [key]: value })
  return value !== undefined && checked.success ? { key, words, input: checked.data } : undefined
}

type Read = (words: string, about: Text) => unknown

const READ: Readonly<Record<Exclude<FactKey, 'task'>, Read>> = {
  volume: (words) => findVolume(words)?.perMonth,
  in: (words, about) => lengthOf('in', words, about),
  out: (words, about) => lengthOf('out', words, about),
  value: (words) => moneyOf('value', 'worth', words),
  'error-cost': (words) => moneyOf('error-cost', 'wrong', words),
  budget: (words) => moneyOf('budget', 'budget', words),
  latency: (words) => {
    const duration = DURATION.exec(words)?.[0]
    return duration === undefined ? undefined : parseDuration(duration)
  },
  region: (words, about) => namesIn(words, about).regions[0]?.id,
  residency: (words, about) => conditionsIn(words, about).residency,
  'current-model': (words, about) => modelsIn(words, about)[0],
  candidates: modelsIn,
  cache: (words) => {
    const percent = PERCENT.exec(words)?.[1]
    return percent === undefined ? undefined : parseShare(`${percent}%`)
  },
  batch: (words, about) => conditionsIn(words, about).batch,
  hosting: (words, about) => conditionsIn(words, about).hosting,
  data: (words, about) => conditionsIn(words, about).data,
}

const DURATION =
  /\d[\d.,]*\s*(?:ms|msec|milliseconds?|밀리초|s|sec|seconds?|초|min|minutes?|분)(?![a-z])/i
const PERCENT = /(\d+(?:\.\d+)?)\s*(?:%|percent\b|퍼센트)/i

const SIDES = {
  in: {
    label: 'input',
    other: /\b(?:out(?:put)?|answers?|repl(?:y|ies)|responses?)\b|출력|답|응답/i,
  },
  out: { label: 'output', other: /\b(?:in(?:put)?|prompts?|read)\b|입력|프롬프트|읽/i },
} as const

/** Tokens of one side; words that name the other side are not read as this one. */
function lengthOf(side: 'in' | 'out', words: string, { language, defaults }: Text) {
  const { label, other } = SIDES[side]
  const amount = words.slice(Math.max(0, words.search(/\d/))).replace(/(?<=\d)-(?=\p{L})/gu, ' ')
  const read = other.test(words) ? words : `${label} ${amount}`
  return findLengths(read, language, defaults.text_lengths)[side]?.tokens
}

/** US dollars, read as money of that kind; an amount in another currency is not converted. */
function moneyOf(key: 'value' | 'error-cost' | 'budget', label: string, words: string) {
  const { amounts, unconverted } = findMoney(`${label} ${words}`)
  return unconverted.length > 0 ? undefined : amounts[key]
}

function namesIn(words: string, { catalog, defaults }: Text) {
  return findNames(words, catalog, defaults)
}

function modelsIn(words: string, about: Text): string[] {
  const { models, bySize } = namesIn(words, about)
  return [...models, ...bySize].map((m) => m.id)
}

function conditionsIn(words: string, { catalog, defaults, language }: Text): SizingInput {
  return understand(words, catalog, defaults, language).input
}
