import { readBudget, readCoolDown } from '../access/changes.ts'
import { unescapeMrkdwn } from '../block-kit/escape.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { readAsking, readRecorders } from './admin-asking.ts'
import { type AdminCommand, HELP, mentioned, misread, unmentioned, valueIn } from './admin-words.ts'

/** Whether a command is about administration. */
export const ADMIN = /^(?:admin|관리자?)(?=\s|$)\s*/i

/** Each word of a command and how it may be written in Korean. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    추가: 'add',
    제거: 'remove',
    삭제: 'remove',
    목록: 'list',
    지출: 'spend',
    허용: 'allow',
    해제: 'deny',
    예산: 'budget',
    알림: 'alerts',
    켜기: 'on',
    끄기: 'off',
    도움말: 'help',
    질문: 'ask',
    모두: 'everybody',
    게스트: 'guests',
    회사: 'companies',
    결정: 'decisions',
    멤버: 'members',
    분석가: 'analysts',
  }),
)

/** Reads `/model-size admin …` as Slack sends it, with people, groups and channels as escaped mentions. */
export function readAdminCommand(text: string, language: Language): AdminCommand {
  const words = text.replace(ADMIN, '').match(/\S+="[^"]*"|<[^>]*>|[^\s<]+/g) ?? []
  const [first = 'help', ...rest] = words.map((w) => WORDS.get(w) ?? unescapeMrkdwn(w))
  switch (first.toLowerCase()) {
    case 'help':
      return { do: 'explain', sentence: HELP[language] }
    case 'list':
      return { do: 'list' }
    case 'add':
    case 'remove':
      return readPerson(
        first.toLowerCase() === 'add' ? 'name-admin' : 'unname-admin',
        rest,
        language,
      )
    case 'spend':
      return readAudience(rest, language)
    case 'budget':
      return readBudgetWords(rest, language)
    case 'alerts':
      return readAlerts(rest, language)
    case 'ask':
      return readAsking(rest, language)
    case 'decisions':
      return readRecorders(rest, language)
    default:
      return misread(
        first,
        ['add', 'remove', 'list', 'spend', 'budget', 'alerts', 'ask', 'decisions', 'help'],
        language,
      )
  }
}

function readPerson(
  what: 'name-admin' | 'unname-admin',
  rest: readonly string[],
  language: Language,
): AdminCommand {
  const { people, others } = mentioned(rest)
  const [person] = people
  if (person === undefined || people.length > 1 || others.length > 0)
    return unmentioned(others[0], language, {
      en: 'Name one person, chosen from the list that Slack offers after @.',
      ko: '@ 뒤에 Slack이 보여 주는 목록에서 한 사람을 고르십시오.',
    })
  return { do: 'change', change: { do: what, person } }
}

function readAudience([verb = '', ...rest]: readonly string[], language: Language): AdminCommand {
  const word = verb.toLowerCase()
  if (word !== 'allow' && word !== 'deny')
    return misread(verb, ['allow', 'deny'], language, 'spend ')
  const { people, groups, channels, others } = mentioned(rest)
  const [channel] = channels
  if (others.length > 0 || channels.length > 1)
    return unmentioned(others[0], language, {
      en: 'Name one channel at a time.',
      ko: '채널은 한 번에 하나씩 지정하십시오.',
    })
  const audience = { people, groups, ...(channel === undefined ? {} : { channel }) }
  return { do: 'change', change: { do: word, ...audience } }
}

function readBudgetWords(rest: readonly string[], language: Language): AdminCommand {
  const team = valueIn('team', rest) ?? valueIn('팀', rest) ?? ''
  const plain = rest.filter(
    (w) => !/^(?:team|팀)=/i.test(w) && !/^(?:a|per|month|monthly|월)$/i.test(w),
  )
  const [amount = '', currency = 'USD', extra] = plain
  if (/^list$/i.test(amount)) return { do: 'budgets' }
  if (/^(?:off|remove)$/i.test(amount))
    return { do: 'change', change: { do: 'drop-budget', ...(team ? { team } : {}) } }
  if (extra !== undefined) {
    const sentence: Bilingual = {
      en: `A budget is an amount, a currency and "month", with team=… for one team; I do not know "${extra.slice(0, 40)}".`,
      ko: `예산은 금액, 통화, month로 적고 한 팀이면 team=… 을 붙입니다. 모르는 말: "${extra.slice(0, 40)}"`,
    }
    return { do: 'explain', sentence: sentence[language] }
  }
  const budget = readBudget({ amount, currency, team })
  return 'amountNano' in budget
    ? { do: 'change', change: { do: 'set-budget', budget } }
    : { do: 'mend', problems: budget }
}

function readAlerts([verb = '', ...rest]: readonly string[], language: Language): AdminCommand {
  const word = verb.toLowerCase()
  if (word === 'off') return { do: 'change', change: { do: 'set-alerts', on: false } }
  if (word !== 'on') return misread(verb, ['on', 'off'], language, 'alerts ')
  const quiet = valueIn('cooldown', rest)
  const { channels, others } = mentioned(rest.filter((w) => !/^cooldown=/i.test(w)))
  if (others.length > 0 || channels.length > 1)
    return unmentioned(others[0], language, {
      en: 'Name one channel for alerts.',
      ko: '알림을 올릴 채널을 하나만 지정하십시오.',
    })
  const coolDownHours = quiet === undefined ? undefined : readCoolDown(quiet)
  if (typeof coolDownHours === 'object') return { do: 'mend', problems: [coolDownHours] }
  const [channel] = channels
  return {
    do: 'change',
    change: {
      do: 'set-alerts',
      on: true,
      ...(channel === undefined ? {} : { channel }),
      ...(coolDownHours === undefined ? {} : { coolDownHours }),
    },
  }
}
