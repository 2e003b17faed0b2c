import { requireWithin } from '../domain.ts'
import { type Unknown, unknown } from '../unknown.ts'
import { decode, type Serving, type Speed } from './roofline.ts'

/** Which end of the band has to keep the target: the central estimate, or the slow end to be sure. */
export type Assurance = 'central' | 'high'

/**
 * Most requests at once with which a token takes no longer than the target, and the speed there:
 * what a latency promise leaves of the throughput. Unknown ("does not apply") when even one request
 * alone is too slow; the memory's limit holds besides.
 * Source: decode, whose time grows with the requests at once. Example: Llama 3.1 70B fp8 on two H100,
 * 5,000 in, 500 out, 40 ms -> 27 at once.
 */
export function throughputAtTarget(
  serving: Omit<Serving, 'concurrency'>,
  targetMs: number,
  assurance: Assurance = 'central',
): Speed | Unknown {
  requireWithin('targetMs', targetMs, Number.MIN_VALUE, 1e7, 'ms')
  const at = (concurrency: number) => decode({ ...serving, concurrency })
  const keeps = (speed: Speed) => speed.tpotMs[assurance] <= targetMs
  if (!keeps(at(1))) return unknown('does-not-apply', 'latency target')
  let [enough, tooMany] = [1, at(1).fitsConcurrency + 1]
  while (tooMany - enough > 1) {
    const middle = Math.floor((enough + tooMany) / 2)
    if (keeps(at(middle))) enough = middle
    else tooMany = middle
  }
  return at(enough)
}
