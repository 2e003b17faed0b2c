import type { Answer } from '../answering/answer.ts'
import type { Estimate } from '../engine/estimate.ts'
import type { Option } from '../sizing/recommendation.ts'
import { fromJson, toJson } from './json.ts'

/** A figure as stored inside an answer: its place among the answer's figures, or itself where it is not among them. */
type Stored = number | Estimate

/** An answer as text. Its recommendation is made of the same figures, which are written once. */
export function packedAnswer(answer: Answer): string {
  const places = new Map(answer.estimates.map((estimate, at) => [estimate, at]))
  return toJson(withFigures(answer, (figure: Estimate): Stored => places.get(figure) ?? figure))
}

/** Reads what `packedAnswer` wrote, and whole answers as they were written before. */
export function unpackedAnswer(text: string): Answer {
  const stored = fromJson<Answer>(text)
  const found = (figure: Stored): Stored =>
    typeof figure === 'number' ? (stored.estimates[figure] ?? figure) : figure
  return withFigures(stored, found)
}

/** The answer with every figure of its recommendation replaced; what is stored is not of the answer's type inside. */
function withFigures(answer: Answer, by: (figure: Estimate) => Stored): Answer {
  const { recommendation } = answer
  if (!recommendation) return answer
  const replaced = by as (figure: Estimate) => Estimate
  const option = ({ figures, usdPerRequest, ...rest }: Option): Option => ({
    ...rest,
    figures: Object.fromEntries(
      Object.entries(figures).map(([name, figure]) => [name, replaced(figure)]),
    ) as Option['figures'],
    usdPerRequest: replaced(usdPerRequest),
  })
  return {
    ...answer,
    recommendation: {
      ...recommendation,
      options: recommendation.options.map(option),
      estimates: recommendation.estimates.map(replaced),
    },
  }
}
