/**
 * Writes knowledge/sample/spend.csv: thirteen weeks of a made-up company's AI bill at the list prices of
 * each day, up to 2026-11-22. The story: support moves its triage from a frontier model to a small one
 * in the eighth week; research changes to a newer model in the seventh, and in the last week asks more
 * and longer, with a day on which an agent ran away; search keeps short calls on a large model; legal
 * begins in the last week; a little spend names no team. Prompts are taken to be short, below every
 * provider's long-prompt rate. Seeded, so it is the same each time. Run it in the project's root.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dayNumber, isoDay, weekday } from '../src/spend/calendar.ts'

const LAST_DAY = '2026-11-22'
const DAYS = 91
/** The day on which research's agent ran away, and how many times its usual requests it made. */
const RUNAWAY = { day: '2026-11-19', times: 2.4 }

type Price = Readonly<{ from: string; input: number; cached: number; output: number }>

/** Provider, and US dollars per million tokens from a UTC day on, oldest first. */
const MODELS: Readonly<Record<string, { provider: string; prices: readonly Price[] }>> = {
  'gpt-5.6-sol': {
    provider: 'openai',
    prices: [{ from: '2026-08-21', input: 4, cached: 0.4, output: 20 }],
  },
  'gpt-6-astra': {
    provider: 'openai',
    prices: [{ from: '2026-09-03', input: 10, cached: 1, output: 50 }],
  },
  'gpt-6-luna': {
    provider: 'openai',
    prices: [{ from: '2026-09-22', input: 0.1, cached: 0.01, output: 0.5 }],
  },
  'claude-sonnet-5': {
    provider: 'anthropic',
    prices: [{ from: '2026-06-30', input: 2, cached: 0.2, output: 10 }],
  },
  'claude-sonnet-5-5': {
    provider: 'anthropic',
    prices: [{ from: '2026-10-07', input: 2, cached: 0.1, output: 10 }],
  },
  'claude-haiku-5-5': {
    provider: 'anthropic',
    prices: [{ from: '2026-10-07', input: 0.1, cached: 0.01, output: 0.5 }],
  },
  'claude-opus-5': {
    provider: 'anthropic',
    prices: [{ from: '2026-09-23', input: 5, cached: 0.5, output: 25 }],
  },
  'gemini-3.6-flash': {
    provider: 'google',
    prices: [
      { from: '2026-07-21', input: 1.5, cached: 0.15, output: 7.5 },
      { from: '2026-08-31', input: 0.75, cached: 0.075, output: 3.75 },
    ],
  },
}

type Use = Readonly<{
  team: string
  workload: string
  model: string
  /** Thousands of requests on a working day, as the weeks go by (0 = first). */
  thousands: (week: number) => number
  /** Prompt and answer tokens of a request. */
  prompt: (week: number) => number
  answer: (week: number) => number
  cachedShare: number
}>

/** The newer model of research came out on a Wednesday, in the seventh week. */
const USE: readonly Use[] = [
  {
    ...{ team: 'support', workload: 'ticket-triage', model: 'gpt-5.6-sol', cachedShare: 0.4 },
    thousands: (w) => (w < 7 ? 60 : 6),
    prompt: () => 900,
    answer: () => 25,
  },
  {
    ...{ team: 'support', workload: 'ticket-triage', model: 'gpt-6-luna', cachedShare: 0.4 },
    thousands: (w) => (w < 7 ? 0 : 56),
    prompt: () => 900,
    answer: () => 25,
  },
  {
    ...{ team: 'support', workload: 'reply-drafts', model: 'gpt-5.6-sol', cachedShare: 0.5 },
    thousands: (w) => 12 + 0.3 * w,
    prompt: () => 2_400,
    answer: () => 320,
  },
  {
    ...{ team: 'search', workload: 'query-tagging', model: 'gpt-6-astra', cachedShare: 0.3 },
    thousands: (w) => (w < 3 ? 0 : 18),
    prompt: () => 600,
    answer: () => 30,
  },
  {
    ...{ team: 'research', workload: 'coding-agent', model: 'claude-sonnet-5', cachedShare: 0.7 },
    thousands: (w) => (w < 7 ? 9 : 0),
    prompt: () => 9_000,
    answer: () => 700,
  },
  {
    ...{ team: 'research', workload: 'coding-agent', model: 'claude-sonnet-5-5', cachedShare: 0.7 },
    thousands: (w) => (w < 7 ? 0 : w < 12 ? 9 : 11),
    prompt: (w) => (w < 12 ? 9_000 : 11_500),
    answer: (w) => (w < 12 ? 700 : 880),
  },
  {
    ...{ team: 'marketing', workload: 'copy', model: 'gemini-3.6-flash', cachedShare: 0.1 },
    thousands: (w) => 20 + 0.8 * w,
    prompt: () => 1_500,
    answer: () => 600,
  },
  {
    ...{ team: 'legal', workload: 'contract-review', model: 'claude-opus-5', cachedShare: 0.2 },
    thousands: (w) => (w < 12 ? 0 : 0.6),
    prompt: () => 14_000,
    answer: () => 900,
  },
  {
    ...{ team: '', workload: '', model: 'claude-haiku-5-5', cachedShare: 0.2 },
    thousands: () => 110,
    prompt: () => 1_200,
    answer: () => 90,
  },
]

/** A small linear congruential generator; the constants are those of Numerical Recipes. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const random = generator(20261124)
const rows = [
  'date,provider,model,team,workload,requests,input_tokens,output_tokens,cached_tokens,cost,currency',
]
for (let i = 0; i < DAYS; i++) {
  const day = isoDay(dayNumber(LAST_DAY) - DAYS + 1 + i)
  const week = Math.floor(i / 7)
  const busy = weekday(day) > 5 ? 0.25 : 1
  for (const { team, workload, model, thousands, prompt, answer, cachedShare } of USE) {
    const used = MODELS[model]
    const price = used?.prices.findLast((p) => p.from <= day)
    const noise = 0.94 + 0.12 * random()
    const runaway = workload === 'coding-agent' && day === RUNAWAY.day ? RUNAWAY.times : 1
    const requests = Math.round(thousands(week) * 1000 * busy * noise * runaway)
    if (!used || !price || requests === 0) continue
    const input = Math.round(requests * prompt(week))
    const cached = Math.round(input * cachedShare)
    const output = Math.round(requests * answer(week))
    const cost =
      ((input - cached) * price.input + cached * price.cached + output * price.output) / 1e6
    const counts = [requests, input, output, cached]
    rows.push([day, used.provider, model, team, workload, ...counts, cost.toFixed(6), 'USD'].join())
  }
}
mkdirSync('knowledge/sample', { recursive: true })
writeFileSync('knowledge/sample/spend.csv', `${rows.join('\n')}\n`)
