/**
 * Writes knowledge/sample/spend.csv: eight weeks of a made-up company's AI bill at the list prices of
 * each day. The story: support moves tickets from a frontier model to a small one in the fifth week,
 * research doubles its coding agent in the last, and a little spend names no team; it begins on the
 * day its model came out. Prompts are taken to be short, below every provider's long-prompt rate.
 * Seeded, so it is the same each time. Run it in the project's root.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dayNumber, isoDay, weekday } from '../src/spend/calendar.ts'

const LAST_DAY = '2026-11-22'
const DAYS = 56

type Price = Readonly<{ from: string; input: number; cached: number; output: number }>

/** Provider, and US dollars per million tokens from a UTC day on, oldest first. */
const MODELS: Readonly<Record<string, { provider: string; prices: readonly Price[] }>> = {
  'gpt-6-astra': {
    provider: 'openai',
    prices: [{ from: '2026-09-03', input: 10, cached: 1, output: 50 }],
  },
  'gpt-6-luna': {
    provider: 'openai',
    prices: [{ from: '2026-09-22', input: 0.1, cached: 0.01, output: 0.5 }],
  },
  'claude-sonnet-5-5': {
    provider: 'anthropic',
    prices: [
      { from: '2026-09-28', input: 2, cached: 0.2, output: 10 },
      { from: '2026-10-07', input: 2, cached: 0.1, output: 10 },
    ],
  },
  'claude-haiku-5-5': {
    provider: 'anthropic',
    prices: [{ from: '2026-10-07', input: 0.1, cached: 0.01, output: 0.5 }],
  },
  'gemini-3.8-flash': {
    provider: 'google',
    prices: [{ from: '2026-09-01', input: 0.75, cached: 0.075, output: 3.75 }],
  },
}

/** Millions of prompt tokens on a working day, by team and model, as the weeks go by (0 = first). */
const USE: readonly {
  team: string
  model: string
  millions: (week: number) => number
  answerShare: number
  cachedShare: number
}[] = [
  {
    team: 'support',
    model: 'gpt-6-astra',
    millions: (w) => (w < 4 ? 14 : 2),
    answerShare: 0.03,
    cachedShare: 0.4,
  },
  {
    team: 'support',
    model: 'gpt-6-luna',
    millions: (w) => (w < 4 ? 1 : 15),
    answerShare: 0.03,
    cachedShare: 0.4,
  },
  {
    team: 'research',
    model: 'claude-sonnet-5-5',
    millions: (w) => (w < 7 ? 22 : 46),
    answerShare: 0.09,
    cachedShare: 0.7,
  },
  {
    team: 'marketing',
    model: 'gemini-3.8-flash',
    millions: (w) => 6 + 0.4 * w,
    answerShare: 0.25,
    cachedShare: 0.1,
  },
  { team: '', model: 'claude-haiku-5-5', millions: () => 8, answerShare: 0.05, cachedShare: 0.2 },
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
const rows = ['date,provider,model,team,input_tokens,output_tokens,cached_tokens,cost,currency']
for (let i = 0; i < DAYS; i++) {
  const day = isoDay(dayNumber(LAST_DAY) - DAYS + 1 + i)
  const busy = weekday(day) > 5 ? 0.25 : 1
  for (const { team, model, millions, answerShare, cachedShare } of USE) {
    const used = MODELS[model]
    const price = used?.prices.findLast((p) => p.from <= day)
    if (!used || !price) continue
    const prompt = Math.round(millions(Math.floor(i / 7)) * 1e6 * busy * (0.9 + 0.2 * random()))
    const cached = Math.round(prompt * cachedShare)
    const answer = Math.round(prompt * answerShare)
    const cost =
      ((prompt - cached) * price.input + cached * price.cached + answer * price.output) / 1e6
    rows.push(
      [day, used.provider, model, team, prompt, answer, cached, cost.toFixed(6), 'USD'].join(','),
    )
  }
}
mkdirSync('knowledge/sample', { recursive: true })
writeFileSync('knowledge/sample/spend.csv', `${rows.join('\n')}\n`)
