import { z } from 'zod'

const positive = z.number().positive()
const finite = positive.max(1e15)

/** What may happen to the data that a model is sent. */
export const DATA_RULES = ['anywhere', 'no-training', 'stays'] as const

const items = z.number().int().min(0).max(1e6)

/**
 * Two options on the same items: how many each got right, how many both did. `a` and `b` are models, or
 * ids of what is made of models, e.g. "effort:gpt-6-luna".
 */
export const Evaluation = z
  .strictObject({
    a: z.string(),
    b: z.string(),
    aRight: items,
    bRight: items,
    bothRight: items,
    items: items.min(1),
  })
  .refine(
    (e) =>
      e.a !== e.b &&
      e.bothRight <= Math.min(e.aRight, e.bRight) &&
      e.aRight + e.bRight - e.bothRight <= e.items,
    'needs two options, and counts that fit each other',
  )

/** An asker's own paired evaluation; it replaces every expectation from benchmarks. */
export type Evaluation = z.infer<typeof Evaluation>

/** The keys of a sizing request as people type them; the schema below describes each. */
export const SizingInput = z
  .strictObject({
    task: z.string().describe('what the model does, a task of the catalogue, e.g. classification'),
    volume: finite
      .max(1e12)
      .describe('requests a month; other periods are converted, e.g. 50k/day'),
    in: finite.max(10_000_000).describe('prompt tokens of one request'),
    out: finite.max(1_000_000).describe('answer tokens of one request'),
    value: z.number().min(0).max(1e9).describe('US dollars a right answer is worth'),
    'error-cost': z.number().min(0).max(1e9).describe('US dollars a wrong answer costs'),
    'current-model': z.string().describe('the model in use today'),
    candidates: z
      .array(z.string())
      .min(1)
      .max(6)
      .describe('models to compare, separated by commas'),
    only: z
      .boolean()
      .describe('whether the candidates are compared as they are, and nothing is made of them'),
    latency: finite
      .max(3_600_000)
      .describe('longest acceptable time for a whole answer, in milliseconds'),
    region: z.string().describe('where it runs: a country or zone of the catalogue, e.g. KOR'),
    budget: finite.describe('US dollars a month that may be spent'),
    hosting: z.enum(['api', 'self-host', 'either']).describe('who runs the model'),
    cache: z.number().min(0).max(1).describe('share of the prompt that is read from cache, 0 to 1'),
    batch: z.boolean().describe('whether answers may wait a day (batch price)'),
    data: z
      .enum(DATA_RULES)
      .describe('what may happen to the data: anywhere, no-training, or stays (with the company)'),
    'price-factor': finite
      .max(1000)
      .describe('what the token prices of today are multiplied by, to try a change of prices'),
    residency: z.string().describe('place to which processing must be pinned: EU or a country'),
    evaluation: Evaluation.describe(
      'own paired results, e.g. "gpt-6-astra=441 gpt-6-luna=430 both=410 items=500"',
    ),
  })
  .partial()

/** What a person stated; everything else is assumed visibly. */
export type SizingInput = z.infer<typeof SizingInput>

/** A value and whose it is. `note` is the id of the task or setting the assumption came from. */
export type Stated<T> = Readonly<{ value: T; kind: 'yours' | 'assumed'; note?: string }>

/** Money that is assumed has a spread; money that was stated has none. */
export type StatedMoney = Readonly<{
  low: number
  central: number
  high: number
  kind: 'yours' | 'assumed'
  note?: string
}>

/** A complete request: what was stated, and what was assumed for the rest. */
export type SizingRequest = Readonly<{
  task: Stated<string>
  /** Requests a month. */
  volume: Stated<number>
  inputTokens: Stated<number>
  outputTokens: Stated<number>
  /** USD per right answer. */
  value: StatedMoney
  /** USD per wrong answer. */
  errorCost: StatedMoney
  currentModel?: Stated<string>
  candidates: Stated<readonly string[]>
  /** Whether the candidates are compared as they are: no cascade, router, tuning or effort made of them. */
  only: Stated<boolean>
  latencyMs?: Stated<number>
  region: Stated<string>
  budget?: Stated<number>
  hosting: Stated<'api' | 'self-host' | 'either'>
  cacheShare: Stated<number>
  batch: Stated<boolean>
  data: Stated<(typeof DATA_RULES)[number]>
  /** What every token price is multiplied by. */
  priceFactor?: Stated<number>
  residency?: Stated<string>
  evaluation?: Evaluation
  /** The stated part, from which the request can be rebuilt. */
  input: SizingInput
}>
