import { type Arguments, checkArguments, DomainError, type Formula } from './formula.ts'
import { DECISION } from './formulas/decision.ts'
import { MONEY } from './formulas/money.ts'
import { PHYSICAL } from './formulas/physical.ts'

/** Every formula that can be run by name. */
export const FORMULAS: readonly Formula[] = [...DECISION, ...MONEY, ...PHYSICAL]

/** Runs a formula by id after checking its arguments; throws DomainError with the valid ids or ranges. */
export function runFormula(
  id: string,
  given: Arguments,
): { formula: Formula; used: Arguments; results: Readonly<Record<string, number>> } {
  const formula = FORMULAS.find((f) => f.id === id)
  if (!formula)
    throw new DomainError(
      `There is no formula "${id}". There are: ${FORMULAS.map((f) => f.id).join(', ')}.`,
    )
  const used = checkArguments(formula, given)
  return { formula, used, results: formula.compute(used) }
}
