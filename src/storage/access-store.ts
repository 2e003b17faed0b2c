import type { Selectable } from 'kysely'
import type { AccessEntry, AccessStore } from '../access/ports.ts'
import { NOTHING_SET, type Settings } from '../access/settings.ts'
import type { Db } from './database.ts'
import { inBatches } from './in-batches.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './schema.ts'

/** The part of the settings that is kept as JSON; admins and budgets have rows of their own. */
type Content = Pick<
  Settings,
  'channels' | 'anywhere' | 'alerts' | 'asking' | 'recorders' | 'defaults'
>

/** Settings, roles, budgets and the access log in the database; a save is a compare-and-set on the revision. */
export function accessStore(db: Db): AccessStore {
  return {
    // The revision is read before the rows: rows of a later save with it only make the next save fail.
    settings: async (tenant) => {
      const row = await db
        .selectFrom('settings')
        .selectAll()
        .where('tenant_id', '=', tenant)
        .executeTakeFirst()
      if (!row) return NOTHING_SET
      const roles = await db
        .selectFrom('role')
        .select('person_id')
        .where('tenant_id', '=', tenant)
        .where('role', '=', 'admin')
        .orderBy('ordinal')
        .execute()
      const budgets = await db
        .selectFrom('budget')
        .selectAll()
        .where('tenant_id', '=', tenant)
        .orderBy('ordinal')
        .execute()
      const { asking, recorders, defaults } = NOTHING_SET
      return {
        ...{ asking, recorders, defaults },
        ...fromJson<Content>(row.content_json),
        revision: row.revision,
        ...(row.changed_by === null ? {} : { changedBy: row.changed_by }),
        ...(row.changed_at === null ? {} : { changedAt: Number(row.changed_at) }),
        admins: roles.map((r) => r.person_id),
        budgets: budgets.map(toBudget),
      }
    },
    save: (tenant, settings, seen) =>
      db.transaction().execute(async (tx) => {
        if (!(await advance(tx, tenant, settings, seen))) return false
        await replaceRows(tx, tenant, settings)
        return true
      }),
    log: async ({ tenant, id, at, person, channel, kind, allowed, reason, detail }) => {
      await db
        .insertInto('access_log')
        .values({
          tenant_id: tenant,
          id,
          at,
          person_id: person,
          channel_id: channel,
          kind,
          allowed: allowed ? 1 : 0,
          reason,
          detail,
        })
        .execute()
    },
    entries: async (limit, tenant, kind) => {
      const rows = await db
        .selectFrom('access_log')
        .selectAll()
        .$if(tenant !== undefined, (q) => q.where('tenant_id', '=', tenant ?? ''))
        .$if(kind !== undefined, (q) => q.where('kind', '=', kind ?? ''))
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toEntry)
    },
    forgetBefore: async (at, most) => {
      const gone = await db
        .deleteFrom('access_log')
        .where(({ eb, refTuple, selectFrom }) =>
          eb(
            refTuple('tenant_id', 'id'),
            'in',
            selectFrom('access_log')
              .select(['tenant_id', 'id'])
              .where('at', '<', at)
              .limit(most)
              .$asTuple('tenant_id', 'id'),
          ),
        )
        .executeTakeFirst()
      return Number(gone.numDeletedRows)
    },
  }
}

/** True when the settings were those of revision `seen`, and now have the next. */
async function advance(tx: Db, tenant: string, settings: Settings, seen: number): Promise<boolean> {
  const { channels, anywhere, alerts, asking, recorders, defaults, changedBy, changedAt } = settings
  const row = {
    revision: seen + 1,
    changed_by: changedBy ?? null,
    changed_at: changedAt ?? null,
    content_json: toJson({
      channels,
      anywhere,
      alerts,
      asking,
      recorders,
      defaults,
    } satisfies Content),
  }
  const changed =
    seen === 0
      ? await tx
          .insertInto('settings')
          .values({ tenant_id: tenant, ...row })
          .onConflict((c) => c.column('tenant_id').doNothing())
          .returning('revision')
          .execute()
      : await tx
          .updateTable('settings')
          .set(row)
          .where('tenant_id', '=', tenant)
          .where('revision', '=', seen)
          .returning('revision')
          .execute()
  return changed.length === 1
}

async function replaceRows(tx: Db, tenant: string, { admins, budgets }: Settings): Promise<void> {
  await tx.deleteFrom('role').where('tenant_id', '=', tenant).execute()
  await tx.deleteFrom('budget').where('tenant_id', '=', tenant).execute()
  const roles = admins.map((person_id, ordinal) => ({
    tenant_id: tenant,
    person_id,
    ordinal,
    role: 'admin',
  }))
  const rows = budgets.map(({ team = '', period, amountNano, currency }, ordinal) => ({
    tenant_id: tenant,
    team,
    period,
    ordinal,
    amount_nano: String(amountNano),
    currency,
  }))
  await inBatches(roles, (some) => tx.insertInto('role').values(some).execute())
  await inBatches(rows, (some) => tx.insertInto('budget').values(some).execute())
}

function toBudget(row: Selectable<Tables['budget']>): Settings['budgets'][number] {
  return {
    period: 'month',
    amountNano: BigInt(row.amount_nano),
    currency: row.currency,
    ...(row.team === '' ? {} : { team: row.team }),
  }
}

function toEntry(row: Selectable<Tables['access_log']>): AccessEntry {
  return {
    tenant: row.tenant_id,
    id: row.id,
    at: Number(row.at),
    person: row.person_id,
    channel: row.channel_id,
    kind: row.kind as AccessEntry['kind'],
    allowed: row.allowed === 1,
    reason: row.reason,
    detail: row.detail,
  }
}
