import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../src/storage/database.ts'
import { FATES, personStore } from '../../src/storage/person-store.ts'
import type { Open } from './samples.ts'

const PERSON = 'U0PRIVATE1'
const LONGER = `${PERSON}9`

/** Words of bills. Whoever adds a column that may name somebody to one of these tables has it searched instead. */
const NAMES_NOBODY: Readonly<Record<string, readonly string[]>> = {
  charge: [
    ...['source', 'day', 'provider', 'period', 'basis', 'model', 'meter', 'category', 'team'],
    ...['project', 'workload', 'region', 'tier', 'unit', 'effective_nano', 'billed_nano'],
    ...['list_nano', 'currency'],
  ],
  charge_week: [
    ...['week', 'source', 'provider', 'model', 'team', 'category', 'currency', 'basis'],
    'effective_nano',
  ],
  charge_day_known: ['source', 'day'],
  workspace: ['installation_id'],
  installation: ['sealed'],
  connection: ['source', 'sealed'],
}

type Column = Readonly<{ name: string; dataType: string }>

const isText = ({ name, dataType }: Column) => name !== 'tenant_id' && /text|char/i.test(dataType)

/** What must do whoever hands out and deletes what is stored of a person. */
export function personStoreContract(open: Open): void {
  describe('what is stored of a person', () => {
    let db: Db
    let tables: readonly Readonly<{ name: string; columns: readonly Column[] }>[]
    beforeAll(async () => {
      db = await open()
      tables = await db.introspection.getTables()
    })
    afterAll(() => db.destroy())
    beforeEach(async () => {
      for (const { name } of tables) await sql`delete from ${sql.table(name)}`.execute(db)
    })

    const searched = () => tables.filter(({ name }) => NAMES_NOBODY[name] === undefined)
    const ownColumn = (table: string): string | undefined => {
      const fate = FATES[table as keyof typeof FATES]
      return typeof fate === 'object' && 'ownedBy' in fate ? fate.ownedBy : undefined
    }
    let rows = 0
    /** A row of a table in which one column names somebody as that column would; where it has words, beside somebody whose id begins alike. */
    const plant = async (
      tenant: string,
      { name, columns }: (typeof tables)[number],
      named: string,
    ): Promise<void> => {
      const row = ++rows
      const value = (column: Column): string | number => {
        if (column.name === 'tenant_id') return tenant
        if (!isText(column)) return row
        const json = column.name.endsWith('_json')
        if (column.name !== named) return json ? '{}' : `x${row}`
        if (json) return JSON.stringify({ deep: [{ in: PERSON }, `<@${PERSON}>`, LONGER] })
        return /_(id|by)$/.test(named) ? PERSON : `by ${PERSON}, not ${LONGER}.`
      }
      await sql`insert into ${sql.table(name)} (${sql.join(columns.map((c) => sql.ref(c.name)))})
        values (${sql.join(columns.map(value))})`.execute(db)
    }
    /** One row in every table that has so many columns of text; a round a column, since some tables take one row a tenant. */
    const plantRound = async (tenant: string, round: number): Promise<string[]> => {
      const planted: string[] = []
      for (const table of searched()) {
        const column = table.columns.filter(isText)[round]
        if (!column) continue
        await plant(tenant, table, column.name)
        planted.push(table.name)
      }
      return planted.sort()
    }
    const ROUNDS = Array.from({ length: 20 }, (_, i) => i)
    const everything = async (tenant: string): Promise<string> => {
      const all = await Promise.all(
        tables.map(({ name }) =>
          sql`select * from ${sql.table(name)} where tenant_id = ${tenant}`.execute(db),
        ),
      )
      return JSON.stringify(all.map((found) => found.rows))
    }

    it('has a fate in every table, and in those that name nobody no column that is not known', () => {
      const names = tables.map((t) => t.name)
      expect(Object.keys(FATES).sort()).toEqual([...names].sort())
      const nobody = Object.entries(FATES).flatMap(([table, fate]) =>
        fate === 'nobody' ? [table] : [],
      )
      expect(nobody.sort()).toEqual(Object.keys(NAMES_NOBODY).sort())
      for (const { name, columns } of tables.filter((t) => NAMES_NOBODY[t.name]))
        expect(columns.filter(isText).map((c) => c.name)).toEqual(NAMES_NOBODY[name])
    })
    it('is handed out from every column of every table that can hold it', async () => {
      const widest = Math.max(...searched().map((t) => t.columns.filter(isText).length))
      expect(widest).toBeLessThan(ROUNDS.length)
      for (const round of ROUNDS) {
        const planted = await plantRound(`A${round}`, round)
        const traces = await personStore(db).traces(`A${round}`, PERSON)
        expect(Object.keys(traces).sort()).toEqual(planted)
      }
    })
    it('is nowhere left after it was deleted, and what others have is as it was', async () => {
      const longer = (text: string) => text.split(LONGER).length
      for (const round of ROUNDS) {
        for (const tenant of ['A', 'B']) await plantRound(`${tenant}${round}`, round)
        const elsewhere = await everything(`B${round}`)
        const before = await everything(`A${round}`)
        const planned = await personStore(db).forget(`A${round}`, PERSON, true)
        expect(await everything(`A${round}`)).toBe(before)
        expect(await personStore(db).forget(`A${round}`, PERSON)).toEqual(planned)
        const left = await everything(`A${round}`)
        expect(left.replaceAll(LONGER, '')).not.toContain(PERSON)
        expect(longer(left)).toBe(longer(before))
        expect(await everything(`B${round}`)).toBe(elsewhere)
        expect(await personStore(db).traces(`A${round}`, PERSON)).toEqual({})
      }
    })
    it('goes with its rows where they are the person’s, and with the votes on their answers', async () => {
      const own = tables.filter(({ name }) => ownColumn(name) !== undefined)
      for (const table of own) await plant('A', table, ownColumn(table.name) ?? '')
      const { id } = await db.selectFrom('turn').select('id').executeTakeFirstOrThrow()
      const vote = { tenant_id: 'A', turn_id: id, user_id: 'U2', helpful: 1, replay: 'r' }
      await db
        .insertInto('feedback')
        .values({ ...vote, voted_at: 1 })
        .execute()
      await personStore(db).forget('A', PERSON)
      expect(own.map((t) => t.name).sort()).toEqual(['feedback', 'outbox', 'rate', 'role', 'turn'])
      for (const { name } of own)
        expect((await sql`select * from ${sql.table(name)}`.execute(db)).rows).toEqual([])
    })
    it('leaves a schedule without an owner', async () => {
      const schedule = tables.find((t) => t.name === 'schedule')
      if (schedule) await plant('A', schedule, 'owner_id')
      await personStore(db).forget('A', PERSON)
      const kept = await db.selectFrom('schedule').select('owner_id').execute()
      expect(kept).toEqual([{ owner_id: '' }])
    })
  })
}
