import type { Defaults } from '../../catalog/defaults.ts'
import type { Accelerator, Catalog, Model, Region, Task } from '../../catalog/types.ts'
import { remembered } from '../../engine/remembered.ts'
import { pattern } from '../pattern.ts'

/** What a sentence names from the catalogue. */
export type NamesFound = Readonly<{
  models: readonly Model[]
  /** Models said to be in use today. */
  current?: Model
  /** Vendors named without a model: "GPT-class", "Claude". */
  vendors: readonly string[]
  /** A size named without a model: "a 70B model"; the open model that stands for it. */
  bySize: readonly Model[]
  regions: readonly Region[]
  task?: Task
  /** The text without the models, sizes, vendors and places found in it. */
  rest: string
}>

const VENDOR_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:gpt|chatgpt|openai)\b|챗\s?gpt|지피티|오픈\s?ai/i, 'openai'],
  [/\b(?:claude|anthropic)\b|클로드|앤트로픽|앤스로픽/i, 'anthropic'],
  [/\b(?:gemini|google)\b|제미나이|제미니|구글/i, 'google'],
]

const CURRENT_BEFORE =
  /(?:\b(?:we|i|they) (?:now |currently |already )?(?:use|run|have|call|pay for)|\bcurrently (?:on|using)|\busing|\bmoving (?:off|from)|\bfrom|(?<!^\s*(?:and|but|or|what (?:if|about)|how about)?\s*|\b(?:would|will|does|do)\b[^.?!]*)\bwith|지금(?:은)?|현재|우리는)\s*(?:the\s+)?$/i
/** What is done with it once it would be used ("…로 요약하면 얼마야?") is not done today. */
const SUPPOSED = '(?:(?!는데|은데|지만|고 있)[^.?!,])*면(?![가-힣])'
const CURRENT_AFTER = new RegExp(
  `^\\s*(?:today|now|currently|[을를] 쓰(?!면|자)|[을를] 사용(?!하면|하자)|쓰고|사용 중|쓰는|(?:으)?로(?!\\s*(?:바꾸|바꿔|전환|갈아|옮기))(?!${SUPPOSED}))`,
  'i',
)

/** Finds models by exact alias, places, the task and sizes; nothing is guessed from a near spelling. */
export function findNames(text: string, catalog: Catalog, defaults: Defaults): NamesFound {
  const hits = aliasHits(text, aliasesOfModels(catalog))
  const models = unique(hits.map((h) => h.item))
  const current = hits.find(
    (h) => CURRENT_BEFORE.test(text.slice(0, h.start)) || CURRENT_AFTER.test(text.slice(h.end)),
  )
  const masked = without(text, hits)
  const places = aliasHits(text, aliasesOfRegions(catalog))
  const vendors = VENDOR_WORDS.filter(
    ([pattern, vendor]) => pattern.test(masked) && defaults.ladders[vendor],
  ).map(([, vendor]) => vendor)
  const task = findTask(masked, catalog.tasks)
  return {
    models,
    ...(current ? { current: current.item } : {}),
    vendors,
    bySize: findBySize(masked, catalog, defaults),
    regions: unique(places.map((h) => h.item)),
    ...(task ? { task } : {}),
    rest: VENDOR_WORDS.reduce(
      (left, [words]) => left.replace(words, ' '),
      without(masked, places).replace(SIZE, ' '),
    ),
  }
}

/** Models of known families, in the catalogue or not. */
const MODEL_VERSION =
  /\b(?:GPT|Claude|Gemini|Llama|라마|Qwen|Mistral|DeepSeek)[\s-]?[a-z]*[\s-]?\d+(?:\.\d+)?(?![\d.]*\s?[BbMmKk%만천억])/gi

/** The text with blanks for the models named in it: the digits of a name are no amounts. */
export function withoutModels(text: string, catalog: Catalog): string {
  return without(text, aliasHits(text, aliasesOfModels(catalog))).replace(MODEL_VERSION, (name) =>
    ' '.repeat(name.length),
  )
}

/** The text with blanks where something was found, so that what is left stays where it was. */
function without(text: string, hits: readonly Hit<unknown>[]): string {
  return hits.reduce(
    (left, h) => left.slice(0, h.start) + ' '.repeat(h.end - h.start) + left.slice(h.end),
    text,
  )
}

type Hit<T> = Readonly<{ item: T; start: number; end: number }>

/** A name as people type it: its parts in lower case, and the pattern of the whole. */
type Alias<T> = Readonly<{ item: T; parts: readonly string[]; pattern: RegExp }>

// Made at a catalogue's first question; patterns of a thousand names are not made for every one.
const modelAliases = new WeakMap<Catalog, readonly Alias<Model>[]>()
const regionAliases = new WeakMap<Catalog, readonly Alias<Region>[]>()

const cardAliases = new WeakMap<Catalog, readonly Alias<Accelerator>[]>()

export function aliasesOfModels(catalog: Catalog): readonly Alias<Model>[] {
  return remembered(modelAliases, catalog, () =>
    aliasesOf(catalog.models, (m) => [m.id, m.label, ...m.aliases]),
  )
}

export function aliasesOfRegions(catalog: Catalog): readonly Alias<Region>[] {
  return remembered(regionAliases, catalog, () =>
    aliasesOf(catalog.regions, (r) => [r.label.en, r.label.ko, ...r.aliases]),
  )
}

export function aliasesOfAccelerators(catalog: Catalog): readonly Alias<Accelerator>[] {
  return remembered(cardAliases, catalog, () =>
    aliasesOf(catalog.accelerators, (a) => [a.id, a.label, ...a.aliases]),
  )
}

/** Longest aliases first. */
function aliasesOf<T>(items: readonly T[], wordsOf: (item: T) => readonly string[]): Alias<T>[] {
  return items
    .flatMap((item) => wordsOf(item).map((word) => ({ item, word })))
    .sort((a, b) => b.word.length - a.word.length)
    .map(({ item, word }) => ({
      item,
      parts: partsOf(word).map((part) => part.toLowerCase()),
      pattern: wholeWord(word),
    }))
}

/** The longest alias wins; a stretch of text counts once; results in reading order. */
export function aliasHits<T>(text: string, aliases: readonly Alias<T>[]): Hit<T>[] {
  const hits: Hit<T>[] = []
  const lower = text.toLowerCase()
  for (const { item, parts, pattern } of aliases)
    if (parts.every((part) => lower.includes(part)))
      for (const match of text.matchAll(pattern)) {
        const [start, end] = [match.index, match.index + match[0].length]
        if (!hits.some((h) => start < h.end && h.start < end)) hits.push({ item, start, end })
      }
  return hits.sort((a, b) => a.start - b.start)
}

/** What Korean writes onto a name without a space: particles, and words for a place or a measure. */
const KOREAN_ENDINGS =
  '은|는|이|가|을|를|에|의|와|과|도|로|만|랑|이랑|에서|에선|으로|보다|까지|부터|처럼|하고|이나|나|라면|이라면|엔|산|쪽|내|기준|지역|리전|전력|전력망|데이터센터'

const partsOf = (alias: string) => alias.trim().split(/[\s\-_]+/)

/** Matches an alias as people type it: spaces and hyphens interchangeable, not inside a longer word. Hangul may carry particles. */
function wholeWord(alias: string): RegExp {
  const body = partsOf(alias)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[\\s\\-_]?')
  const plain = /^[a-z]{2,3}$/i.test(alias) ? '' : 'i'
  const source = plain === '' ? alias.toUpperCase() : body
  const hangul = /[가-힣]$/.test(alias) ? `(?=(?:${KOREAN_ENDINGS}){0,3}(?![가-힣]))` : ''
  return new RegExp(
    `(?<![\\p{Script=Latin}\\d.])${source}(?![\\p{Script=Latin}\\d]|[.-]\\d)${hangul}`,
    `gu${plain}`,
  )
}

function findTask(text: string, tasks: readonly Task[]): Task | undefined {
  const lower = text.toLowerCase()
  const begins = (word: string) =>
    pattern(`(?<![a-z0-9])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`).test(lower)
  const score = (task: Task) =>
    Math.max(
      0,
      ...task.words.en.filter(begins).map((w) => w.length),
      ...task.words.ko
        .filter((w) => (/[가-힣]/.test(w) ? lower.includes(w) : begins(w)))
        .map((w) => w.length * 2),
    )
  const best = tasks
    .map((task) => ({ task, score: score(task) }))
    .sort((a, b) => b.score - a.score)[0]
  return best && best.score > 0 ? best.task : undefined
}

/** "70B", "8b 모델". */
const SIZE = /(?<![\d.$])(\d{1,4}(?:\.\d)?)\s?b\b(?!\s*(?:tokens|requests))/gi

/** The open model of just the size named, the default ones first. */
function findBySize(text: string, catalog: Catalog, defaults: Defaults): Model[] {
  const preferred = [defaults.open_models.large, defaults.open_models.small]
  const open = catalog.models
    .filter((m) => m.dimensions)
    .sort((a, b) => Number(preferred.includes(b.id)) - Number(preferred.includes(a.id)))
  return [...text.matchAll(SIZE)].flatMap((match) => {
    const size = Number(match[1]) * 1e9
    return open.find((m) => Math.abs((m.dimensions?.totalParameters ?? 0) / size - 1) < 0.03) ?? []
  })
}

export function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)]
}
