import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ConnectionStore, InstallationStore } from '../../src/installs/ports.ts'
import { connectionStore } from '../../src/storage/connection-store.ts'
import type { Db } from '../../src/storage/database.ts'
import { decisionStore } from '../../src/storage/decision-store.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { readEncryptionKeys } from '../../src/storage/encryption-keys.ts'
import { installationStore } from '../../src/storage/installation-store.ts'
import { outbox } from '../../src/storage/outbox.ts'
import { resealAll } from '../../src/storage/reseal.ts'
import { createSealer, SealError, type Sealer } from '../../src/storage/sealed.ts'
import { decision, MONDAY, type Open, schedule, WEEK } from './samples.ts'

const [OLD, NEW] = [randomBytes(32), randomBytes(32)].map((k) => k.toString('base64'))
const sealerWith = (text: string): Sealer => {
  const keys = readEncryptionKeys(text)
  if (!keys) throw new Error('no keys')
  return createSealer(keys)
}

const TOKEN = 'xoxb-1-very-secret'
const KEY = 'sk-admin-very-secret'
const installation = (id: string, over: object = {}) => ({
  ...{ id, org: false, installedAt: 1000 },
  content: JSON.stringify({ bot: { token: TOKEN } }),
  ...over,
})

/** What an InstallationStore and a ConnectionStore must do, and how their secrets are kept. */
export function installsContract(open: Open): void {
  describe('installations and the keys of workspaces', () => {
    let db: Db
    let installs: InstallationStore
    let connections: ConnectionStore
    const sealer = sealerWith(`old:${OLD}`)
    beforeAll(async () => {
      db = await open()
      installs = installationStore(db, sealer)
      connections = connectionStore(db, sealer)
    })
    afterAll(() => db.destroy())
    const tables = async () =>
      (await db.introspection.getTables()).filter((t) =>
        t.columns.some((c) => c.name === 'tenant_id'),
      )
    beforeEach(async () => {
      for (const { name } of await tables()) await sql`delete from ${sql.table(name)}`.execute(db)
    })
    /** Everything stored, as one text. */
    const rawRows = async () => {
      const all = await Promise.all(
        (await tables()).map(({ name }) => sql`select * from ${sql.table(name)}`.execute(db)),
      )
      return JSON.stringify(all.map(({ rows }) => rows))
    }

    it('an installation comes back as it was kept, a later one takes its place', async () => {
      await installs.save(installation('T1'))
      expect(await installs.find('T1')).toEqual(installation('T1'))
      await installs.save(installation('T1', { installedAt: 2000, content: '{}' }))
      expect(await installs.find('T1')).toMatchObject({ installedAt: 2000, content: '{}' })
      expect(await installs.find('T2')).toBeUndefined()
      expect(await installs.workspaces()).toEqual(['T1'])
    })
    it('no secret stands in clear in any column', async () => {
      await installs.save(installation('T1'))
      await connections.save('T1', 'openai', { key: KEY, baseUrl: 'https://internal.test' }, 5)
      const raw = await rawRows()
      expect(raw).toContain('"T1"')
      for (const secret of [TOKEN, KEY, 'internal.test']) {
        expect(raw).not.toContain(secret)
        expect(raw).not.toContain(Buffer.from(secret).toString('base64').slice(0, 12))
      }
    })
    it('a row moved to another workspace, or a key to another service, cannot be opened', async () => {
      await installs.save(installation('T1'))
      await db.updateTable('installation').set({ tenant_id: 'T2' }).execute()
      await expect(installs.find('T2')).rejects.toThrow(SealError)
      await connections.save('T1', 'openai', { key: KEY }, 5)
      await db.updateTable('connection').set({ source: 'anthropic' }).execute()
      await expect(connections.credential('T1', 'anthropic')).rejects.toThrow(SealError)
    })
    it('keys are kept by workspace and service, listed without what they are, and taken away', async () => {
      await connections.save('T1', 'openai', { key: KEY }, 5)
      await connections.save('T1', 'litellm', { key: 'k', baseUrl: 'https://proxy.test' }, 6)
      await connections.save('T2', 'openai', { key: 'other' }, 7)
      expect(await connections.list('T1')).toEqual([
        { source: 'litellm', connectedAt: 6 },
        { source: 'openai', connectedAt: 5 },
      ])
      expect(await connections.credential('T1', 'openai')).toEqual({ key: KEY })
      expect(await connections.credential('T1', 'anthropic')).toBeUndefined()
      expect(await connections.remove('T1', 'openai')).toBe(true)
      expect(await connections.remove('T1', 'openai')).toBe(false)
      expect(await connections.credential('T2', 'openai')).toEqual({ key: 'other' })
    })

    it('an organisation’s installation serves the workspaces that were seen, each a tenant of its own', async () => {
      await installs.save(installation('E1', { org: true }))
      expect(await installs.workspaces()).toEqual([])
      await installs.join('T1', 'E1')
      await installs.join('T2', 'E1')
      await installs.join('T2', 'E1')
      expect(await installs.workspaces()).toEqual(['T1', 'T2'])
      expect((await installs.serving('T1'))?.id).toBe('E1')
      expect(await installs.serving('T3')).toBeUndefined()
    })
    it('removing it lets its workspaces go, but for one that has its own installation', async () => {
      await installs.save(installation('E1', { org: true }))
      await installs.save(installation('T1'))
      for (const tenant of ['T1', 'T2', 'T3']) await installs.join(tenant, 'E1')
      expect(await installs.remove('E1', 2000, 3000)).toEqual(['T2', 'T3'])
      expect(await installs.find('E1')).toBeUndefined()
      expect((await installs.serving('T1'))?.id).toBe('T1')
      expect(await installs.workspaces()).toEqual(['T1'])
    })
    it('word of an end that is older than the installation removes nothing', async () => {
      await installs.save(installation('T1', { installedAt: 2000 }))
      expect(await installs.remove('T1', 1999, 3000)).toEqual([])
      expect(await installs.find('T1')).toBeDefined()
    })
    it('tokens and keys of a workspace are gone at once, its schedules stop, its messages are given up', async () => {
      for (const tenant of ['T1', 'T2']) {
        await installs.save(installation(tenant))
        await connections.save(tenant, 'openai', { key: KEY }, 5)
        const set = await digestLog(db).setSchedule(schedule({ tenant }))
        await digestLog(db).plan(set, '2026-W47', MONDAY + WEEK, MONDAY)
      }
      expect(await installs.remove('T1', 2000, 3000)).toEqual(['T1'])
      expect(await installs.find('T1')).toBeUndefined()
      expect(await connections.list('T1')).toEqual([])
      expect((await digestLog(db).schedules()).map((s) => s.tenant)).toEqual(['T2'])
      expect((await outbox(db).open(MONDAY)).map((m) => m.tenant)).toEqual(['T2'])
      expect(await connections.list('T2')).toHaveLength(1)
      expect(await installs.remove('T1', 2000, 4000)).toEqual([])
      expect(await installs.goneBefore(3001)).toEqual(['T1'])
    })
    it('decisions of a workspace let go of are not reviewed until it is back', async () => {
      const decisions = decisionStore(db)
      await installs.save(installation('T1'))
      await decisions.save(decision({ place: { tenant: 'T1', channel: 'C1', thread: '1.0' } }))
      await installs.remove('T1', 2000, 3000)
      expect(await decisions.open()).toEqual([])
      expect(await decisions.all()).toHaveLength(1)
      await installs.save(installation('T1', { installedAt: 4000 }))
      expect(await decisions.open()).toHaveLength(1)
    })
    it('a workspace that leaves its organisation’s installation goes alone, and may come back', async () => {
      await installs.save(installation('E1', { org: true }))
      await installs.join('T1', 'E1')
      await installs.join('T2', 'E1')
      await installs.leave('T1', 3000)
      expect(await installs.workspaces()).toEqual(['T2'])
      expect(await installs.serving('T1')).toBeUndefined()
      await installs.join('T1', 'E1')
      expect(await installs.workspaces()).toEqual(['T1', 'T2'])
    })
    it('forgetting deletes every row of the workspace in every table, and no other’s', async () => {
      for (const tenant of ['GONE', 'KEPT'])
        for (const { name, columns } of await tables()) {
          const values = columns.map((c) =>
            c.name === 'tenant_id' ? tenant : /int|double|float|real/i.test(c.dataType) ? 1 : 'x',
          )
          await sql`insert into ${sql.table(name)} (${sql.join(columns.map((c) => sql.ref(c.name)))})
            values (${sql.join(values)})`.execute(db)
        }
      expect((await tables()).length).toBeGreaterThan(20)
      expect(await installs.goneBefore(1)).toEqual([])
      expect(await installs.goneBefore(2)).toEqual(['GONE', 'KEPT'])
      expect(await installs.forget('GONE', 2)).toBe(true)
      expect(await rawRows()).not.toContain('GONE')
      for (const { name } of await tables()) {
        const { rows } = await sql`select 1 from ${sql.table(name)}`.execute(db)
        expect(rows, name).toHaveLength(1)
      }
    })
    it('a workspace that has come back is not forgotten', async () => {
      await installs.save(installation('T1'))
      await installs.remove('T1', 2000, 3000)
      await installs.save(installation('T1', { installedAt: 4000 }))
      expect(await installs.goneBefore(9000)).toEqual([])
      expect(await installs.forget('T1', 9000)).toBe(false)
      expect(await installs.find('T1')).toBeDefined()
    })

    const many = async () => {
      for (let i = 0; i < 60; i++) {
        await installs.save(installation(`T${i}`))
        await connections.save(`T${i}`, 'openai', { key: `${KEY}${i}` }, 5)
        await connections.save(`T${i}`, 'anthropic', { key: KEY }, 5)
      }
    }
    it('another first key: all values are sealed with it, once, and the old key is needed no more', async () => {
      await many()
      const both = sealerWith(`new:${NEW},old:${OLD}`)
      expect(await resealAll(db, both)).toEqual({ resealed: 180, unopened: 0 })
      expect(await resealAll(db, both)).toEqual({ resealed: 0, unopened: 0 })
      const only = sealerWith(`new:${NEW}`)
      expect(await rawRows()).not.toContain('"old:')
      expect(await connectionStore(db, only).credential('T59', 'openai')).toEqual({
        key: `${KEY}59`,
      })
      expect(await installationStore(db, only).find('T7')).toEqual(installation('T7'))
    })
    it('sealing anew may be broken off and begun again, and leaves what others write meanwhile', async () => {
      await many()
      const both = sealerWith(`new:${NEW},old:${OLD}`)
      let opened = 0
      const failing: Sealer = {
        ...both,
        open: (sealed, place) => {
          if (++opened > 90) throw new Error('the process ended')
          return both.open(sealed, place)
        },
      }
      await expect(resealAll(db, failing)).rejects.toThrow('the process ended')
      const beside = connectionStore(db, both)
      const [resealed] = await Promise.all([
        resealAll(db, both),
        beside.save('T59', 'openai', { key: 'written meanwhile' }, 9),
        resealAll(db, both),
      ])
      expect(resealed.unopened).toBe(0)
      expect(await rawRows()).not.toContain('"old:')
      expect(await beside.credential('T59', 'openai')).toEqual({ key: 'written meanwhile' })
    })
    it('a value whose key is missing is counted and left as it is', async () => {
      await installs.save(installation('T1'))
      const before = await rawRows()
      expect(await resealAll(db, sealerWith(`new:${NEW}`))).toEqual({ resealed: 0, unopened: 1 })
      expect(await rawRows()).toBe(before)
    })
  })
}
