import { type Flags, type Io, languageFlag, UsageError } from './io.ts'
import { answerState } from './state.ts'

/** `connect SOURCE`: the key comes by standard input, so that no list of commands or processes shows it. */
export async function connectCommand(
  rest: readonly string[],
  flags: Flags,
  io: Io,
): Promise<number> {
  const source = oneSource('connect', rest)
  const language = languageFlag(flags) ?? 'en'
  const key = ((await io.input?.()) ?? '').trim()
  const url = flags.url === undefined ? {} : { url: flags.url }
  return answerState({ command: 'connect', source, key, ...url, language }, flags, io)
}

/** `disconnect SOURCE`. */
export async function disconnectCommand(
  rest: readonly string[],
  flags: Flags,
  io: Io,
): Promise<number> {
  const source = oneSource('disconnect', rest)
  const language = languageFlag(flags) ?? 'en'
  return answerState({ command: 'disconnect', source, language }, flags, io)
}

function oneSource(command: string, [source, ...more]: readonly string[]): string {
  if (source !== undefined && more.length === 0) return source
  throw new UsageError({
    en: `${command} needs one service, such as ${command} openai --tenant T; a key never stands on the command line.`,
    ko: `${command}에는 서비스 하나가 필요합니다. 예: ${command} openai --tenant T. 키는 명령줄에 적지 않습니다.`,
  })
}
