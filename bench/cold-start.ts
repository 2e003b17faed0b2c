/**
 * Measures how long the built bot takes from its start to its first answer, and how much of it, in a fresh
 * process each, reading the notes, indexing their words and opening the built vector index are.
 */
import { spawnSync } from 'node:child_process'
import { startBot } from './bot.ts'
import { report, type Times } from './measure.ts'
import { QUESTIONS } from './questions.ts'

const STARTS = 7

const INDEX = `
const { openVectorIndex, prepareNotes } = await import('./dist/knowledge.js')
const { knowledgePaths } = await import('./dist/knowledge-paths.js')
const { preparedTexts } = await import('./dist/prepared-texts.js')
const start = performance.now()
const texts = preparedTexts(knowledgePaths(undefined).preparedTexts)
await openVectorIndex({ EMBEDDINGS: 'lsa', DATA_DIR: 'data' }, prepareNotes({}, undefined, texts))
console.log(performance.now() - start)`

const index: Times = { wall: [], cpu: [] }
for (let i = 0; i < STARTS; i++) {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', INDEX])
  index.wall.push(Number(stdout))
}
report('Notes read and index opened', index)

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
