import type { Bilingual, Language } from '../language/language.ts'
import type { Denial } from './access.ts'
import type { Refusal } from './decide.ts'
import type { Mentions } from './mentions.ts'

/** Why somebody is refused. */
const WHY: Readonly<Record<Refusal, Bilingual>> = {
  'unknown-person': {
    en: 'I could not look you up in Slack, so I cannot tell what you may do here.',
    ko: 'Slack에서 사용자 정보를 확인할 수 없어 권한을 알 수 없습니다.',
  },
  outsider: {
    en: 'Spend is shown only to members of this workspace, not to people of another company.',
    ko: '지출은 이 워크스페이스 구성원에게만 보여 드리며, 다른 회사 사람에게는 보여 드리지 않습니다.',
  },
  guest: {
    en: 'Spend is shown only to full members of this workspace, not to guests.',
    ko: '지출은 이 워크스페이스의 정식 멤버에게만 보여 드리며, 게스트에게는 보여 드리지 않습니다.',
  },
  nobody: {
    en: 'Spend is shown only to active members of this workspace.',
    ko: '지출은 이 워크스페이스에서 활동 중인 멤버에게만 보여 드립니다.',
  },
  'unknown-place': {
    en: 'I could not look up {where} in Slack, so I show no spend there. Invite me with /invite @rightsize, or ask in a direct message to me.',
    ko: 'Slack에서 {where} 채널을 확인할 수 없어 지출을 보여 드리지 않습니다. /invite @rightsize 로 초대하시거나 저에게 다이렉트 메시지로 물어보십시오.',
  },
  'shared-channel': {
    en: 'No spend is shown in {where}: it is shared with another company.',
    ko: '{where}에서는 지출을 보여 드리지 않습니다. 다른 회사와 공유하는 채널입니다.',
  },
  'channel-not-allowed': {
    en: 'Spend is not allowed in {where}.',
    ko: '{where}에서는 지출이 허용되지 않았습니다.',
  },
  'person-not-allowed': {
    en: 'You have not been allowed to see spend here.',
    ko: '여기에서 지출을 볼 수 있도록 허용되지 않았습니다.',
  },
  'unknown-members': {
    en: 'I could not check who is in {where}, so nothing about spend is posted there.',
    ko: '{where}에 누가 있는지 확인할 수 없어 지출을 올리지 않습니다.',
  },
  'guests-present': {
    en: 'Guests or people of another company are in {where}, so nothing about spend is posted there.',
    ko: '{where}에 게스트나 다른 회사 사람이 있으므로 지출을 올리지 않습니다.',
  },
  'some-only': {
    en: 'Only some of those in {where} were allowed to see spend, so none is posted there.',
    ko: '{where}에서는 일부에게만 지출이 허용되어 있으므로 지출을 올리지 않습니다.',
  },
  'not-admin': {
    en: 'Only admins of Rightsize may set this up.',
    ko: 'Rightsize 관리자만 설정할 수 있습니다.',
  },
  'not-private': {
    en: 'Spend is imported only in a direct message to me.',
    ko: '지출은 저에게 보내는 다이렉트 메시지로만 가져옵니다.',
  },
  'members-only': {
    en: 'Here this is for active full members of this workspace alone.',
    ko: '여기에서는 이 워크스페이스에서 활동 중인 정식 멤버만 할 수 있습니다.',
  },
  'asking-limited': {
    en: 'In this workspace only some people and channels may ask me.',
    ko: '이 워크스페이스에서는 일부 사람과 채널만 저에게 물을 수 있습니다.',
  },
  'not-analyst': {
    en: 'In this workspace only admins and those who may see spend here record decisions.',
    ko: '이 워크스페이스에서는 관리자와 여기에서 지출을 볼 수 있는 사람만 결정을 기록합니다.',
  },
}

/** What an admin can do about it; nothing for what nobody can grant. */
const HOW: Partial<Record<Refusal, (denial: Denial, mentions: Mentions) => Bilingual>> = {
  'channel-not-allowed': ({ channel }, m) => {
    const which = isDirect(channel) ? '#channel' : m.channel(channel)
    return {
      en: `with \`/model-size admin spend allow\` ${which}`,
      ko: `\`/model-size admin spend allow\` ${which}`,
    }
  },
  'person-not-allowed': ({ person }, m) => ({
    en: `with \`/model-size admin spend allow\` ${m.person(person)}`,
    ko: `\`/model-size admin spend allow\` ${m.person(person)}`,
  }),
  'asking-limited': ({ person }, m) => ({
    en: `with \`/model-size admin ask allow\` ${m.person(person)}`,
    ko: `\`/model-size admin ask allow\` ${m.person(person)}`,
  }),
  'not-analyst': ({ person }, m) => ({
    en: `with \`/model-size admin spend allow\` ${m.person(person)}`,
    ko: `\`/model-size admin spend allow\` ${m.person(person)}`,
  }),
  'not-admin': ({ person }, m) => ({
    en: `with \`/model-size admin add\` ${m.person(person)}`,
    ko: `\`/model-size admin add\` ${m.person(person)}`,
  }),
}

const OTHERWISE: Partial<Record<Refusal, Bilingual>> = {
  'shared-channel': {
    en: 'An admin can allow a channel of this workspace alone',
    ko: '관리자가 이 워크스페이스만 쓰는 채널을 허용할 수 있습니다',
  },
  'unknown-members': {
    en: 'An admin can allow another channel',
    ko: '관리자가 다른 채널을 허용할 수 있습니다',
  },
  'guests-present': {
    en: 'An admin can allow a channel without them',
    ko: '관리자가 그런 사람이 없는 채널을 허용할 수 있습니다',
  },
  'some-only': {
    en: 'An admin can allow a channel for everybody in it',
    ko: '관리자가 모두에게 허용된 채널을 정할 수 있습니다',
  },
  guest: {
    en: 'A workspace owner would first have to make you a full member',
    ko: '먼저 워크스페이스 소유자가 정식 멤버로 바꾸어야 합니다',
  },
  outsider: {
    en: 'Ask the people you work with there',
    ko: '함께 일하는 이 워크스페이스 구성원에게 문의하십시오',
  },
}

const DIRECT: Bilingual = { en: 'a direct message', ko: '다이렉트 메시지' }

/** Whether an id is that of a direct message, which has no name. */
function isDirect(channel: string): boolean {
  return channel.startsWith('D')
}

/** The sentences about a denial: why, who can grant it, and how. */
export function denialText(denial: Denial, mentions: Mentions, language: Language): string {
  const why = WHY[denial.refusal][language].replace('{where}', () =>
    isDirect(denial.channel) ? DIRECT[language] : mentions.channel(denial.channel),
  )
  const how = HOW[denial.refusal]?.(denial, mentions)[language]
  const otherwise = OTHERWISE[denial.refusal]?.[language]
  const who = denial.granters.map(mentions.person).join(', ')
  if (language === 'ko') {
    const admins = who ? `관리자(${who})` : '워크스페이스 소유자'
    if (how !== undefined) return `${why} ${admins}가 ${how} 명령으로 허용할 수 있습니다.`
    return otherwise === undefined
      ? `${why} ${admins}에게 문의하십시오.`
      : `${why} ${otherwise}: ${admins}.`
  }
  const admins = who || 'an owner of the workspace'
  if (how !== undefined) return `${why} This can be granted by ${admins}, ${how}.`
  return otherwise === undefined ? `${why} Ask ${admins}.` : `${why} ${otherwise}: ${admins}.`
}
