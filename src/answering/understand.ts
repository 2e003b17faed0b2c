import type { Defaults } from '../catalog/defaults.ts'
import type { Catalog, Region } from '../catalog/types.ts'
import { detectLanguage } from '../language/detect.ts'
import type { Language } from '../language/language.ts'
import { LONGEST_QUESTION } from '../language/longest-question.ts'
import { showValue } from '../sizing/parse-arguments.ts'
import { parseDuration } from '../sizing/parse-quantity.ts'
import { SizingInput } from '../sizing/request.ts'
import { findControl, findLifted } from './facts/control.ts'
import { findEvaluation } from './facts/evaluation.ts'
import { topicWords } from './facts/left-over.ts'
import { findLengths } from './facts/lengths.ts'
import { findMoney } from './facts/money.ts'
import { findNames, type NamesFound, withoutModels } from './facts/names.ts'
import { findVolume } from './facts/volume.ts'
import { changeInput, type Found, followsUp } from './follow-up.ts'
import { type Aspect, isBare, type Reading, readIntent } from './intent.ts'
import { withoutOrders } from './refusal.ts'
import type { Before } from './thread.ts'

/** What a question says, by rules alone. */
export type Understanding = Readonly<{
  language: Language
  text: string
  reading: Reading
  /** What the computed part leads with; absent for a pure question of knowledge. */
  aspect?: Aspect
  /** What the asker stated about the workload. */
  input: SizingInput
  /** Ids of the models named, in reading order. */
  models: readonly string[]
  /** Places named, in reading order. */
  regions: readonly Region[]
  /** What is named of models: those of the catalogue, or a vendor. */
  names: Pick<NamesFound, 'models' | 'vendors'>
  /** Lengths that were converted to tokens: key, the asker's words, tokens. */
  conversions: readonly Readonly<{ key: 'in' | 'out'; words: string; tokens: number }>[]
  /** Numbers that cannot be what they were said to be, keyed as in the request. */
  impossible: readonly Readonly<{ key: keyof SizingInput; words: string }>[]
  /** True when the message changes the workload of its thread. */
  follows: boolean
  /** A number that was said to double or to fall, and that nobody stated. */
  unstated?: keyof SizingInput
  /** Too little was said for a verdict: the one thing to ask. */
  missing?: 'task'
}>

/** As many as a request takes. */
const MOST_CANDIDATES = 6

const FRACTIONS: Readonly<Record<string, number>> = { '¼': 0.25, '½': 0.5, '¾': 0.75 }

const LATENCY =
  /(?:under|within|below|less than|at most|max(?:imum)?|in)\s+(\d[\d.,]*\s*(?:ms|milliseconds?|s|sec|seconds?))\b|(\d[\d.,]*\s*(?:ms|밀리초|초))\s*(?:이하|이내|안에|미만|내)/i
const BATCH = /\b(?:batch|overnight|nightly)\b|배치|야간|밤사이/i
const CACHE = /(\d{1,3})\s*%\s*(?:of (?:it|the prompt) )?(?:is |are )?cached|캐시\s*(\d{1,3})\s*%/i
const API_ONLY =
  /\b(?:only|just) (?:through|via|by) (?:an? )?api\b|\bapi only\b|API(?:로|만)\s*(?:만|사용|쓸)/i

/** In a thread answers are a number of the workload, not the name of a task. */
const ANSWERS = /답변|답(?=[이은을의]?\s)|\banswers?\b/gi
/** Letters that show no language. */
const TIMES = /\d\s?x(?![a-z])/gi

/** Reads a question: language, intent and the facts of a workload. `before` is what the thread already holds. */
export function understand(
  raw: string,
  catalog: Catalog,
  defaults: Defaults,
  locale?: Language,
  before: Before = {},
): Understanding {
  const read = raw
    .replace(/(\d*)([¼½¾])/g, (_, whole: string, part: string) =>
      String(Number(whole) + (FRACTIONS[part] ?? 0)),
    )
    .normalize('NFKC')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/\p{Cc}/gu, (c) => (c === '\n' || c === '\t' ? c : ' '))
    .slice(0, LONGEST_QUESTION)
  const whole = withoutOrders(read)
  const { rest: text, evaluation, unread } = findEvaluation(whole)
  const names = findNames(before.input ? text.replace(ANSWERS, ' ') : text, catalog, defaults)
  const language = before.language
    ? detectLanguage(names.rest.replace(TIMES, ' '), before.language)
    : detectLanguage(text, locale)
  const volume = findVolume(withoutModels(text, catalog))
  const money = findMoney(text)
  const lengths = findLengths(
    volume ? text.replace(volume.words, ' ') : text,
    language,
    defaults.text_lengths,
  )
  const rest = volume ? names.rest.replace(volume.words, ' ') : names.rest
  const hasModel = names.models.length + names.bySize.length > 0
  const work =
    names.task !== undefined ||
    lengths.in !== undefined ||
    lengths.out !== undefined ||
    evaluation !== undefined ||
    unread !== undefined ||
    Object.keys(money.amounts).length > 0
  const stated = { volume: volume !== undefined, model: hasModel, work }
  const bare = readIntent(text, stated)
  // "How much carbon is that?" is about the workload of the thread.
  const inherits = !bare.aspect && bare.asks && before.input && topicWords(rest).length === 0
  const reading = inherits ? readIntent(text, { ...stated, volume: true }) : bare
  const control = findControl(text, names.regions)
  const region = names.regions[0]?.id
  const facts: Facts = {
    task: names.task?.id,
    volume: volume?.perMonth,
    in: lengths.in?.tokens,
    out: lengths.out?.tokens,
    ...money.amounts,
    'current-model': names.current?.id,
    candidates: candidatesOf(names, defaults),
    latency: latencyOf(text),
    region: region === control.residency ? undefined : region,
    hosting: reading.selfHost ? 'self-host' : API_ONLY.test(text) ? 'api' : undefined,
    cache: cacheOf(text),
    evaluation,
    batch: BATCH.test(text) ? !findLifted(text).includes('batch') : undefined,
    ...control,
  }
  if (reading.aspect && reading.selfHost) facts.hosting = 'either'
  const { input: own, impossible } = checked(facts, volume?.words)
  const found: Found = { rest, own, names, reading }
  const follows = followsUp(text, found, before)
  const { input, unstated } = follows ? changeInput(text, found, before) : { input: own }
  const changes =
    follows &&
    (Object.keys(own).length > 0 || JSON.stringify(input) !== JSON.stringify(before.input))
  const wanted =
    reading.aspect ??
    (evaluation ? 'verdict' : changes ? (reading.selfHost ? 'self-host' : 'verdict') : undefined)
  const nothingStated =
    wanted === 'verdict' &&
    input.task === undefined &&
    input.volume === undefined &&
    input.candidates === undefined
  const needsTask = nothingStated && isBare(text)
  // Words about something in particular, but no workload: a question of knowledge.
  const aspect = nothingStated && !needsTask ? undefined : wanted
  return {
    language,
    text: whole,
    reading,
    ...(aspect ? { aspect } : {}),
    input,
    models: [...names.models, ...names.bySize].map((m) => m.id),
    follows,
    ...(unstated ? { unstated } : {}),
    regions: names.regions,
    names,
    conversions: (['in', 'out'] as const).flatMap((key) => {
      const found = lengths[key]
      return found?.convertedFrom === undefined
        ? []
        : [{ key, words: found.convertedFrom, tokens: found.tokens }]
    }),
    impossible: [
      ...impossible,
      ...money.unconverted,
      ...(unread ? [{ key: 'evaluation' as const, words: unread }] : []),
    ],
    ...(needsTask ? { missing: 'task' as const } : {}),
  }
}

/** The models named; one alone is compared with its vendor's others, for a verdict needs two sides. */
function candidatesOf(
  { models, bySize, current, vendors }: ReturnType<typeof findNames>,
  defaults: Defaults,
): string[] | undefined {
  const named = [...models, ...bySize]
  const [only] = named
  if (only === undefined) return ladderOf(vendors, defaults)
  if (named.length === 1 && current) return undefined
  const others =
    named.length > 1
      ? []
      : (defaults.ladders[only.vendor] ?? defaults.ladders[defaults.default_vendor] ?? [])
  return [...new Set([...named.map((m) => m.id), ...others])].slice(0, MOST_CANDIDATES)
}

/** One vendor's whole ladder, or of several the ends of each. */
function ladderOf(vendors: readonly string[], defaults: Defaults): string[] | undefined {
  const ladders = vendors.map((vendor) => defaults.ladders[vendor] ?? [])
  if (ladders.length === 0) return undefined
  const ids = ladders.length === 1 ? ladders.flat() : ladders.flatMap((l) => [l[0], l.at(-1)])
  return ids.filter((id) => id !== undefined)
}

function latencyOf(text: string): number | undefined {
  const match = LATENCY.exec(text)
  const words = match?.[1] ?? match?.[2]
  return words === undefined ? undefined : parseDuration(words)
}

function cacheOf(text: string): number | undefined {
  const match = CACHE.exec(text)
  const percent = match?.[1] ?? match?.[2]
  return percent === undefined ? undefined : Number(percent) / 100
}

/** What was read of a request, before its schema has seen it. */
type Facts = Partial<Record<keyof SizingInput, SizingInput[keyof SizingInput]>>

/** Keeps what the request's schema allows; the rest is reported, not dropped in silence. */
function checked(facts: Facts, volumeWords: string | undefined) {
  const input: Record<string, unknown> = {}
  const impossible: { key: keyof SizingInput; words: string }[] = []
  for (const [name, value] of Object.entries(facts)) {
    if (value === undefined) continue
    const key = name as keyof SizingInput
    if (SizingInput.shape[key].safeParse(value).success) input[key] = value
    else
      impossible.push({
        key,
        words: key === 'volume' && volumeWords ? volumeWords : showValue(value),
      })
  }
  return { input: SizingInput.parse(input), impossible }
}
