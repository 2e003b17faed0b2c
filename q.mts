import { createSpendAnswers } from './src/digest/questions/spend-answers.ts'
import { buildDigest } from './src/digest/build-digest.ts'
import { gatherDigest } from './src/digest/gather-digest.ts'
import { catalogLookups } from './src/digest/catalog-lookups.ts'
import { csvSource } from './src/connectors/csv-source.ts'
import { openDatabase } from './src/storage/database.ts'
import { chargeStore } from './src/storage/charge-store.ts'
import { loadDefaults } from './src/catalog/defaults.ts'
import { knowledgePaths } from './src/knowledge-paths.ts'
import { openCatalog } from './src/knowledge.ts'
import * as t from './test/digest/questions/spend-questions.ts'
import { mkdtempSync } from 'node:fs'
const db = await openDatabase({ dataDir: mkdtempSync('/tmp/rq') })
const charges = chargeStore(db)
await charges.replace('T', 'sample', await csvSource([knowledgePaths(undefined).sampleSpend]).read({from:'',to:''}), 1)
const l = catalogLookups(openCatalog({} as never), loadDefaults(knowledgePaths(undefined).defaults))
const a = createSpendAnswers({ charges, lookups: () => l, now: () => Date.parse('2026-11-24T12:00:00Z'), build: ({tenant,period}) => gatherDigest({charges, lookups: () => l}, tenant, period) })
const qs = process.argv[2] ? process.argv.slice(2) : ['why did spend jump last week?','지난주 비용 왜 늘었어?','why did research costs rise last week','지난주 coding-agent 비용 왜 늘었어?','How much did we spend last week?','how much did ticket-triage cost last week?','Which team spent the most last week?','which team’s unit cost is highest?','어느 팀의 단위 비용이 제일 높아?','anything unusual in our spend last week?','where will we land by the end of the month?','are we over budget?','where can we save money?','what if summarisation moved to the small model?','What if we moved ticket-triage to gpt-6-luna?','what if query-tagging moved to the small model?','query-tagging을 작은 모델로 바꾸면?','what if support moved to claude-opus-5?','what if copy moved to gpt-99?','what are our AI emissions?','did your past recommendations turn out right?','how complete is our spend data?','how much did we burn last quarter','how much did we spend this week?','지난주 search 팀 비용이 얼마야?','지난주 요약 팀 비용이 얼마야?','which team used gpt-6-astra the most last week, spend', '우리 건당 비용이 얼마야?', 'why is our bill so high in september']
for (const q of qs) { const r = a.read(q); console.log('\n##', q); if (!r) { console.log('none'); continue }; console.log((await a.answer('T', r, /[가-힣]/.test(q)?'ko':'en')).join('\n')) }
await db.destroy()
