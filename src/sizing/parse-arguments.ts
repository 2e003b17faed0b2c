import type { Language } from '../language/language.ts'
import { isTooLong, TOO_LONG } from '../language/longest-question.ts'
import { nearestWords } from './nearest-words.ts'
import { parseEvaluation, showEvaluation } from './parse-evaluation.ts'
import {
  parseDuration,
  parseMoney,
  parseNumber,
  parseShare,
  parseVolume,
} from './parse-quantity.ts'
import type { FormValues, ParsedArguments } from './parsed.ts'
import { DATA_RULES, SizingInput } from './request.ts'
import { requestSentences } from './request-sentences.ts'

type Key = keyof SizingInput
type Problem = { key?: string; sentence: string }

/** The keys in the order people read them. */
export const REQUEST_KEYS = Object.keys(SizingInput.shape) as readonly Key[]

const READ: { readonly [K in Key]: (text: string) => SizingInput[K] | undefined } = {
  task: (text) => text.trim() || undefined,
  volume: parseVolume,
  in: parseNumber,
  out: parseNumber,
  value: parseMoney,
  'error-cost': parseMoney,
  'current-model': (text) => text.trim() || undefined,
  candidates: (text) => {
    const names = text
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
    return names.length > 0 ? names : undefined
  },
  latency: parseDuration,
  region: (text) => text.trim() || undefined,
  budget: parseMoney,
  hosting: (text) => HOSTING.find((word) => word === text.trim().toLowerCase()),
  cache: parseShare,
  only: yesOrNo,
  batch: yesOrNo,
  data: (text) => DATA_RULES.find((word) => word === text.trim().toLowerCase()),
  'price-factor': parseNumber,
  residency: (text) => text.trim().toUpperCase() || undefined,
  evaluation: parseEvaluation,
}

function yesOrNo(text: string): boolean | undefined {
  return YES_NO[text.trim().toLowerCase()]
}

const HOSTING = ['api', 'self-host', 'either'] as const
const YES_NO: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  예: true,
  네: true,
  no: false,
  false: false,
  아니오: false,
  아니요: false,
}

/** Reads `key=value` pairs; a value with spaces stands in quotes. Everything wrong is reported at once. */
export function parseArguments(text: string, language: Language): ParsedArguments {
  if (isTooLong(text))
    return { ok: false, problems: [{ sentence: TOO_LONG[language] }], understood: {} }
  const pairs = [...text.matchAll(/([A-Za-z][\w-]*)\s*=\s*("[^"]*"|“[^”]*”|'[^']*'|\S+)/g)]
  if (pairs.length === 0) return { ok: false, free: text.trim() }
  const words = requestSentences(language)
  const problems: Problem[] = []
  const values: Partial<Record<Key, string>> = {}
  for (const [, key = '', value = ''] of pairs) {
    const known = REQUEST_KEYS.find((one) => one === key.toLowerCase())
    if (!known)
      problems.push({ key, sentence: words.unknownKey(key, nearestWords(key, REQUEST_KEYS)) })
    else if (values[known] !== undefined) problems.push({ key, sentence: words.twice(key) })
    else values[known] = value.replace(/^["“'](.*)["”']$/, '$1')
  }
  const rest = pairs.reduce((left, [pair]) => left.replace(pair, ' '), text).trim()
  if (rest) problems.push({ sentence: words.leftOver(rest) })
  return readAll(values, problems, language)
}

/** Reads a form's values; empty fields are left to assumptions. */
export function parseForm(values: FormValues, language: Language): ParsedArguments {
  const filled = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value?.trim()),
  ) as FormValues
  return readAll(filled, [], language)
}

/** The input as a person would type it, for prefilled forms and restated requests. */
export function formValues(input: SizingInput): FormValues {
  const values: Partial<Record<Key, string>> = {}
  for (const key of REQUEST_KEYS) {
    const value = input[key]
    if (value === undefined) continue
    values[key] = showValue(value)
  }
  return values
}

/** One value of a request as a person would type it. */
export function showValue(value: NonNullable<SizingInput[Key]>): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'object' && 'items' in value ? showEvaluation(value) : String(value)
}

function readAll(values: FormValues, problems: Problem[], language: Language): ParsedArguments {
  const words = requestSentences(language)
  const understood: Record<string, unknown> = {}
  for (const key of REQUEST_KEYS) {
    const text = values[key]
    if (text === undefined) continue
    const value = READ[key](text)
    if (value !== undefined && SizingInput.shape[key].safeParse(value).success)
      understood[key] = value
    else problems.push({ key, sentence: words.badValue(key, text) })
  }
  const input = SizingInput.parse(understood)
  return problems.length > 0 ? { ok: false, problems, understood: input } : { ok: true, input }
}
