/** Asks the evaluation questions of the product as it is shipped, prints the figures and writes the report. */
import { writeFileSync } from 'node:fs'
import { openKnowledge } from '../src/knowledge.ts'
import { type Asked, ask } from './ask.ts'
import { modelUse } from './model-use.ts'
import { readQuestions } from './questions.ts'
import { report } from './report.ts'

/** The moment the answers are given at, so that the same files give the same report. */
const AT = '2026-11-28T00:00:00.000Z'

const { knowledge } = await openKnowledge({ EMBEDDINGS: 'lsa', DATA_DIR: 'data' }, () => AT)
const asked: Asked[] = []
for (const question of readQuestions()) asked.push(await ask(question, knowledge))
const text = report(asked, await modelUse(asked, knowledge))
process.stdout.write(text)
writeFileSync(new URL('../docs/evaluation.md', import.meta.url), text)
// Misses of the held-out half stay unread, or it would be held out no longer.
if (process.argv.includes('--misses'))
  for (const { question, answer, text, problems } of asked)
    if (question.half === 'calibration' && problems.length > 0)
      process.stdout.write(
        `\n${question.id} ${question.question}\n  ${answer.kind}: ${problems.join('; ')}\n  ${text.slice(0, 300).replaceAll('\n', ' | ')}\n`,
      )
