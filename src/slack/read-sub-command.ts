import { SUB_COMMANDS } from '../language/sub-commands.ts'
import { isSlip } from '../sizing/nearest-words.ts'

export type SubCommandWord = (typeof SUB_COMMANDS)[number]['word']

/** What a command begins with: a sub-command, or a word that is spelled almost like one. */
export type ReadSubCommand =
  | Readonly<{ word: SubCommandWord; rest: string }>
  | Readonly<{ unknown: string; nearest: readonly string[] }>

/** Sub-commands that take nothing: with other words behind them they begin a question. */
const ALONE: ReadonlySet<SubCommandWord> = new Set(['decisions', 'status', 'sources'])

/** What asks for the help of a sub-command. */
const HELP = /^(?:help|도움말|\?)$/i

/** Beginnings after which a word is meant as a sub-command and not as the first of a question. */
const MEANT: Readonly<Partial<Record<SubCommandWord, RegExp>>> = {
  help: /^\S*$/,
  defaults: /^$|=|^(?:off|해제|help|도움말)(?=\s|$)/i,
}

/** In Korean a digest is also what models are paid to make: only words of a schedule make it the command. */
const KOREAN_DIGEST =
  /^(?:$|<#|#|미리보기|목록|끄기|보류|도움말|매일|매주|매월|[월화수목금토일]요일|preview|list|off|snooze|help|daily|weekly|monthly)/i

/** Reads which sub-command a text begins with; undefined for arguments and for questions in free words. */
export function readSubCommand(text: string): ReadSubCommand | undefined {
  const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text.trim()) ?? []
  const typed = first.toLowerCase()
  const found = subCommand(typed)
  if (found) {
    if (HELP.test(rest) && !HAS_OWN_HELP.has(found.word)) return { word: 'help', rest: found.word }
    const isMeant =
      (ALONE.has(found.word) ? /^$/ : (MEANT[found.word] ?? /^/)).test(rest) &&
      (typed !== '요약' || KOREAN_DIGEST.test(rest))
    return isMeant ? { word: found.word, rest } : undefined
  }
  if (typed.includes('=')) return undefined
  const nearest = nearestSubCommands(typed, rest === '')
  return nearest.length > 0 ? { unknown: first, nearest } : undefined
}

/** The sub-command that a word names in either language. */
export function subCommand(named: string): (typeof SUB_COMMANDS)[number] | undefined {
  const typed = OTHERWISE[named.toLowerCase()] ?? named.toLowerCase()
  return SUB_COMMANDS.find(({ word, korean }) => typed === word || typed === korean)
}

/** Shorter ways to write some. */
const OTHERWISE: Readonly<Record<string, SubCommandWord>> = { '?': 'help', 관리: 'admin' }

/** Sub-commands whose own first word is help. */
const HAS_OWN_HELP: ReadonlySet<SubCommandWord> = new Set(['help', 'admin'])

/** From so many letters on a word that others follow counts as misspelt. */
const LONG = 6

/**
 * The sub-commands that a word is spelled almost like. With other words behind it, a short one and another
 * form of the same word may begin a question.
 */
export function nearestSubCommands(typed: string, isAlone: boolean): readonly string[] {
  return SUB_COMMANDS.flatMap(({ word, korean }) => [word, korean]).filter(
    (word) =>
      isSlip(typed, word) &&
      (isAlone || (word.normalize('NFD').length >= LONG && !typed.startsWith(word.slice(0, -1)))),
  )
}
