import { readFileSync } from 'node:fs'
import type { Answer } from '../answering/answer.ts'
import { answerJson } from '../answering/answer-json.ts'
import { answerQuestion, readAs } from '../answering/answer-question.ts'
import { READERS, type Reader } from '../answering/compose/readings.ts'
import { answerText } from '../answering/plain-text.ts'
import { after, beforeOf, saidBy, type Trail } from '../answering/thread.ts'
import { readSpendQuestion } from '../digest/questions/read-question.ts'
import { workspacesWithNotes } from '../knowledge.ts'
import { detectLanguage } from '../language/detect.ts'
import { type Flags, type Io, languageFlag, UsageError } from './io.ts'
import { openedKnowledge } from './opened-knowledge.ts'
import { askState } from './state.ts'

/** `ask`: one question from the command line, or many from a file, in order, in one process. */
export async function askCommand(words: readonly string[], flags: Flags, io: Io): Promise<number> {
  const questions: readonly Row[] =
    flags.file === undefined ? [{ question: one(words) }] : fromFile(flags)
  const [only] = questions
  if (only && flags.file === undefined) {
    const answered = await answeredFromSpend(only.question, flags, io)
    if (answered !== undefined) {
      io.out(answered)
      return 0
    }
  }
  const knowledge = await openedKnowledge(flags, io, workspaceFlag(flags, io))
  const reader = readerFlag(flags)
  const threads = new Map<string, Trail<Answer>>()
  for (const { id, question, thread } of questions) {
    const trail = (thread === undefined ? undefined : threads.get(thread)) ?? {}
    const before = await beforeOf(trail, async (answer) => answer)
    const answered = await answerQuestion(question, knowledge, languageFlag(flags), before)
    if (thread !== undefined) threads.set(thread, after(trail, saidBy(question, answered)))
    const reading = reader && readAs(answered.answer, reader, knowledge)
    const answer = reading ?? answered.answer
    io.out(flags.json ? JSON.stringify(answerJson(answer, id)) : answerText(answer))
  }
  return 0
}

/**
 * What is said to a question about the company's own spend: whoever runs the command line has the data
 * folder, and may see what is in it. Undefined for any other question. The stored data is opened only
 * for what would be one if the bills named what it names.
 */
async function answeredFromSpend(text: string, flags: Flags, io: Io): Promise<string | undefined> {
  const today = new Date(io.now()).toISOString().slice(0, 10)
  if (!readSpendQuestion(text, today, {}, () => 2)) return undefined
  const language = languageFlag(flags) ?? detectLanguage(text)
  const { lines, data } = await askState({ command: 'spend-question', text, language }, flags, io)
  if (lines.length === 0) return undefined
  return flags.json ? JSON.stringify(data) : lines.join('\n')
}

/** A line of a file of questions; those of one thread are follow-ups of each other. */
type Row = Readonly<{ id?: string; question: string; thread?: string }>

function one(words: readonly string[]): string {
  const question = words.join(' ')
  if (question.trim() === '')
    throw new UsageError({
      en: 'ask needs a question: ask "do we need the bigger model for …".',
      ko: 'ask에는 질문이 필요합니다. 예: ask "… 업무에 더 큰 모델이 필요할까요?"',
    })
  return question
}

function fromFile({ file = '', json }: Flags): Row[] {
  if (!json)
    throw new UsageError({
      en: 'ask --file writes JSON lines; add --json.',
      ko: 'ask --file은 결과를 JSON 줄로 씁니다. --json을 함께 적어 주십시오.',
    })
  return readText(file)
    .split('\n')
    .map((line, i) => ({ line: line.trim(), number: i + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => {
      const row = parseJson(line, `${file}, line ${number}`)
      if (
        typeof row !== 'object' ||
        row === null ||
        !('question' in row) ||
        typeof row.question !== 'string'
      )
        throw new UsageError({
          en: `${file}, line ${number}: needs {"id": "…", "question": "…"}; received ${line.slice(0, 80)}.`,
          ko: `${file} 파일 ${number}번째 줄: {"id": "…", "question": "…"} 형식이어야 합니다. 받은 내용: ${line.slice(0, 80)}`,
        })
      return {
        question: row.question,
        ...('id' in row && row.id !== undefined ? { id: String(row.id) } : {}),
        ...('thread' in row && row.thread !== undefined ? { thread: String(row.thread) } : {}),
      }
    })
}

/** Reads a file or says which could not be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new UsageError({
      en: `The file ${file} cannot be read. Check that it is there and may be read.`,
      ko: `${file} 파일을 읽을 수 없습니다. 파일이 있는지, 읽을 권한이 있는지 확인해 주십시오.`,
    })
  }
}

/** Parses JSON or says where it is broken. */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError({
      en: `${where}: is not valid JSON; received ${text.slice(0, 80)}.`,
      ko: `${where}: 올바른 JSON이 아닙니다. 받은 내용: ${text.slice(0, 80)}`,
    })
  }
}

/** The workspace whose notes are read too, if one with notes was named. */
function workspaceFlag({ tenant }: Flags, io: Io): Readonly<{ workspace?: string }> {
  return tenant !== undefined && workspacesWithNotes(io.config()).includes(tenant)
    ? { workspace: tenant }
    : {}
}

/** `--as`, if it is a reader. */
function readerFlag({ as }: Flags): Reader | undefined {
  const reader = READERS.find((one) => one === as)
  if (as !== undefined && !reader)
    throw new UsageError({
      en: `--as must be one of ${READERS.join(', ')}; received "${as}".`,
      ko: `--as 값은 ${READERS.join(', ')} 가운데 하나여야 합니다. 받은 값: "${as}"`,
    })
  return reader
}
