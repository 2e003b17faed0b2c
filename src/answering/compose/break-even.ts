import type { Defaults } from '../../catalog/defaults.ts'
import { breakEvenVolume } from '../../engine/cost/break-even-volume.ts'
import type { Estimate } from '../../engine/estimate.ts'
import { exactly } from '../../engine/range.ts'
import { isUnknown } from '../../engine/unknown.ts'
import type { SizingRequest } from '../../sizing/request.ts'
import type { Fleet } from '../../sizing/self-host.ts'

const SECONDS_PER_MONTH = 730 * 3600

/**
 * Requests a month at which one replica's rent and staff equal the API bill; undefined when that is
 * more than the replica can carry at its duty, for then more replicas are needed and it never is even.
 */
export function breakEvenRequests(
  fleet: Fleet,
  apiPerRequest: Estimate,
  request: SizingRequest,
  defaults: Defaults,
): Estimate | undefined {
  if (isUnknown(apiPerRequest.value) || apiPerRequest.value.central <= 0) return undefined
  const replica = fleet.gpusPerReplica * fleet.rentUsdPerHour.central * 730
  const staff = (defaults.staff_share.central * defaults.staff_usd_per_year) / 12
  const capacity =
    (fleet.tokensPerSecondPerReplica.central * defaults.duty.central * SECONDS_PER_MONTH) /
    request.outputTokens.value
  const requests = breakEvenVolume({
    usdPerReplicaMonth: replica,
    staffUsdPerMonth: staff,
    apiUsdPerUnit: apiPerRequest.value.central,
    unitsAReplicaCarries: capacity,
  })
  if (typeof requests !== 'number') return undefined
  return {
    id: 'fleet.break-even',
    quantity: 'break-even-volume',
    unit: 'requests/month',
    value: exactly(requests),
    kind: 'assumed',
    formula: 'break-even-volume',
    inputs: {
      usd_per_replica_month: replica,
      staff_usd_per_month: staff,
      api_usd_per_request: apiPerRequest.value.central,
      requests_a_replica_carries: capacity,
    },
    sources: [fleet.rentSource],
  }
}
