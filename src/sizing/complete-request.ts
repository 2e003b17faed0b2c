import type { Defaults } from '../catalog/defaults.ts'
import type { Catalog, Model, Task } from '../catalog/types.ts'
import type { Range } from '../engine/range.ts'
import type { Language } from '../language/language.ts'
import { nearestWords } from './nearest-words.ts'
import { optionId, readOptionId } from './option-id.ts'
import { showEvaluation } from './parse-evaluation.ts'
import type { SizingInput, SizingRequest, Stated, StatedMoney } from './request.ts'
import { requestSentences } from './request-sentences.ts'

export type Completed =
  | Readonly<{ ok: true; request: SizingRequest; task: Task }>
  | Readonly<{ ok: false; problems: readonly { key: keyof SizingInput; sentence: string }[] }>

/** The task assumed when a question names none: the plainest kind of answer. */
const TASK_WHEN_UNNAMED = 'chatbot'

/**
 * Fills what was not stated from the catalogue, each part marked as assumed. Names are looked up
 * exactly; one that is not in the catalogue is a problem with the nearest names, never a guess.
 */
export function completeRequest(
  input: SizingInput,
  catalog: Catalog,
  defaults: Defaults,
  language: Language,
): Completed {
  const words = requestSentences(language)
  const problems: { key: keyof SizingInput; sentence: string }[] = []
  const named = <T>(
    key: keyof SizingInput,
    text: string,
    found: T | undefined,
    known: () => readonly string[],
  ): T | undefined => {
    if (found === undefined) {
      const all = known()
      const nearest = nearestWords(text, all)
      const sentence = words.unknownWord(key, text, nearest, all.length > FEW ? [] : all)
      problems.push({ key, sentence })
    }
    return found
  }
  const modelIds = () =>
    catalog.models.flatMap(({ id, label }) =>
      id.toLowerCase() === label.toLowerCase() ? [id] : [id, label],
    )
  const model = (key: keyof SizingInput, text: string) =>
    named(key, text, catalog.model(text), modelIds)
  /** The id of an option: a model, or what is made of models that are looked up one by one. */
  const option = (key: keyof SizingInput, text: string): string | undefined => {
    const { way, models } = readOptionId(text)
    const ids = models.flatMap((name) => model(key, name)?.id ?? [])
    if (ids.length < models.length) return undefined
    // One's own accelerators make a model no better and no worse.
    return way === undefined || way === 'self-host' ? ids[0] : optionId(way, ids)
  }
  const task =
    input.task === undefined
      ? catalog.task(TASK_WHEN_UNNAMED)
      : named('task', input.task, catalog.task(input.task), () => catalog.tasks.map((t) => t.id))
  const region =
    input.region === undefined
      ? undefined
      : named('region', input.region, catalog.region(input.region), () =>
          catalog.regions.map((r) => r.id),
        )
  const current =
    input['current-model'] === undefined
      ? undefined
      : model('current-model', input['current-model'])
  const candidates = input.candidates?.map((name) => model('candidates', name))
  const evaluation = input.evaluation && {
    ...input.evaluation,
    a: option('evaluation', input.evaluation.a) ?? input.evaluation.a,
    b: option('evaluation', input.evaluation.b) ?? input.evaluation.b,
  }
  if (evaluation && evaluation.a === evaluation.b) {
    const sentence = words.badValue('evaluation', showEvaluation(evaluation))
    problems.push({ key: 'evaluation', sentence })
  }
  if (problems.length > 0 || !task) return { ok: false, problems }

  const compared = candidates
    ? candidates.filter((m) => m !== undefined)
    : ladderOf(current, catalog, defaults)
  // What is taught on the asker's data is made of it whatever else is compared.
  const taught = Object.values(defaults.open_models)
  const judged = (evaluation ? [evaluation.a, evaluation.b] : []).flatMap((id) => {
    const { way, models } = readOptionId(id)
    return models.filter((name) => way === undefined || !taught.includes(name))
  })
  const ids = unique([
    ...(current ? [current.id] : []),
    ...judged,
    ...(evaluation && !candidates ? [] : compared).map((m) => m.id),
  ])
  const first = compared[0] ?? current
  const home =
    first?.provider === undefined ? undefined : catalog.provider(first.provider)?.homeRegion
  const request: SizingRequest = {
    task: stated(input.task === undefined ? undefined : task.id, task.id, 'defaults'),
    volume: stated(input.volume, defaults.volume_per_month, 'defaults'),
    inputTokens: stated(input.in, task.inputTokens.central, task.id),
    outputTokens: stated(input.out, task.outputTokens.central, task.id),
    value: money(input.value, task.value, task.id),
    errorCost: money(input['error-cost'], task.errorCost, task.id),
    ...(current ? { currentModel: { value: current.id, kind: 'yours' } as const } : {}),
    candidates: { value: ids, kind: input.candidates ? 'yours' : 'assumed', note: 'defaults' },
    only: stated(input.only, false, 'defaults'),
    ...(input.latency === undefined
      ? {}
      : { latencyMs: { value: input.latency, kind: 'yours' } as const }),
    region: stated(region?.id, home ?? 'WORLD', 'defaults'),
    ...(input.budget === undefined
      ? {}
      : { budget: { value: input.budget, kind: 'yours' } as const }),
    hosting: stated(input.hosting, 'either' as const, 'defaults'),
    cacheShare: stated(input.cache, 0, 'defaults'),
    batch: stated(input.batch, false, 'defaults'),
    data: stated(input.data, 'anywhere' as const, 'defaults'),
    ...(input['price-factor'] === undefined
      ? {}
      : { priceFactor: { value: input['price-factor'], kind: 'yours' } as const }),
    ...(input.residency === undefined
      ? {}
      : { residency: { value: input.residency, kind: 'yours' } as const }),
    ...(evaluation ? { evaluation } : {}),
    input,
  }
  return { ok: true, request, task }
}

/** As many names as still make a readable sentence. */
const FEW = 15

/** The vendor's current ladder, or the default vendor's. */
function ladderOf(current: Model | undefined, catalog: Catalog, defaults: Defaults): Model[] {
  const ladder =
    (current && defaults.ladders[current.vendor]) ?? defaults.ladders[defaults.default_vendor] ?? []
  return ladder.map((id) => catalog.model(id)).filter((m) => m !== undefined)
}

function stated<T>(given: T | undefined, otherwise: T, note: string): Stated<T> {
  return given === undefined
    ? { value: otherwise, kind: 'assumed', note }
    : { value: given, kind: 'yours' }
}

function money(given: number | undefined, otherwise: Range, note: string): StatedMoney {
  return given === undefined
    ? { ...otherwise, kind: 'assumed', note }
    : { low: given, central: given, high: given, kind: 'yours' }
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
