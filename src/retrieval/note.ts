import { z } from 'zod'

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9.]+)*$/, 'must be lower-case words and numbers joined by hyphens')
/** Of the web: what is shown with a link to click must not be a script. */
const address = z.url({ protocol: /^https?$/, error: 'must be an address' })
const source = z.strictObject({
  id,
  title: z.string(),
  authors: z.array(z.string()).min(1),
  year: z.number().int(),
  url: address.optional(),
})

/** A figure of a published table in `knowledge/data`: the one row where the columns hold these words, one column, times a factor of units. */
const cell = z.strictObject({
  table: z.string(),
  where: z.record(z.string(), z.string()),
  column: z.string(),
  times: z.number().default(1),
})

/** One reviewed statement, in both languages with the same figures, that can be shown as it stands. */
export const ClaimSchema = z.strictObject({
  id: z.string(),
  text_en: z.string().min(1),
  text_ko: z.string().min(1),
  value: z.number().optional(),
  unit: z.string().optional(),
  boundary: z.string().optional(),
  locator: z.string().optional(),
  /** The table that `value` was read from; the lint holds the two equal at the digits of `value`. */
  cell: cell.optional(),
  basis: z.enum(['published', 'secondary', 'derived']),
  source: z.string().optional(),
  /** Terms, in both languages as people write them, that this claim says the meaning of: "What is X?" leads with it. */
  defines: z.array(z.string().min(2)).min(1).optional(),
  about: z
    .array(
      z.enum([
        'definition',
        'finding',
        'mechanism',
        'limitation',
        'comparison',
        'superseded',
        'figure',
        'decision',
        'who-bears',
        'practice',
      ]),
    )
    .min(1),
})

export const GROUPS = [
  'scaling',
  'training-cost',
  'inference-cost',
  'small-models',
  'distillation',
  'routing',
  'reasoning-effort',
  'data',
  'energy',
  'carbon',
  'water',
  'who-pays',
  'regulation',
  'finops',
  'decision-methods',
  'market',
] as const

/** Front matter of a note in `knowledge/evidence`; unknown keys are refused. */
export const NoteSchema = z.strictObject({
  id,
  title: z.string(),
  title_ko: z.string(),
  authors: z.array(z.string()).min(1),
  year: z.number().int(),
  venue: z.string().optional(),
  url: address.optional(),
  lang: z.enum(['en', 'ko']),
  group: z.enum(GROUPS),
  gist_en: z.string(),
  gist_ko: z.string(),
  claims: z.array(ClaimSchema).min(1),
  sources: z.array(source).default([]),
  questions_en: z.array(z.string()).min(3),
  questions_ko: z.array(z.string()).min(3),
  concepts: z.array(z.string()).min(1),
  supersedes: z.array(z.string()).default([]),
  disagrees_with: z.array(z.string()).default([]),
  retrieved_at: z.string(),
  licence: z.string(),
})

export type Claim = z.infer<typeof ClaimSchema>
export type Note = z.infer<typeof NoteSchema> & Readonly<{ body: string }>
export type Source = Readonly<{
  title: string
  authors: readonly string[]
  year: number
  url?: string
}>
