import type { Defaults } from '../catalog/defaults.ts'
import { type Catalog, type Task, TIERS } from '../catalog/types.ts'
import type { Chosen } from '../engine/decision/choose-option.ts'
import { createDraws } from '../engine/decision/draws.ts'
import type { Estimate } from '../engine/estimate.ts'
import { seeded } from '../engine/random.ts'
import { range } from '../engine/range.ts'
import type { Language } from '../language/language.ts'
import { compare } from './compare.ts'
import { type Completed, completeRequest } from './complete-request.ts'
import { coverageOf } from './coverage.ts'
import { createDecider, type Decision } from './decide.ts'
import type { Draft } from './draft.ts'
import { findFlips, type Pause } from './flips.ts'
import { drawUp, noAiOption } from './option-figures.ts'
import { levelSpread } from './own-evaluation.ts'
import { pilotFor } from './pilot.ts'
import type { Option, Recommendation } from './recommendation.ts'
import { replayId } from './replay.ts'
import type { SizingInput, SizingRequest } from './request.ts'
import { requestEstimates } from './request-estimates.ts'
import { requestSentences } from './request-sentences.ts'
import { standingsOf } from './standing.ts'

export type Sized =
  | Readonly<{ ok: true; recommendation: Recommendation; decision: Decision; task: Task }>
  | Extract<Completed, { ok: false }>

export type Sizer = (input: SizingInput, language: Language) => Promise<Sized>

/**
 * Makes the use case. `at` gives the ISO date-time whose prices count; the same seed gives the same figures.
 * A sizing pauses now and then with `pause`.
 */
export function createSizer(
  catalog: Catalog,
  defaults: Defaults,
  at: () => string,
  pause: Pause,
): Sizer {
  const { seed, draws, search_draws } = defaults.simulation
  const stream = (column: number) => seeded(seed + column)
  const [all, few] = [createDraws(stream, draws), createDraws(stream, search_draws)]
  return async (input, language) => {
    const completed = completeRequest(input, catalog, defaults, language)
    if (!completed.ok) return completed
    const { request } = completed
    const now = at()
    const decide = createDecider(catalog, defaults, now)
    const decision = decide(request, completed.task, all)
    const stranger = strangerIn(request, decision, catalog)
    if (stranger !== undefined) {
      const offered = decision.drafts.map((draft) => draft.id)
      const sentence = requestSentences(language).notOffered(stranger, offered)
      return { ok: false, problems: [{ key: 'evaluation', sentence }] }
    }
    const { task } = decision
    const options = optionsOf(decision, request, catalog, defaults)
    const { chosen, choice } = decision
    const reference = referenceOf(decision, request, options)
    const comparison = compare(decision, request, reference, chosen.id, options)
    const pilot = pilotFor(decision, request, defaults, reference)
    const estimates = [
      ...requestEstimates(request),
      ...options.flatMap((o) => [...Object.values(o.figures), o.usdPerRequest]),
      ...comparison,
      ...(pilot ? [pilot.items, pilot.usd, pilot.worth, pilot.worthAtMost, pilot.horizon] : []),
    ]
    const deciders = {
      rough: (other: SizingRequest) => decide(other, completed.task, few).choice,
      sure: (other: SizingRequest) => decide(other, completed.task, all).choice,
    }
    const recommendation: Recommendation = {
      request,
      verdict: {
        choice,
        ...(chosen.id !== undefined && chosen.outcome === 'settled' ? { option: chosen.id } : {}),
        ...certaintyOf(chosen),
      },
      reference,
      options,
      flips: await findFlips(request, choice, deciders, pause),
      ...(pilot ? { pilot } : {}),
      estimates,
      coverage: coverageOf(estimates),
      replay: replayId(request.input, catalog.version, now),
    }
    return { ok: true, recommendation, decision, task }
  }
}

/**
 * How sure the outcome is, 0.01 to 0.99, and between which options. Where a dearer option is more likely
 * than not to earn more and yet falls short of the bar, that is what is told.
 */
function certaintyOf(chosen: Chosen): Pick<Recommendation['verdict'], 'confidence' | 'between'> {
  const within = (share: number) => Math.min(0.99, Math.max(0.01, share))
  const doubt = chosen.doubt?.()
  if (doubt) {
    const { rival, against, probability } = doubt
    return probability < 0.5
      ? { confidence: within(1 - probability), between: [against, rival] }
      : { confidence: within(probability), between: [rival, against] }
  }
  const against = chosen.against()
  const confidence = within(chosen.confidence())
  return against === undefined
    ? { confidence }
    : { confidence, between: [chosen.id ?? 'no-ai', against] }
}

/** What an own evaluation names that is neither a model nor an option of the request. */
function strangerIn(
  { evaluation }: SizingRequest,
  { drafts }: Decision,
  catalog: Catalog,
): string | undefined {
  if (!evaluation) return undefined
  const known = (id: string) =>
    catalog.model(id) !== undefined || drafts.some((draft) => draft.id === id)
  return [evaluation.a, evaluation.b].find((id) => !known(id))
}

function optionsOf(
  decision: Decision,
  request: SizingRequest,
  catalog: Catalog,
  defaults: Defaults,
): Option[] {
  const { task } = decision
  const standings = standingsOf(decision, defaults.decision_bar)
  const drawn = decision.drafts.map((draft) => {
    const percent = decision.quality(draft.id)
    const spread = levelSpread(task, defaults)
    const { kind, sources } = restsOn(draft, decision)
    const quality: Estimate = {
      id: `${draft.id}.qualityPoints`,
      quantity: 'quality',
      subject: draft.id,
      unit: 'percent',
      value: range(
        Math.max(0, Math.min(percent, percent - spread)),
        Math.min(100, percent),
        Math.min(100, Math.max(percent, percent + spread)),
      ),
      kind,
      formula: 'task-quality',
      inputs: {
        benchmark: task.quality.benchmark,
        harness: task.quality.harness,
        ...draft.quality.weights,
        shift_points: draft.quality.shift,
      },
      sources,
    }
    return drawUp(draft, quality, standings.get(draft.id), request, catalog, defaults)
  })
  return [...drawn, noAiOption()]
}

/** Whose an option's quality is: the asker's own result, a measured score, or a stand-in for one. */
function restsOn(draft: Draft, decision: Decision): Pick<Estimate, 'kind' | 'sources'> {
  const bases = decision.bases(draft.id)
  const { task } = decision
  const published = [task.quality.source, task.quality.evidence]
  if (draft.quality.shift !== 0) return { kind: 'assumed', sources: published }
  if (bases.every((basis) => basis === 'yours'))
    return { kind: bases.length === 1 ? 'yours' : 'computed', sources: [] }
  return {
    kind: bases.every((basis) => basis === 'measured') ? 'computed' : 'assumed',
    sources: published,
  }
}

/** The option a verdict is measured against: today's model, else the largest one offered. */
function referenceOf(
  decision: Decision,
  request: SizingRequest,
  options: readonly Option[],
): string {
  if (request.currentModel) return request.currentModel.value
  const plain = decision.drafts.filter((d) => d.choice === 'bigger' || d.choice === 'smaller')
  const largest = plain.reduce<Draft | undefined>(
    (top, d) => (top && rankOf(top) <= rankOf(d) ? top : d),
    undefined,
  )
  return largest?.id ?? options[0]?.id ?? 'no-ai'
}

function rankOf(draft: Draft): number {
  return TIERS.indexOf(draft.model.tier)
}
