import type { Language } from '../language/language.ts'
import { type AdminCommand, mentioned, misread, unmentioned } from './admin-words.ts'

/** Reads what follows `admin ask`. */
export function readAsking(
  [verb = '', ...rest]: readonly string[],
  language: Language,
): AdminCommand {
  const word = verb.toLowerCase()
  switch (word) {
    case 'everybody':
      return { do: 'change', change: { do: 'open-asking' } }
    case 'guests':
    case 'companies': {
      const on = rest[0]?.toLowerCase()
      return on === 'on' || on === 'off'
        ? { do: 'change', change: { do: 'invite', who: word, on: on === 'on' } }
        : misread(rest[0] ?? '', ['on', 'off'], language, `ask ${word} `)
    }
    case 'allow':
    case 'deny': {
      const { people, groups, channels, others } = mentioned(rest)
      const [channel] = channels
      if (others.length > 0 || channels.length > 1)
        return unmentioned(others[0], language, {
          en: 'Name one channel at a time.',
          ko: '채널은 한 번에 하나씩 지정하십시오.',
        })
      const audience = { people, groups, ...(channel === undefined ? {} : { channel }) }
      return { do: 'change', change: { do: `${word}-asking`, ...audience } }
    }
    default:
      return misread(verb, ['everybody', 'allow', 'deny', 'guests', 'companies'], language, 'ask ')
  }
}

/** Reads what follows `admin decisions`. */
export function readRecorders([by = '']: readonly string[], language: Language): AdminCommand {
  const recorders = by.toLowerCase()
  return recorders === 'members' || recorders === 'analysts'
    ? { do: 'change', change: { do: 'set-recorders', recorders } }
    : misread(by, ['members', 'analysts'], language, 'decisions ')
}
