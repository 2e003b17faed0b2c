import type { Change } from './changes.ts'
import type { DecisionRecord } from './decision-record.ts'
import type { Notice } from './ports.ts'

/** The notice of a change; its fingerprint names what it is measured against and what came out. */
export function noticeOf(
  { place, id, recommendation }: DecisionRecord,
  change: Change,
  createdAt: number,
): Omit<Notice, 'state' | 'attempt'> {
  return {
    tenant: place.tenant,
    decision: id,
    fingerprint: `${recommendation.replay} ${nameOf(change)}`,
    change,
    createdAt,
  }
}

function nameOf(change: Change): string {
  switch (change.kind) {
    case 'catalogue':
    case 'stated':
      return `${change.kind} ${change.after.choice} ${change.after.option ?? ''}`.trim()
    case 'unsizable':
      return change.kind
    case 'retires':
      return `retires ${change.model} ${change.date}${change.past ? ' past' : ''}`
    case 'review':
      return `review ${change.date}`
    default:
      return change satisfies never
  }
}
