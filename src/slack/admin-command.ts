import { type Change, type Problem, readBudget, readCoolDown } from '../access/changes.ts'
import type { Named } from '../access/settings.ts'
import { unescapeMrkdwn } from '../block-kit/escape.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { nearestWords } from '../sizing/nearest-words.ts'

/** What `/model-size admin …` asks for. */
export type AdminCommand =
  | Readonly<{ do: 'list' | 'budgets' }>
  | Readonly<{ do: 'change'; change: Change }>
  | Readonly<{ do: 'mend'; problems: readonly Problem[] }>
  | Readonly<{ do: 'explain'; sentence: string }>

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
  }),
)

const HELP: Bilingual = {
  en: [
    'Choose people, groups and channels from the list that Slack offers after @ and #:',
    '• `/model-size admin list`: who may set up and see what',
    '• `/model-size admin add @user`, `admin remove @user`: admins, beside the workspace owners',
    '• `/model-size admin spend allow #channel`: to every full member there; with `@user` or `@group` behind it, to these',
    '• `/model-size admin spend allow @user`: in a direct message and in every allowed channel; `spend deny …` takes it back',
    '• `/model-size admin budget 5000 USD month`, with `team=support` for one team; `budget list`, `budget off`',
    '• `/model-size admin alerts on #channel`, with `cooldown=24h` if wanted; `alerts off`',
  ].join('\n'),
  ko: [
    '사람, 그룹, 채널은 @와 # 뒤에 Slack이 보여 주는 목록에서 고르십시오.',
    '• `/model-size admin list`: 누가 설정하고 볼 수 있는지',
    '• `/model-size admin add @user`, `admin remove @user`: 워크스페이스 소유자 외의 관리자',
    '• `/model-size admin spend allow #channel`: 그곳의 정식 멤버 모두. 뒤에 `@user`나 `@group`을 붙이면 그 사람들만',
    '• `/model-size admin spend allow @user`: 다이렉트 메시지와 허용된 모든 채널. `spend deny …` 로 해제',
    '• `/model-size admin budget 5000 USD month`, 한 팀이면 `team=support`. `budget list`, `budget off`',
    '• `/model-size admin alerts on #channel`, 필요하면 `cooldown=24h`. `alerts off`',
  ].join('\n'),
}

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
    default:
      return misread(
        first,
        ['add', 'remove', 'list', 'spend', 'budget', 'alerts', 'help'],
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

type Mentioned = Named & Readonly<{ channels: readonly string[]; others: readonly string[] }>

/** Ids behind Slack's mentions, and the words that are none. */
function mentioned(words: readonly string[]): Mentioned {
  const of = (pattern: RegExp) =>
    words.flatMap((w) => {
      const id = pattern.exec(w)?.[1]
      return id === undefined ? [] : [id]
    })
  return {
    people: of(/^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/),
    groups: of(/^<!subteam\^(S[A-Z0-9]+)(?:\|[^>]*)?>$/),
    channels: of(/^<#([CG][A-Z0-9]+)(?:\|[^>]*)?>$/),
    others: words.filter((w) => !/^<(?:@[UW]|!subteam\^S|#[CG])[A-Z0-9]+(?:\|[^>]*)?>$/.test(w)),
  }
}

/** The value of `key=value`, without quotes. */
function valueIn(key: string, words: readonly string[]): string | undefined {
  const found = words.find((w) => w.toLowerCase().startsWith(`${key}=`))
  return found?.slice(key.length + 1).replace(/^"(.*)"$/, '$1')
}

/** Says what is missing, or which word is not a mention. */
function unmentioned(
  word: string | undefined,
  language: Language,
  missing: Bilingual,
): AdminCommand {
  if (word === undefined) return { do: 'explain', sentence: missing[language] }
  const sentence: Bilingual = {
    en: `"${word.slice(0, 40)}" is nobody and no channel that Slack knows; choose from the list that it offers after @ or #.`,
    ko: `"${word.slice(0, 40)}": Slack이 아는 사람이나 채널이 아닙니다. @ 또는 # 뒤의 목록에서 고르십시오.`,
  }
  return { do: 'explain', sentence: sentence[language] }
}

/** Says which word was not understood, with the nearest that would be, and what there is. */
function misread(
  word: string,
  known: readonly string[],
  language: Language,
  before = '',
): AdminCommand {
  const [nearest] = word ? nearestWords(word, known, 1) : []
  const shown = word.slice(0, 40)
  const meant: Bilingual = nearest
    ? {
        en: ` Did you mean \`/model-size admin ${before}${nearest}\`?`,
        ko: ` \`/model-size admin ${before}${nearest}\` 명령을 뜻하셨습니까?`,
      }
    : { en: '', ko: '' }
  const sentence: Bilingual = {
    en: `I do not know "admin ${before}${shown}".${meant.en}\n${HELP.en}`,
    ko: `"admin ${before}${shown}": 모르는 명령입니다.${meant.ko}\n${HELP.ko}`,
  }
  return { do: 'explain', sentence: sentence[language] }
}
