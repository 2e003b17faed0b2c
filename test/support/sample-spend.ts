import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDefaults } from '../../src/catalog/defaults.ts'
import { csvSource } from '../../src/connectors/csv-source.ts'
import { catalogLookups } from '../../src/digest/catalog-lookups.ts'
import { gatherDigest } from '../../src/digest/gather-digest.ts'
import { createSpendAnswers } from '../../src/digest/questions/spend-answers.ts'
import { openCatalog } from '../../src/knowledge.ts'
import { knowledgePaths } from '../../src/knowledge-paths.ts'
import type { Budget } from '../../src/spend/budget-risk.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import { openDatabase } from '../../src/storage/database.ts'

/** The file of the sample company's spend. */
export const fileSource = () => csvSource([knowledgePaths(undefined).sampleSpend])

/** Reads the sample company's spend, as the workspace shows it. */
export const readSample = () => fileSource().read({ from: '', to: '' })

/** The sample company and what it can be asked, on Tuesday, 2026-11-24. */
export async function sampleSpend(budgets: readonly Budget[] = []) {
  const now = () => Date.parse('2026-11-24T12:00:00Z')
  const db = await openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'rightsize-spend-')) })
  const charges = chargeStore(db)
  await charges.replace('T', 'sample', await readSample(), 1)
  const lookups = catalogLookups(openCatalog({}), loadDefaults(knowledgePaths(undefined).defaults))
  const build = ({ tenant, period }: { tenant: string; period: string }) =>
    gatherDigest({ charges, lookups: () => lookups, budgets: async () => budgets }, tenant, period)
  const answers = createSpendAnswers({ charges, lookups: () => lookups, now, build })
  return {
    digest: (period: string) => build({ tenant: 'T', period }),
    ask: async (text: string) => {
      const question = await answers.read('T', text)
      if (!question) throw new Error(`Not read as a question about spend: ${text}`)
      return answers.answer('T', question, /\p{Script=Hangul}/u.test(text) ? 'ko' : 'en')
    },
    close: () => db.destroy(),
  }
}
