import { answerJson } from '../answering/answer-json.ts'
import { answerSizing } from '../answering/answer-question.ts'
import { answerText } from '../answering/plain-text.ts'
import type { Language } from '../language/language.ts'
import { nearestWords } from '../sizing/nearest-words.ts'
import { parseArguments, parseForm, REQUEST_KEYS } from '../sizing/parse-arguments.ts'
import { pilotSheet } from '../sizing/pilot-sheet.ts'
import type { SizingInput } from '../sizing/request.ts'
import { requestSentences } from '../sizing/request-sentences.ts'
import { parseJson, readText } from './ask.ts'
import { printChart } from './chart.ts'
import { type Flags, type Io, languageFlag, UsageError } from './io.ts'
import { openedKnowledge } from './opened-knowledge.ts'

/** `size`: a workload as key=value words or as a JSON file with the same keys. */
export async function sizeCommand(words: readonly string[], flags: Flags, io: Io): Promise<number> {
  const language = languageFlag(flags) ?? 'en'
  const input =
    flags.file === undefined ? fromWords(words.join(' '), language) : fromFile(flags.file, language)
  const knowledge = await openedKnowledge(flags, io)
  const { answer } = await answerSizing(input, language, knowledge)
  if (answer.kind === 'clarify')
    throw new UsageError(
      answer.sections
        .flatMap((s) => s.sentences.map((x) => x.map((g) => ('name' in g ? g.name : '')).join('')))
        .join('\n'),
    )
  const pilot = answer.recommendation?.pilot
  if (flags.sheet) {
    if (!pilot) throw new UsageError(requestSentences(language).noPilot)
    io.out(pilotSheet(pilot, language))
    return 0
  }
  if (flags.chart !== undefined) {
    await printChart(answer, flags.chart, flags.out, io)
    return 0
  }
  io.out(flags.json ? JSON.stringify(answerJson(answer)) : answerText(answer))
  return 0
}

function fromWords(text: string, language: Language): SizingInput {
  const parsed = parseArguments(text, language)
  if (parsed.ok) return parsed.input
  if ('free' in parsed)
    throw new UsageError({
      en: 'size needs key=value arguments such as task=classification volume=2M/month; ask takes free words.',
      ko: 'size에는 task=classification volume=2M/month처럼 키=값이 필요합니다. 자유로운 문장은 ask로 물어 주십시오.',
    })
  throw new UsageError(parsed.problems.map((p) => p.sentence).join('\n'))
}

/** A file may give numbers or the same words a person would type. */
function fromFile(file: string, language: Language): SizingInput {
  const data = parseJson(readText(file), file)
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new UsageError({
      en: `${file} must hold one JSON object with keys such as task and volume.`,
      ko: `${file} 파일에는 task, volume 같은 키가 있는 JSON 객체 하나가 있어야 합니다.`,
    })
  const words = requestSentences(language)
  const unknown = Object.keys(data).filter((key) => !REQUEST_KEYS.some((known) => known === key))
  if (unknown.length > 0)
    throw new UsageError(
      unknown.map((key) => words.unknownKey(key, nearestWords(key, REQUEST_KEYS))).join('\n'),
    )
  const values = Object.fromEntries(
    Object.entries(data)
      .filter(([, v]) => v !== null)
      .map(([key, value]) => [key, asTyped(value)]),
  )
  const parsed = parseForm(values, language)
  if (parsed.ok) return parsed.input
  throw new UsageError(
    'problems' in parsed
      ? parsed.problems.map((p) => p.sentence).join('\n')
      : {
          en: `${file} states nothing; it needs keys such as task and volume.`,
          ko: `${file} 파일에 내용이 없습니다. task, volume 같은 키가 필요합니다.`,
        },
  )
}

function asTyped(value: unknown): string {
  if (Array.isArray(value)) return value.join(',')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}
