import { showNano } from '../digest/show-money.ts'
import type { Language } from '../language/language.ts'
import type { Mentions } from './mentions.ts'
import type { AlertSettings, Budget, Named } from './settings.ts'

/** People and user groups by name. */
export function namedText({ people, groups }: Named, m: Mentions): string {
  return [...people.map(m.person), ...groups.map(m.group)].join(', ')
}

/** A budget on one line, e.g. "support: $5,000.00 a month". */
export function budgetLine(
  { team: name, amountNano, currency }: Budget,
  m: Mentions,
  language: Language,
): string {
  const team = name === undefined ? undefined : m.text(name)
  const amount = showNano(amountNano, currency, language)
  return language === 'ko'
    ? `${team === undefined ? '전체' : `${team} 팀`}: 월 ${amount}`
    : `${team === undefined ? 'all spend' : `team ${team}`}: ${amount} a month`
}

/** How alerts stand, on one line. */
export function alertsLine(
  { on, channel, coolDownHours }: AlertSettings,
  m: Mentions,
  language: Language,
): string {
  if (!on || channel === undefined)
    return language === 'ko' ? '알림이 꺼져 있습니다.' : 'Alerts are off.'
  return language === 'ko'
    ? `알림을 ${m.channel(channel)} 채널에 올립니다. 같은 일은 ${coolDownHours}시간 동안 다시 알리지 않습니다.`
    : `Alerts go to ${m.channel(channel)}; the same matter stays quiet for ${coolDownHours} hours.`
}
