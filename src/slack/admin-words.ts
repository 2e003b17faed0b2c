import type { Change, Problem } from '../access/changes.ts'
import type { Named } from '../access/settings.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { nearestWords } from '../sizing/nearest-words.ts'

/** What `/model-size admin …` asks for. */
export type AdminCommand =
  | Readonly<{ do: 'list' | 'budgets' }>
  | Readonly<{ do: 'change'; change: Change }>
  | Readonly<{ do: 'mend'; problems: readonly Problem[] }>
  | Readonly<{ do: 'explain'; sentence: string }>

/** What can be typed. */
export const HELP: Bilingual = {
  en: [
    'Choose people, groups and channels from the list that Slack offers after @ and #:',
    '• `/model-size admin list`: who may set up and see what',
    '• `/model-size admin add @user`, `admin remove @user`: admins, beside the workspace owners',
    '• `/model-size admin spend allow #channel`: to every full member there; with `@user` or `@group` behind it, to these',
    '• `/model-size admin spend allow @user`: in a direct message and in every allowed channel; `spend deny …` takes it back',
    '• `/model-size admin budget 5000 USD month`, with `team=support` for one team; `budget list`, `budget off`',
    '• `/model-size admin alerts on #channel`, with `cooldown=24h` if wanted; `alerts off`',
    '• `/model-size admin ask allow #channel @user @group`: only these may ask me; `ask deny …`, `ask everybody`',
    '• `/model-size admin ask guests off`, `ask companies off`: no answers for guests, or for people of other companies',
    '• `/model-size admin decisions analysts`: only admins and those who may see spend record decisions; `decisions members`',
  ].join('\n'),
  ko: [
    '사람, 그룹, 채널은 @와 # 뒤에 Slack이 보여 주는 목록에서 고르십시오.',
    '• `/model-size admin list`: 누가 설정하고 볼 수 있는지',
    '• `/model-size admin add @user`, `admin remove @user`: 워크스페이스 소유자 외의 관리자',
    '• `/model-size admin spend allow #channel`: 그곳의 정식 멤버 모두. 뒤에 `@user`나 `@group`을 붙이면 그 사람들만',
    '• `/model-size admin spend allow @user`: 다이렉트 메시지와 허용된 모든 채널. `spend deny …` 로 해제',
    '• `/model-size admin budget 5000 USD month`, 한 팀이면 `team=support`. `budget list`, `budget off`',
    '• `/model-size admin alerts on #channel`, 필요하면 `cooldown=24h`. `alerts off`',
    '• `/model-size admin ask allow #channel @user @group`: 이들만 저에게 물을 수 있습니다. `ask deny …`, `ask everybody`',
    '• `/model-size admin ask guests off`, `ask companies off`: 게스트 또는 다른 회사 사람에게 답하지 않습니다',
    '• `/model-size admin decisions analysts`: 관리자와 지출을 볼 수 있는 사람만 결정을 기록합니다. `decisions members`',
  ].join('\n'),
}

type Mentioned = Named & Readonly<{ channels: readonly string[]; others: readonly string[] }>

/** Ids behind Slack's mentions, and the words that are none. */
export function mentioned(words: readonly string[]): Mentioned {
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
export function valueIn(key: string, words: readonly string[]): string | undefined {
  const found = words.find((w) => w.toLowerCase().startsWith(`${key}=`))
  return found?.slice(key.length + 1).replace(/^"(.*)"$/, '$1')
}

/** Says what is missing, or which word is not a mention. */
export function unmentioned(
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
export function misread(
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
