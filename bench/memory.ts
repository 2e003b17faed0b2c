/** Measures the resident memory of the built bot over its local workspace, before and after 100 answers. */
import { startBot } from './bot.ts'
import { print } from './measure.ts'
import { QUESTIONS } from './questions.ts'

const ANSWERS = 100

const bot = await startBot()
const before = bot.memory()
let most = before
for (let i = 0; i < ANSWERS; i++) {
  await bot.ask(QUESTIONS[i % QUESTIONS.length] ?? '')
  most = Math.max(most, bot.memory())
}
if ((await bot.answers()) < ANSWERS) throw new Error('Some questions were not answered.')
print(
  `Resident memory of node dist/main.js: ${before.toFixed(0)} MB when started, ${bot.memory().toFixed(0)} MB after ${ANSWERS} answers, ${most.toFixed(0)} MB at most`,
)
await bot.stop()
