import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkBackup, restoreBackup, writeBackup } from '../../src/storage/backup.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import { conversationStore } from '../../src/storage/conversation-store.ts'
import {
  connect,
  type DatabasePlace,
  type Db,
  migrate,
  openDatabase,
} from '../../src/storage/database.ts'
import { seenStore } from '../../src/storage/seen-store.ts'
import { charge, reading, turn } from './samples.ts'
import { rowsOfTenant, seedTenant } from './tenant-seed.ts'

const NIGHT = Date.parse('2026-11-23T02:00:00Z')

/** What a backup must do; `place` gives an empty database each time. */
export function copiesContract(place: () => Promise<DatabasePlace>): void {
  describe('a backup', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rightsize-backup-'))
    const file = join(folder, 'night.jsonl.gz')
    let db: Db
    beforeAll(async () => {
      db = await openDatabase(await place())
      await seedTenant(db, 'A')
      await seedTenant(db, 'B')
      // More rows than are read at once, with line ends of every kind and fractions.
      const many = Array.from({ length: 1203 }, (_, i) =>
        charge({
          model: `m\u2028\r\n${i}`,
          nano: BigInt(i) * 9_007_199_254_740_993n,
          quantity: i / 7,
        }),
      )
      await chargeStore(db).replace('C', 'csv', reading(many), 1)
      await writeBackup(db, file, NIGHT)
    })
    afterAll(() => db.destroy())
    const all = async (of: Db) =>
      Promise.all(['A', 'B', 'C'].map((tenant) => rowsOfTenant(of, tenant)))
    const restored = async (from = file, into?: DatabasePlace) => {
      const target = into ?? (await place())
      const { copied } = await restoreBackup(target, from)
      return { copied, db: await openDatabase(target) }
    }
    const altered = (name: string, change: (text: string) => string): string => {
      const path = join(folder, name)
      writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(file)).toString())))
      return path
    }

    it('brings every row of every table back, and says what they add up to', async () => {
      const { copied, db: back } = await restored()
      expect(await all(back)).toEqual(await all(db))
      expect(copied.map((c) => c.table).sort()).toEqual(
        (await db.introspection.getTables()).map((t) => t.name).sort(),
      )
      const sum = (BigInt(1202 * 1203) / 2n) * 9_007_199_254_740_993n + 2n * (123_457n + 765_431n)
      expect(copied.find((c) => c.table === 'charge')).toMatchObject({
        rows: 1207,
        amounts: { 'effective_nano USD': String(sum), 'billed_nano USD': String(sum) },
      })
      await back.destroy()
    })
    it('is of one moment, whoever writes meanwhile, and leaves nothing else behind', async () => {
      const path = join(folder, 'busy.jsonl.gz')
      const seen = seenStore(db)
      let [writing, keys] = [true, 0]
      const busy = async () => {
        while (writing) {
          await seen.firstTime('C', `k${keys}`, 1)
          keys += 1
          await new Promise((resolve) => setImmediate(resolve))
        }
      }
      const [written] = await Promise.all([
        writeBackup(db, path, NIGHT).finally(() => {
          writing = false
        }),
        busy(),
      ])
      const counted = written.tables.find((t) => t.name === 'seen')?.rows ?? 0
      expect(keys).toBeGreaterThan(0)
      const { db: back } = await restored(path)
      const rows = await back
        .selectFrom('seen')
        .select('key')
        .where('tenant_id', '=', 'C')
        .execute()
      expect(rows.map((r) => r.key).sort()).toEqual(
        Array.from({ length: counted - 3 }, (_, i) => `k${i}`).sort(),
      )
      await back.destroy()
      await db.deleteFrom('seen').where('tenant_id', '=', 'C').execute()
      expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
    })
    it('is its owner’s alone, and never takes the place of another file', async () => {
      expect(statSync(file).mode & 0o777).toBe(0o600)
      const before = readFileSync(file)
      await expect(writeBackup(db, file, NIGHT)).rejects.toThrow('never writes over one')
      expect(readFileSync(file).equals(before)).toBe(true)
    })
    it('goes only into an empty database, and changes nothing of another', async () => {
      const before = await all(db)
      const into = await place()
      const { db: full } = await restored(file, into)
      await full.destroy()
      await expect(restoreBackup(into, file)).rejects.toThrow(
        'not empty: its table access_log has rows',
      )
      const again = await openDatabase(into)
      expect(await all(again)).toEqual(before)
      await again.destroy()
    })
    it('goes into one whose tables are there and empty', async () => {
      const into = await place()
      await (await openDatabase(into)).destroy()
      const { db: back } = await restored(file, into)
      expect(await all(back)).toEqual(await all(db))
      await back.destroy()
    })
    it.each([
      ['cut off between rows', (t: string) => t.split('\n').slice(0, 40).join('\n'), 'is cut off'],
      ['without its last line', (t: string) => t.replace(/[^\n]+\n$/, ''), 'is cut off'],
      ['with a figure changed', (t: string) => t.replace('123457', '923457'), 'was altered'],
      ['with a row too many', (t: string) => `${t}[1]\n`, 'was altered'],
      ['with a row that is none', (t: string) => t.replace('\n[', '\n{"a":1}\n['), 'was altered'],
      ['that is a bill', () => 'date,model,cost\n2026-11-16,m,5\n', 'is no backup of Rightsize'],
      ['of another product', () => '{"format":"other"}\n', 'is no backup of Rightsize'],
      [
        'of a later format',
        (t: string) => t.replace('"version":1', '"version":2'),
        'written by a newer Rightsize',
      ],
      [
        'of later tables',
        (t: string) => t.replace(/"schema":"[^"]+"/, '"schema":"9999-later"'),
        'written by a newer Rightsize',
      ],
    ])('%s is refused before anything is written', async (name, change, said) => {
      const into = await place()
      await expect(restoreBackup(into, altered(`${name}.gz`, change))).rejects.toThrow(said)
      const target = await connect(into)
      expect(await target.introspection.getTables()).toEqual([])
      await target.destroy()
    })
    it('whose packing is cut off or damaged, that is not packed or not there, is refused', async () => {
      const whole = readFileSync(file)
      const path = join(folder, 'damaged')
      const said = async (bytes: Uint8Array) => {
        writeFileSync(path, bytes)
        return checkBackup(path).catch((error: Error) => error.message)
      }
      expect(await said(whole.subarray(0, whole.length / 2))).toContain('is cut off')
      const flipped = Buffer.from(whole)
      // A byte of the packing's own checksum; one in the middle may pack the same text.
      const at = whole.length - 6
      flipped[at] = (flipped[at] ?? 0) ^ 0xff
      expect(await said(flipped)).toContain('was altered')
      expect(await said(Buffer.from('not packed'))).toContain('is no backup')
      expect(await said(Buffer.alloc(0))).toContain('is cut off')
      await expect(checkBackup(join(folder, 'none'))).rejects.toThrow('cannot be read: ENOENT')
    })
    it('that the database refuses in the middle leaves it empty, and can be repeated', async () => {
      const into = await place()
      const target = await openDatabase(into)
      // Among the last tables, so that most rows are in by then.
      await sql`create unique index in_the_way on turn (tenant_id)`.execute(target)
      await target.destroy()
      await expect(restoreBackup(into, file)).rejects.toThrow(/unique/i)
      const after = await openDatabase(into)
      for (const rows of await all(after)) expect(new Set(rows.values())).toEqual(new Set(['[]']))
      await sql`drop index in_the_way`.execute(after)
      await after.destroy()
      const { db: back } = await restored(file, into)
      expect(await all(back)).toEqual(await all(db))
      await back.destroy()
    })
    it('of an older version is brought up to date', async () => {
      const path = join(folder, 'older.jsonl.gz')
      const older = await connect(await place())
      await migrate(older, '0015-privacy')
      const { place: at, question, answer } = turn()
      await sql`insert into turn (tenant_id, id, channel_id, thread_ts, asker_id, visibility, question, language, answer_json, created_at)
        values ('A', 't1', ${at.channel}, ${at.thread}, 'U1', 'thread', ${question}, 'en', ${JSON.stringify(answer)}, 1000)`.execute(
        older,
      )
      await writeBackup(older, path, NIGHT)
      await older.destroy()
      const { db: back } = await restored(path)
      const [kept] = await conversationStore(back).turns(at)
      expect(kept).toMatchObject({ question, left: { kind: 'answer', sized: false } })
      expect((await conversationStore(back).turn('A', 't1'))?.answer).toEqual(answer)
      await back.destroy()
    })
    it('that cannot be written leaves nothing, and says why', async () => {
      const missing = join(folder, 'none', 'b.jsonl.gz')
      await expect(writeBackup(db, missing, NIGHT)).rejects.toThrow('could not be written: ENOENT')
    })
  })
}
