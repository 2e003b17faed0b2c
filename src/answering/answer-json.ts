import type { Estimate } from '../engine/estimate.ts'
import { isUnknown } from '../engine/unknown.ts'
import { confidenceWords, quantityLabel } from '../language/labels.ts'
import { unknownSentence } from '../language/unknowns.ts'
import type { Option } from '../sizing/recommendation.ts'
import type { Answer } from './answer.ts'
import { answerText, sentenceText } from './plain-text.ts'

/** The stable JSON of `ask --json` and `size --json`; its keys are documented in docs/cli.md. */
export function answerJson(answer: Answer, id?: string): Readonly<Record<string, unknown>> {
  const { recommendation, language } = answer
  const spoken = answer.sections.find((s) => s.kind === 'verdict')
  return {
    ...(id === undefined ? {} : { id }),
    kind: answer.kind,
    language,
    text: answerText(answer),
    verdict:
      recommendation && spoken
        ? {
            choice: recommendation.verdict.choice,
            ...(recommendation.verdict.option === undefined
              ? {}
              : { option: recommendation.verdict.option }),
            confidence: recommendation.verdict.confidence,
            between: recommendation.verdict.between ?? null,
            confidenceWords: confidenceWords(recommendation.verdict.confidence, language),
            summary: spoken.sentences.map(sentenceText).join(' '),
          }
        : null,
    options: recommendation?.options.map((option) => optionJson(option, answer)) ?? [],
    flips:
      recommendation?.flips.map(({ assumption, current, flipsAt, toChoice, unit }) => ({
        assumption,
        current,
        flipsAt,
        toChoice,
        unit,
      })) ?? [],
    pilot: recommendation?.pilot
      ? {
          between: recommendation.pilot.between,
          made: recommendation.pilot.made,
          items: value(recommendation.pilot.items, answer),
          usd: value(recommendation.pilot.usd, answer),
          worth: value(recommendation.pilot.worth, answer),
          worthAtMost: value(recommendation.pilot.worthAtMost, answer),
        }
      : null,
    citations: answer.citations.map(({ id: source, title, authors, year, url }) => ({
      id: source,
      title,
      authors,
      year,
      url: url ?? null,
    })),
    estimates: answer.estimates.map((estimate) => estimateJson(estimate, answer)),
    coverage: answer.coverage,
    replay: answer.replay,
  }
}

function optionJson(option: Option, answer: Answer): Readonly<Record<string, unknown>> {
  const figures = Object.fromEntries(
    Object.entries(option.figures).map(([key, estimate]) => [key, value(estimate, answer)]),
  )
  return {
    id: option.id,
    choice: option.choice,
    label: option.label[answer.language],
    model: option.model ?? null,
    provider: option.provider ?? null,
    ...figures,
    bearers: option.bearers.map((b) => b[answer.language]),
    control: option.control ?? null,
    refused: option.refused?.reason ?? null,
    probability: option.probability ?? null,
    best: option.best ?? null,
    pareto: option.pareto ?? null,
    passedOver: option.passedOver ?? null,
  }
}

function value(estimate: Estimate, { language }: Answer): Readonly<Record<string, unknown>> {
  return isUnknown(estimate.value)
    ? { unknown: unknownSentence(estimate.value, language) }
    : { ...estimate.value, kind: estimate.kind }
}

function estimateJson(estimate: Estimate, { language }: Answer): Readonly<Record<string, unknown>> {
  const { id, unit, kind, formula, inputs, sources, asOf } = estimate
  const spread = isUnknown(estimate.value)
    ? { unknown: unknownSentence(estimate.value, language) }
    : estimate.value
  const label =
    estimate.subject === undefined
      ? quantityLabel(estimate.quantity, language)
      : `${quantityLabel(estimate.quantity, language)}: ${estimate.subject}`
  return {
    id,
    label,
    ...spread,
    unit,
    kind,
    formula: formula ?? null,
    inputs,
    sources,
    ...(asOf ? { asOf } : {}),
  }
}
