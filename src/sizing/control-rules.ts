import { type Control, controlOf, SELF_HOSTED } from '../catalog/control.ts'
import type { Catalog } from '../catalog/types.ts'
import type { Draft } from './draft.ts'
import type { Refusal } from './recommendation.ts'
import type { SizingRequest } from './request.ts'

/** Control facts of an option as it would be run. */
export function draftControl(draft: Draft, catalog: Catalog): Control {
  return controlOf(catalog, draft.model, draft.selfHosted ? SELF_HOSTED : draft.provider)
}

/**
 * Why an option breaks a hard rule about the data, if it does: every model that sees the data counts,
 * a distilled student's teacher too. A rule is kept only by what is known: an option of which nobody
 * checked the fact is refused as well, and says so.
 */
export function controlRefusal(
  draft: Draft,
  request: SizingRequest,
  catalog: Catalog,
): Refusal | undefined {
  if (request.data.value === 'anywhere' && !request.residency) return undefined
  const teachers = draft.choice === 'distil' ? Object.keys(draft.quality.weights) : []
  const others = [...draft.calls.map((c) => c.model.id), ...teachers]
    .filter((id) => id !== draft.model.id)
    .flatMap((id) => catalog.model(id) ?? [])
  const facts = [draftControl(draft, catalog), ...others.map((model) => controlOf(catalog, model))]
  return facts.map((control) => broken(control, request)).find((refusal) => refusal !== undefined)
}

function broken(facts: Control, { data, residency }: SizingRequest): Refusal | undefined {
  if (data.value === 'stays' && facts.dataLeavesCompany?.value !== false)
    return { reason: facts.dataLeavesCompany ? 'data-leaves' : 'control-unknown' }
  if (data.value === 'no-training' && facts.trainsOnData?.value !== false)
    return { reason: facts.trainsOnData ? 'trains-on-data' : 'control-unknown' }
  // What stays with the company is processed where the company says.
  if (residency && facts.dataLeavesCompany?.value !== false)
    if (!facts.residency?.value.includes(residency.value))
      return { reason: facts.residency ? 'not-pinned-there' : 'control-unknown' }
  return undefined
}
