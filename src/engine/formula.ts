/** One argument of a formula, as the CLI and `docs/method.md` show it. */
export type Parameter = Readonly<{
  key: string
  unit: string
  description: string
  /** Inclusive bounds; outside them the formula refuses. */
  min?: number
  max?: number
  integer?: boolean
  /** Used when the argument is left out. */
  default?: number
  /** May be left out without a default: the formula then knows that there is none. */
  optional?: boolean
  /** For named variants; the value is then one of these words. */
  choices?: readonly string[]
  /** Free text, whose form the description gives; the formula itself refuses what it cannot read. */
  text?: true
}>

export type Arguments = Readonly<Record<string, number | string>>

/**
 * A formula as the registry holds it. `compute` receives arguments that passed the domain check and
 * returns named results; it is a thin wrapper over the typed function that the engine itself calls.
 */
export type Formula = Readonly<{
  id: string
  title: string
  equation: string
  parameters: readonly Parameter[]
  results: readonly Readonly<{ key: string; unit: string }>[]
  source: string
  validity: string
  /** A worked example that a test recomputes. */
  example: Readonly<{
    arguments: Arguments
    results: Readonly<Record<string, number>>
    tolerance: number
  }>
  compute: (given: Arguments) => Readonly<Record<string, number>>
}>

/** A sentence that names the argument, what was received and the valid range. */
export class DomainError extends Error {
  override name = 'DomainError'
}

/** No quantity here is larger in size; beyond it products of several overflow. */
export const LARGEST = 1e30

/** Fills defaults and checks every argument; throws DomainError listing all problems at once. */
export function checkArguments(formula: Formula, given: Arguments): Arguments {
  const keys = new Set(formula.parameters.map((p) => p.key))
  const problems = Object.keys(given)
    .filter((key) => !keys.has(key))
    .map((key) => `${formula.id} has no argument "${key}"; it takes ${[...keys].join(', ')}.`)
  const complete: Record<string, number | string> = {}
  for (const parameter of formula.parameters) {
    const received = given[parameter.key]
    const value = received === undefined ? (parameter.default ?? parameter.choices?.[0]) : received
    const problem = problemWith(parameter, value)
    if (problem) problems.push(problem)
    else if (value !== undefined) complete[parameter.key] = value
  }
  if (problems.length > 0) throw new DomainError(problems.join(' '))
  return complete
}

function problemWith(p: Parameter, value: number | string | undefined): string | undefined {
  if (value === undefined && p.optional) return undefined
  if (value === undefined) return `${p.key} is missing: ${p.description} (${p.unit}).`
  if (p.choices)
    return p.choices.includes(String(value))
      ? undefined
      : `${p.key} must be one of ${p.choices.join(', ')}; received "${value}".`
  // A text of one number arrives as a number; the formula reads it as text again.
  if (p.text) return undefined
  const { min, max } = boundsOf(p)
  const inside =
    typeof value === 'number' &&
    value >= min &&
    value <= max &&
    (!p.integer || Number.isInteger(value))
  return inside
    ? undefined
    : `${p.key} (${p.description}) must be a${p.integer ? ' whole' : ''} number from ${min} to ${max} in ${p.unit}; received ${value}.`
}

/** The numbers between which an argument is accepted, those of every quantity where it has none of its own. */
export function boundsOf({ min = -LARGEST, max = LARGEST }: Parameter): {
  min: number
  max: number
} {
  return { min, max }
}
