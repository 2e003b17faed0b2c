import { requireWithin } from '../domain.ts'
import { type Unknown, unknown } from '../unknown.ts'

/** An API priced per unit of work against replicas of one's own. A unit is a request or a token, all through. */
export type BreakEven = Readonly<{
  usdPerReplicaMonth: number
  staffUsdPerMonth: number
  apiUsdPerUnit: number
  /** Units one replica carries in a month at its duty. */
  unitsAReplicaCarries: number
}>

/**
 * Units a month from which self-hosting costs no more than the API. Staff is paid once, replicas as
 * many as the volume needs: a break-even beyond what the replicas carry is none, so the fleet grows
 * until one holds. Unknown ("does not apply") when a full replica costs more than the API bill it
 * replaces, for then no volume evens out.
 * Source: arithmetic; capacity check after docs/method.md "break-even-volume".
 * Example: $4,307 a replica, $6,250 staff, $0.69e-6 a token, 22.1e9 tokens a replica -> 15.3e9 tokens.
 */
export function breakEvenVolume(b: BreakEven): number | Unknown {
  requireWithin('usdPerReplicaMonth', b.usdPerReplicaMonth, 0, 1e12, 'USD')
  requireWithin('staffUsdPerMonth', b.staffUsdPerMonth, 0, 1e12, 'USD')
  requireWithin('apiUsdPerUnit', b.apiUsdPerUnit, 0, 1e6, 'USD')
  requireWithin('unitsAReplicaCarries', b.unitsAReplicaCarries, 0, 1e18, 'units a month')
  const gain = b.apiUsdPerUnit * b.unitsAReplicaCarries - b.usdPerReplicaMonth
  if (gain < 0 || b.apiUsdPerUnit === 0) return unknown('does-not-apply', 'break-even volume')
  if (gain === 0)
    return b.staffUsdPerMonth === 0
      ? b.unitsAReplicaCarries
      : unknown('does-not-apply', 'break-even volume')
  const replicas = Math.max(1, Math.ceil(b.staffUsdPerMonth / gain))
  return (replicas * b.usdPerReplicaMonth + b.staffUsdPerMonth) / b.apiUsdPerUnit
}
