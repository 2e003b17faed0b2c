import type { ChargeStore } from '../ingest/ports.ts'
import type { Bilingual } from '../language/language.ts'
import type { Db } from './database.ts'
import { fromJson, toJson } from './json.ts'
import { leasesRunning } from './leases.ts'

/** How each source of charges stands, and who is reading it. */
export function sourceStates(db: Db): Pick<ChargeStore, 'sources' | 'setSource' | 'claimSource'> {
  return {
    sources: async (tenant) => {
      const rows = await db
        .selectFrom('spend_source')
        .selectAll()
        .where('tenant_id', '=', tenant)
        .orderBy('source')
        .execute()
      return rows.map((r) => ({
        source: r.source,
        ...(r.settled_through === null ? {} : { settledThrough: r.settled_through }),
        ...(r.tried_at === null ? {} : { triedAt: Number(r.tried_at) }),
        ...(r.read_at === null ? {} : { readAt: Number(r.read_at) }),
        ...(r.problem === null ? {} : { problem: fromJson<Bilingual>(r.problem) }),
      }))
    },
    setSource: async (tenant, state) => {
      const fields = {
        settled_through: state.settledThrough ?? null,
        tried_at: state.triedAt ?? null,
        read_at: state.readAt ?? null,
        problem: state.problem === undefined ? null : toJson(state.problem),
        owner: null,
        lease_until: null,
      }
      await db
        .insertInto('spend_source')
        .values({ tenant_id: tenant, source: state.source, ...fields })
        .onConflict((c) => c.columns(['tenant_id', 'source']).doUpdateSet(fields))
        .execute()
    },
    claimSource: async (tenant, { source, seenTriedAt, owner, now, leaseUntil }) => {
      const { from, to } = leasesRunning(now)
      await db
        .insertInto('spend_source')
        .values({
          tenant_id: tenant,
          source,
          settled_through: null,
          tried_at: null,
          read_at: null,
          problem: null,
          owner: null,
          lease_until: null,
        })
        .onConflict((c) => c.columns(['tenant_id', 'source']).doNothing())
        .execute()
      const claimed = await db
        .updateTable('spend_source')
        .set({ owner, lease_until: leaseUntil })
        .where('tenant_id', '=', tenant)
        .where('source', '=', source)
        .where((e) =>
          seenTriedAt === undefined ? e('tried_at', 'is', null) : e('tried_at', '=', seenTriedAt),
        )
        .where((e) =>
          e.or([
            e('lease_until', 'is', null),
            e('lease_until', '<=', from),
            e('lease_until', '>', to),
          ]),
        )
        .returning('source')
        .execute()
      return claimed.length === 1
    },
  }
}
