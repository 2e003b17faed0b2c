import { type Arguments, boundsOf, type Formula } from '../engine/formula.ts'
import { FORMULAS, runFormula } from '../engine/registry.ts'
import { type Flags, type Io, UsageError } from './io.ts'

/** `formula`: the list, or one computed. */
export async function formulaCommand(
  words: readonly string[],
  { json, list }: Flags,
  io: Io,
): Promise<number> {
  const [id, ...pairs] = words
  if (list) {
    io.out(
      json
        ? JSON.stringify(FORMULAS.map(described))
        : FORMULAS.map((f) => `${f.id}\t${f.title}\t${f.equation}`).join('\n'),
    )
    return 0
  }
  if (id === undefined)
    throw new UsageError({
      en: 'formula needs an id; formula --list shows them.',
      ko: 'formula에는 식의 이름이 필요합니다. formula --list로 볼 수 있습니다.',
    })
  const given: Record<string, number | string> = {}
  for (const pair of pairs) {
    const match = /^([\w-]+)=(.*)$/.exec(pair)
    if (!match?.[1] || match[2] === undefined)
      throw new UsageError({
        en: `"${pair}" is not key=value.`,
        ko: `"${pair}": 키=값 형식이 아닙니다.`,
      })
    given[match[1]] =
      Number.isNaN(Number(match[2])) || match[2].trim() === '' ? match[2] : Number(match[2])
  }
  const { formula, results, used } = runFormula(id, given)
  if (json)
    io.out(
      JSON.stringify({
        id,
        inputs: used,
        results: withUnits(formula, results),
        source: formula.source,
        validity: formula.validity,
      }),
    )
  else {
    io.out(`${formula.title}: ${formula.equation}`)
    for (const { key, value, unit } of withUnits(formula, results))
      io.out(`${key} = ${value} ${unit}`)
    io.out(
      `Inputs: ${Object.entries(used)
        .map(([k, v]) => `${k}=${v}`)
        .join(', ')}`,
    )
    io.out(`Source: ${formula.source}. Valid: ${formula.validity}.`)
  }
  return 0
}

function withUnits({ results }: Formula, values: Readonly<Record<string, number>>) {
  return results.map(({ key, unit }) => ({ key, value: values[key] ?? null, unit }))
}

function described({
  id,
  title,
  equation,
  parameters,
  results,
  source,
  validity,
}: Formula): Arguments | object {
  return {
    id,
    title,
    equation,
    keys: parameters.map((p) => ({
      key: p.key,
      unit: p.unit,
      description: p.description,
      domain: {
        ...(p.choices || p.text ? { min: null, max: null } : boundsOf(p)),
        choices: p.choices ?? null,
      },
      default: p.default ?? null,
    })),
    results,
    source,
    validity,
  }
}
