/** Measures how long the built bot takes from its start to its first answer. */
import { startBot } from './bot.ts'
import { report, type Times } from './measure.ts'
import { QUESTIONS } from './questions.ts'

const STARTS = 7

const [ready, first]: [Times, Times] = [
  { wall: [], cpu: [] },
  { wall: [], cpu: [] },
]
for (let i = 0; i < STARTS; i++) {
  const start = performance.now()
  const bot = await startBot()
  ready.wall.push(performance.now() - start)
  await bot.ask(QUESTIONS[0])
  if ((await bot.answers()) !== 1) throw new Error('The first answer did not come.')
  first.wall.push(performance.now() - start)
  await bot.stop()
}
report('Start of node dist/main.js until it listens', ready)
report('Start of node dist/main.js until its first answer', first)
