import { readdirSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../src/storage/database.ts'
import type { Open } from './samples.ts'
import { NO_STORES, TENANT_CASES } from './tenant-cases.ts'
import { emptyTables, rowsOfTenant, seedTenant, tellsOf } from './tenant-seed.ts'

/** No method of any store shows or changes another tenant's rows, and every method has been tried. */
export function tenantsContract(open: Open): void {
  describe('two tenants with the same ids', () => {
    let db: Db
    let changed = true
    beforeAll(async () => {
      db = await open()
    })
    afterAll(() => db.destroy())
    beforeEach(async () => {
      if (!changed) return
      changed = false
      await emptyTables(db)
      await seedTenant(db, 'A')
      await seedTenant(db, 'B')
    })

    it('have rows in every table there is', async () => {
      for (const tenant of ['A', 'B'])
        expect([...(await rowsOfTenant(db, tenant))].filter(([, rows]) => rows === '[]')).toEqual(
          [],
        )
    })
    it('meet in every function that takes the database, by a case or a reason', () => {
      const sources = readdirSync('src/storage').filter((name) => name.endsWith('.ts'))
      const found = sources.flatMap((name) =>
        [
          ...readFileSync(`src/storage/${name}`, 'utf8').matchAll(
            /export (?:async )?function\*? (\w+)(?:<\w+>)?\(\s*\w+: Db\b/g,
          ),
        ].map((match) => match[1]),
      )
      expect([...Object.keys(TENANT_CASES), ...Object.keys(NO_STORES)].sort()).toEqual(found.sort())
    })
    for (const [name, { open: opening, methods }] of Object.entries(TENANT_CASES)) {
      it(`meet in every method of ${name}, by a case or a reason`, () =>
        expect(Object.keys(methods).sort()).toEqual(Object.keys(opening(db)).sort()))
      for (const [method, given] of Object.entries(methods))
        if (typeof given !== 'string')
          it(`are kept apart by ${name}.${method}`, async () => {
            const { before, use } =
              typeof given === 'function' ? { before: undefined, use: given } : given
            changed = before !== undefined
            await before?.(opening(db) as never, db)
            const [own, others] = [await rowsOfTenant(db, 'A'), await rowsOfTenant(db, 'B')]
            const shown = await use(opening(db) as never, db)
            const written = !isDeepStrictEqual(await rowsOfTenant(db, 'A'), own)
            changed ||= written
            expect(await rowsOfTenant(db, 'B')).toEqual(others)
            expect(tellsOf(shown, 'B')).toBe(false)
            expect(written || tellsOf(shown, 'A')).toBe(true)
          })
    }
  })
}
