import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { evaluationCase, type Feedback } from '../answering/feedback.ts'
import { type Flags, type Io, languageFlag } from './io.ts'
import { openedKnowledge } from './opened-knowledge.ts'
import { askState } from './state.ts'

/** `feedback`: what was voted on, or with `--to-eval` as cases of the evaluation, those of before left alone. */
export async function feedbackCommand(flags: Flags, io: Io): Promise<number> {
  const language = languageFlag(flags) ?? 'en'
  const { lines, data } = await askState({ command: 'feedback', language }, flags, io)
  const file = flags.toEval
  if (file === undefined) {
    io.out(flags.json ? JSON.stringify(data) : lines.join('\n'))
    return 0
  }
  const knowledge = await openedKnowledge(flags, io)
  const notes = new Set(knowledge.corpus.notes.map((n) => n.id))
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const known = new Set(before.split('\n').flatMap((l) => (l.trim() ? [JSON.parse(l).id] : [])))
  const added = (data as readonly Feedback[])
    .map((one) => evaluationCase(one, (id) => notes.has(id)))
    .filter(({ id, question }) => question !== '' && !known.has(id))
  const gap = before === '' || before.endsWith('\n') ? '' : '\n'
  writeFileSync(file, before + gap + added.map((row) => `${JSON.stringify(row)}\n`).join(''))
  io.out(
    language === 'ko'
      ? `평가 문항 ${added.length}개를 ${file}에 더했습니다. expect와 sources를 확인해 채우십시오.`
      : `${added.length} cases added to ${file}; check and fill in expect and sources.`,
  )
  return 0
}
