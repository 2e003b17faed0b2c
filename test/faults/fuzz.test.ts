/** Thousands of made-up texts through everything that reads words; part of `npm run test:faults`. */
import { test } from 'node:test'
import { shippedKnowledge } from '../support/knowledge.ts'
import { readersOf, tryReaders } from '../support/readers.ts'

const RUNS = 20_000
const seed = Number(process.env.FAULT_SEED ?? 20261123)

await test(`${RUNS} texts (seed ${seed}) crash no reader, keep none busy and leave no mark`, async () =>
  tryReaders(readersOf(await shippedKnowledge()), RUNS, seed))
