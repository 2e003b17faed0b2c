import type { Estimate } from '../engine/estimate.ts'
import { exactly } from '../engine/range.ts'
import { coverageOf } from '../sizing/coverage.ts'
import type { Recommendation } from '../sizing/recommendation.ts'
import type { Answer, Section, Sentence } from './answer.ts'
import { closenessTo } from './closeness.ts'
import { caveatSentences } from './compose/caveats.ts'
import { changeSentences } from './compose/change.ts'
import { claimSentence } from './compose/explanation.ts'
import { carbonLead } from './compose/lead-carbon.ts'
import { costLead } from './compose/lead-cost.ts'
import { hostingLead } from './compose/lead-hosting.ts'
import { paybackLead } from './compose/lead-payback.ts'
import { type FlipFigures, flipSentences, nextStep, optionSentences } from './compose/options.ts'
import { namesOf, reasonSentences } from './compose/reasons.ts'
import { restated, verdictSentences } from './compose/verdict.ts'
import { type Citations, createCitations } from './evidence.ts'
import type { Knowledge } from './knowledge.ts'
import { plain } from './plain-answer.ts'
import type { Understanding } from './understand.ts'

/** How many flip points an answer shows. */
const FLIPS_SHOWN = 2

/** A question with a workload in it: sized by the engine, explained from the notes. */
export async function answerByComputing(
  understood: Understanding,
  knowledge: Knowledge,
  before?: Recommendation,
): Promise<Answer> {
  const { catalog, corpus } = knowledge
  const { language } = understood
  const sized = await knowledge.size(understood.input, language)
  if (!sized.ok)
    return plain('clarify', understood, knowledge, [
      {
        kind: 'question',
        sentences: sized.problems.map(({ sentence }): Sentence => [{ name: sentence }]),
      },
    ])
  const { recommendation, task } = sized
  const citations = createCitations(corpus, catalog)
  const names = namesOf(recommendation, catalog, language)
  const confidence = confidenceOf(recommendation)
  const flips = flipFigures(recommendation)
  const lead = leadOf(understood, recommendation, knowledge, citations)
  const verdict = verdictSentences(recommendation, confidence, language)
  const reasons = reasonSentences(recommendation, names, citations, language)
  const evidence = await evidenceFor(understood, task.quality.evidence, knowledge, citations)
  const sections: Section[] = [
    ...(lead.sentences.length > 0
      ? [{ kind: 'explanation' as const, sentences: lead.sentences }]
      : []),
    ...(understood.aspect === 'carbon' && understood.regions.length >= 2
      ? []
      : [{ kind: 'verdict' as const, sentences: verdict }]),
    ...(before
      ? [
          {
            kind: 'change' as const,
            sentences: changeSentences(before, recommendation, catalog, language),
          },
        ]
      : []),
    { kind: 'restated', sentences: restated(recommendation, names, language) },
    { kind: 'reasons', sentences: [...reasons.values(), ...evidence] },
    { kind: 'options', sentences: optionSentences(recommendation, language) },
    { kind: 'flips', sentences: flipSentences(recommendation, flips.shown, language) },
    { kind: 'next-step', sentences: nextStep(recommendation, language) },
  ]
  const own = caveatSentences(recommendation, understood, catalog, knowledge.at(), language)
  const caveats = [...lead.caveats, ...own.sentences]
  if (caveats.length > 0) sections.push({ kind: 'caveats', sentences: caveats })
  const estimates = [
    ...recommendation.estimates,
    confidence,
    ...flips.figures,
    ...lead.estimates,
    ...own.estimates,
    ...(before?.estimates ?? []).map((e) => ({ ...e, id: `before.${e.id}` })),
  ]
  return {
    ...plain('answer', understood, knowledge, sections),
    recommendation,
    citations: citations.list(),
    estimates,
    coverage: coverageOf(estimates.filter((e) => !e.id.startsWith('before.'))),
    replay: recommendation.replay,
  }
}

type Lead = Readonly<{
  sentences: readonly Sentence[]
  estimates: readonly Estimate[]
  caveats: readonly Sentence[]
}>

/** What the question asked for first, when that is not the verdict. */
function leadOf(
  understood: Understanding,
  recommendation: Recommendation,
  knowledge: Knowledge,
  citations: Citations,
): Lead {
  const { catalog, defaults } = knowledge
  const { language, regions } = understood
  switch (understood.aspect) {
    case 'carbon':
      return carbonLead(recommendation, regions, catalog, defaults, citations, language)
    case 'self-host':
      return { caveats: [], ...hostingLead(recommendation, catalog, defaults, citations, language) }
    case 'payback':
      return { caveats: [], ...paybackLead(recommendation, defaults, language) }
    case 'cost':
      return {
        sentences: costLead(recommendation, understood.models, citations, language),
        estimates: [],
        caveats: [],
      }
    case 'verdict':
    case undefined:
      return { sentences: [], estimates: [], caveats: [] }
    default:
      return understood.aspect satisfies never
  }
}

function confidenceOf({ verdict }: Recommendation): Estimate {
  const [option, compared] = verdict.between ?? []
  return {
    id: 'confidence',
    quantity: 'confidence',
    unit: 'share',
    value: exactly(verdict.confidence),
    kind: 'computed',
    formula: 'worthwhile-probability',
    inputs: { ...(option && compared ? { option, compared_with: compared } : {}) },
    sources: [],
  }
}

/** Figures of the flip points shown; today's value is the request's own figure. */
function flipFigures({ flips, estimates }: Recommendation): {
  shown: FlipFigures[]
  figures: Estimate[]
} {
  const telling = flips
    .map((flip, i) => ({ flip, i }))
    .sort((a, b) => Number(a.flip.toChoice === 'no-ai') - Number(b.flip.toChoice === 'no-ai'))
  const shown = telling.slice(0, FLIPS_SHOWN).flatMap(({ flip, i }): FlipFigures[] => {
    const current = estimates.find((e) => e.id === flip.assumption)
    if (!current) return []
    const flipsAt: Estimate = {
      id: `flip.${flip.assumption}`,
      quantity: 'flip-value',
      subject: flip.assumption,
      unit: current.unit,
      value: exactly(flip.flipsAt),
      kind: 'computed',
      formula: 'flip-point',
      inputs: { assumption: flip.assumption, current: flip.current, flips_at: flip.flipsAt },
      sources: [],
    }
    return [{ flip: i, current, flipsAt }]
  })
  return { shown, figures: shown.map((s) => s.flipsAt) }
}

/**
 * One or two reviewed claims that bear on the answer: the task's evidence, and what the question is
 * about. A workload is full of words that many notes share, so a verdict takes only notes on a theme it
 * names, and all are found by their themes alone: the same ones, whatever language it is told in.
 */
async function evidenceFor(
  understood: Understanding,
  taskEvidence: string,
  { corpus, concepts, retriever }: Knowledge,
  citations: Citations,
): Promise<Sentence[]> {
  const { language, text, aspect } = understood
  const named = concepts.in(text)
  const words = named.join(' ').replaceAll('-', ' ')
  const { passages } = words === '' ? { passages: [] } : await retriever.search(words, { limit: 3 })
  const closeness = closenessTo(words, passages, retriever.claims, concepts)
  const found = passages.map((p) => p.note)
  const themes = named.filter((id) => concepts.anchor(id) === 'strong')
  const leading =
    aspect === 'verdict' || aspect === 'cost'
      ? [
          corpus.note(taskEvidence),
          ...found.filter((note) => note.concepts.some((id) => themes.includes(id))),
        ]
      : [...found, corpus.note(taskEvidence)]
  const notes = [...new Set(leading.filter((n) => n !== undefined))].slice(0, 2)
  return notes.flatMap((note) => {
    const claim = [...note.claims].sort((a, b) => closeness(b, note) - closeness(a, note))[0]
    return claim ? [claimSentence({ claim, note }, citations, language)] : []
  })
}
