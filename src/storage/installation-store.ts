import type { Selectable } from 'kysely'
import type { Installation, InstallationStore } from '../installs/ports.ts'
import type { Db } from './database.ts'
import type { Tables } from './schema.ts'
import type { Sealer } from './sealed.ts'
import { forgetTenant, letGo } from './tenant-data.ts'

export const INSTALLATION_COLUMN = 'installation.sealed'

/** Installations in the database, their tokens sealed. */
export function installationStore(db: Db, sealer: Sealer): InstallationStore {
  const opened = (row: Selectable<Tables['installation']> | undefined): Installation | undefined =>
    row && {
      id: row.tenant_id,
      org: row.org !== 0,
      installedAt: Number(row.installed_at),
      content: sealer.open(row.sealed, { tenant: row.tenant_id, column: INSTALLATION_COLUMN }),
    }
  const find = async (id: string) =>
    opened(
      await db
        .selectFrom('installation')
        .selectAll()
        .where('tenant_id', '=', id)
        .executeTakeFirst(),
    )
  return {
    save: ({ id, org, installedAt, content }) =>
      db.transaction().execute(async (tx) => {
        const sealed = sealer.seal(content, { tenant: id, column: INSTALLATION_COLUMN })
        const kept = { org: org ? 1 : 0, installed_at: installedAt, sealed }
        await tx
          .insertInto('installation')
          .values({ tenant_id: id, ...kept })
          .onConflict((c) => c.column('tenant_id').doUpdateSet(kept))
          .execute()
        if (!org) await serve(tx, id, id)
      }),
    find,
    serving: async (tenant) => {
      const row = await db
        .selectFrom('workspace')
        .select('installation_id')
        .where('tenant_id', '=', tenant)
        .where('gone_at', 'is', null)
        .executeTakeFirst()
      return row && find(row.installation_id)
    },
    join: async (tenant, installation) => {
      const known = await db
        .selectFrom('workspace')
        .select('tenant_id')
        .where('tenant_id', '=', tenant)
        .where('installation_id', '=', installation)
        .where('gone_at', 'is', null)
        .executeTakeFirst()
      if (!known) await serve(db, tenant, installation)
    },
    workspaces: async () => {
      const rows = await db
        .selectFrom('workspace')
        .select('tenant_id')
        .where('gone_at', 'is', null)
        .orderBy('tenant_id')
        .execute()
      return rows.map((r) => r.tenant_id)
    },
    remove: (id, toldAt, now) =>
      db.transaction().execute(async (tx) => {
        const deleted = await tx
          .deleteFrom('installation')
          .where('tenant_id', '=', id)
          .where('installed_at', '<=', toldAt)
          .returning('tenant_id')
          .execute()
        if (deleted.length === 0) return []
        const served = await tx
          .selectFrom('workspace')
          .select('tenant_id')
          .where('installation_id', '=', id)
          .where('gone_at', 'is', null)
          .orderBy('tenant_id')
          .execute()
        const gone: string[] = []
        for (const { tenant_id: tenant } of served) {
          const own = await tx
            .selectFrom('installation')
            .select('tenant_id')
            .where('tenant_id', '=', tenant)
            .executeTakeFirst()
          if (own) await serve(tx, tenant, tenant)
          else {
            await letGo(tx, tenant, now)
            gone.push(tenant)
          }
        }
        return gone
      }),
    leave: (tenant, now) => db.transaction().execute((tx) => letGo(tx, tenant, now)),
    goneBefore: async (moment) => {
      const rows = await db
        .selectFrom('workspace')
        .select('tenant_id')
        .where('gone_at', '<', moment)
        .orderBy('tenant_id')
        .execute()
      return rows.map((r) => r.tenant_id)
    },
    forget: (tenant, before) =>
      db.transaction().execute(async (tx) => {
        // First, so that an installation at this moment waits, and keeps what it brings.
        const gone = await tx
          .deleteFrom('workspace')
          .where('tenant_id', '=', tenant)
          .where('gone_at', '<', before)
          .returning('tenant_id')
          .execute()
        if (gone.length === 0) return false
        await forgetTenant(tx, tenant)
        return true
      }),
  }
}

async function serve(on: Db, tenant: string, installation: string): Promise<void> {
  const served = { installation_id: installation, gone_at: null }
  await on
    .insertInto('workspace')
    .values({ tenant_id: tenant, ...served })
    .onConflict((c) => c.column('tenant_id').doUpdateSet(served))
    .execute()
}
