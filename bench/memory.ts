/**
 * Measures the resident memory of the built bot over its local workspace, before and after 120 different
 * questions of the evaluation, in both languages and of every kind, each answered in a thread of its own.
 */
import { readQuestions } from '../eval/questions.ts'
import { startBot } from './bot.ts'
import { print } from './measure.ts'

const ANSWERS = 120

const all = readQuestions()
const asked = Array.from(
  { length: ANSWERS },
  (_, i) => all[Math.floor((i * all.length) / ANSWERS)]?.question ?? '',
)
const bot = await startBot()
const before = bot.memory()
let most = before
for (const question of asked) {
  await bot.ask(question)
  most = Math.max(most, bot.memory())
}
if ((await bot.answers()) < ANSWERS) throw new Error('Some questions were not answered.')
print(
  `Resident memory of node dist/main.js: ${before.toFixed(0)} MB when started, ${bot.memory().toFixed(0)} MB after ${ANSWERS} answers, ${most.toFixed(0)} MB at most`,
)
await bot.stop()
