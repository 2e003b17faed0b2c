import { setImmediate as othersFirst } from 'node:timers/promises'
import type { Scope } from '../answering/scope.ts'
import { type Change, compared } from './changes.ts'
import type { DecisionRecord } from './decision-record.ts'
import { type Ground, groundOf } from './ground.ts'
import { noticeOf } from './notice.ts'
import type { Notice, NoticePublisher } from './ports.ts'
import { dayOf } from './record.ts'
import { retirements } from './retirement.ts'
import { type Sending, sendNotice } from './send-notice.ts'

/** What one tick did, for the log. */
export type Reviewed = Readonly<{
  posted: readonly Notice[]
  failed: readonly Readonly<{ decision: string; error: unknown }>[]
}>

/** How often open decisions are held against the catalogue while it stays the same. */
const EVERY_MS = 3_600_000

/**
 * Looks after open decisions: a tick plans what is to be said, once an hour and whenever the knowledge
 * was read again, and sends what was planned.
 */
export function createReview(sending: Sending, current: (scope?: Scope) => Ground) {
  const { store, now } = sending
  let last: Readonly<{ at: number; knowledge: Ground }> | undefined
  /** The ground on which each open decision was last computed. */
  let computed: ReadonlyMap<string, string> = new Map()

  const plan = async (failed: Reviewed['failed'][number][]): Promise<void> => {
    const [knowledge, moment] = [current(), now()]
    const since = last ? moment - last.at : Infinity
    // Less than nothing where the clock was set back.
    if (last?.knowledge === knowledge && since >= 0 && since < EVERY_MS) return
    const company = groundOf(knowledge, moment)
    const shipped = current('public')
    const grounds = {
      company: { ground: company, knowledge },
      public: {
        ground: shipped === knowledge ? company : groundOf(shipped, moment),
        knowledge: shipped,
      },
    }
    const next = new Map<string, string>()
    for (const record of await store.open()) {
      const key = `${record.place.tenant} ${record.id} ${record.recordedAt}`
      const { ground, knowledge } = grounds[record.scope ?? 'company']
      try {
        const known = (computed.get(key) ?? record.catalog?.ground) === ground
        const changes = [
          ...(known ? [] : await computedAgain(record, knowledge)),
          ...retirements(record, knowledge.catalog, moment),
          ...reviewDue(record, moment),
        ]
        for (const change of changes) await store.plan(noticeOf(record, change, moment))
        next.set(key, ground)
        if (!known) await othersFirst()
      } catch (error) {
        failed.push({ decision: record.id, error })
      }
    }
    computed = next
    last = { at: moment, knowledge }
  }

  return {
    tick: async (publisher: NoticePublisher): Promise<Reviewed> => {
      const posted: Notice[] = []
      const failed: Reviewed['failed'][number][] = []
      await plan(failed)
      for (const notice of await store.unsaid(now())) {
        try {
          if (await sendNotice(notice, publisher, sending)) posted.push(notice)
        } catch (error) {
          failed.push({ decision: notice.decision, error })
        }
      }
      return { posted, failed }
    },
  }
}

/** The recorded request at today's catalogue and prices, where that gives another verdict. */
async function computedAgain(
  { recommendation, language }: DecisionRecord,
  { size }: Ground,
): Promise<Change[]> {
  const sized = await size(recommendation.request.input, language)
  if (!sized.ok)
    return [{ kind: 'unsizable', problems: sized.problems.map(({ sentence }) => sentence) }]
  const comparison = compared(recommendation, sized.recommendation)
  return comparison ? [{ kind: 'catalogue', ...comparison }] : []
}

function reviewDue({ reviewOn }: DecisionRecord, now: number): Change[] {
  return reviewOn <= dayOf(now) ? [{ kind: 'review', date: reviewOn }] : []
}
