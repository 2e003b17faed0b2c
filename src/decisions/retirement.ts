import { controlOf } from '../catalog/control.ts'
import type { Fact } from '../catalog/facts.ts'
import type { Catalog, Model } from '../catalog/types.ts'
import { readOptionId } from '../sizing/option-id.ts'
import type { Change } from './changes.ts'
import type { DecisionRecord } from './decision-record.ts'

/** How long before a model's last day its decisions are opened again, in days. */
const AHEAD_DAYS = 60
export const DAY_MS = 86_400_000

type Retirement = Extract<Change, { kind: 'retires' }>

/**
 * Models of the chosen option that will not be served for much longer, or are not any more. What the
 * answer itself could say when the decision was recorded is left out.
 */
export function retirements(
  { recommendation, recordedAt }: DecisionRecord,
  catalog: Catalog,
  now: number,
): Retirement[] {
  const { verdict, options } = recommendation
  const recorded = (model: Model) => options.find((o) => o.id === model.id)?.control?.retires
  const models = modelsIn(verdict.option ?? '').flatMap((id) => catalog.model(id) ?? [])
  return models.flatMap((model) => {
    const then = retirementAt(model, recorded(model), recordedAt)
    const today = retirementAt(model, controlOf(catalog, model).retires, now)
    return today && (then?.date !== today.date || then.past !== today.past) ? [today] : []
  })
}

function retirementAt(
  { label }: Model,
  retires: Fact<string> | undefined,
  at: number,
): Retirement | undefined {
  if (!retires) return undefined
  const left = Date.parse(retires.value) - at
  return left > AHEAD_DAYS * DAY_MS
    ? undefined
    : {
        kind: 'retires',
        model: label,
        date: retires.value,
        past: left <= 0,
        source: retires.source,
      }
}

/** Models an option is called with: its id is a model's, or `router:small+big`; weights of one's own do not retire. */
function modelsIn(option: string): readonly string[] {
  const { way, models } = readOptionId(option)
  return way === 'self-host' ? [] : models
}
