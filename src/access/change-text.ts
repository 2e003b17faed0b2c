import type { Bilingual, Language } from '../language/language.ts'
import { askingDoneText } from './asking-text.ts'
import type { Audience, Change } from './changes.ts'
import type { Mentions } from './mentions.ts'
import { budgetLine, namedText } from './settings-text.ts'

/** What a change has done, for the person who made it. */
export function changeText(change: Change, m: Mentions, language: Language): string {
  return doneText(change, m)[language]
}

function doneText(change: Change, m: Mentions): Bilingual {
  switch (change.do) {
    case 'name-admin': {
      const who = m.person(change.person)
      return { en: `${who} is an admin now.`, ko: `이제 ${who} 님은 관리자입니다.` }
    }
    case 'unname-admin': {
      const who = m.person(change.person)
      return { en: `${who} is no admin any more.`, ko: `이제 ${who} 님은 관리자가 아닙니다.` }
    }
    case 'allow':
      return allowedText(change, m)
    case 'deny':
      return deniedText(change, m)
    case 'set-budget': {
      const { en, ko } = {
        en: budgetLine(change.budget, m, 'en'),
        ko: budgetLine(change.budget, m, 'ko'),
      }
      return { en: `The budget is set: ${en}.`, ko: `예산을 정했습니다: ${ko}.` }
    }
    case 'drop-budget':
      return change.team
        ? {
            en: `Team ${m.text(change.team)} has no budget any more.`,
            ko: `${m.text(change.team)} 팀의 예산을 없앴습니다.`,
          }
        : { en: 'There is no overall budget any more.', ko: '전체 예산을 없앴습니다.' }
    case 'set-alerts':
      return alertsText(change, m)
    case 'set-defaults':
      return { en: 'The defaults are set.', ko: '기본값을 정했습니다.' }
    case 'drop-defaults':
      return { en: 'The defaults are taken back.', ko: '기본값을 해제했습니다.' }
    default:
      return askingDoneText(change, m)
  }
}

function allowedText({ channel: id, ...named }: Audience, m: Mentions): Bilingual {
  const who = namedText(named, m)
  if (id === undefined)
    return {
      en: `${who} may see spend in a direct message to me and in every allowed channel.`,
      ko: `${who} 님은 저와의 다이렉트 메시지와 허용된 모든 채널에서 지출을 볼 수 있습니다.`,
    }
  const where = m.channel(id)
  return who === ''
    ? {
        en: `Spend may be shown in ${where}, to every full member of this workspace there.`,
        ko: `${where} 채널에서 지출을 보여 드립니다. 그곳의 정식 멤버 모두가 볼 수 있습니다.`,
      }
    : {
        en: `In ${where} spend is shown to ${who} when they ask. A digest there is seen by everybody in the channel.`,
        ko: `${where} 채널에서 ${who} 님이 물으면 지출을 보여 드립니다. 그곳에 올리는 요약은 채널의 모두가 봅니다.`,
      }
}

function deniedText({ channel: id, ...named }: Audience, m: Mentions): Bilingual {
  const who = namedText(named, m)
  if (who === '')
    return {
      en: `Spend is not shown in ${m.channel(id ?? '')} any more.`,
      ko: `${m.channel(id ?? '')} 채널에서 더 이상 지출을 보여 드리지 않습니다.`,
    }
  return id === undefined
    ? {
        en: `${who} may not see spend any more, except in channels that are open to every full member. A channel in which nobody else was named is not allowed any more.`,
        ko: `${who} 님은 정식 멤버 모두에게 열린 채널 밖에서는 더 이상 지출을 볼 수 없습니다. 다른 사람이 지정되지 않은 채널은 허용이 해제되었습니다.`,
      }
    : {
        en: `${who} may not see spend in ${m.channel(id)} any more. If nobody else was named there, the channel is not allowed any more.`,
        ko: `${who} 님은 ${m.channel(id)} 채널에서 더 이상 지출을 볼 수 없습니다. 그곳에 다른 사람이 지정되지 않았다면 채널의 허용이 해제됩니다.`,
      }
}

function alertsText(
  { on, channel }: Extract<Change, { do: 'set-alerts' }>,
  m: Mentions,
): Bilingual {
  if (!on) return { en: 'Alerts are off.', ko: '알림을 껐습니다.' }
  const where = channel === undefined ? undefined : m.channel(channel)
  return where === undefined
    ? { en: 'Alerts are on.', ko: '알림을 켰습니다.' }
    : { en: `Alerts go to ${where}.`, ko: `알림을 ${where} 채널에 올립니다.` }
}
