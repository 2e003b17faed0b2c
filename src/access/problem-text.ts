import type { Bilingual, Language } from '../language/language.ts'
import { COOL_DOWN, type Problem } from './changes.ts'
import type { Refusal } from './decide.ts'
import type { Mentions } from './mentions.ts'

/** What was received, as far as it is repeated, in characters. */
const REPEATED = 40

/** Why a change was not made, and how to mend it. */
export function problemText(problem: Problem, m: Mentions, language: Language): string {
  return problemTexts(problem, m)[language]
}

function problemTexts(problem: Problem, m: Mentions): Bilingual {
  switch (problem.what) {
    case 'person':
      return {
        en: `${m.person(problem.id)} cannot be named: ${CANNOT[problem.refusal]?.en ?? problem.refusal}.`,
        ko: `${m.person(problem.id)} 님은 지정할 수 없습니다: ${CANNOT[problem.refusal]?.ko ?? problem.refusal}.`,
      }
    case 'channel':
      return channelText(problem, m)
    case 'owner':
      return {
        en: `${m.person(problem.id)} owns the Slack workspace and so is always an admin.`,
        ko: `${m.person(problem.id)} 님은 Slack 워크스페이스 소유자이므로 항상 관리자입니다.`,
      }
    case 'no-admin':
      return {
        en: `${m.person(problem.id)} was not named as an admin here. \`/model-size admin list\` shows who is; those in ADMIN_USERS are changed there.`,
        ko: `${m.person(problem.id)} 님은 여기에서 관리자로 지정되지 않았습니다. \`/model-size admin list\` 로 목록을 볼 수 있으며, ADMIN_USERS에 적힌 관리자는 그 설정에서 바꿉니다.`,
      }
    case 'open':
      return {
        en: `Every full member in ${m.channel(problem.id)} may see spend there already. To name some of them instead, deny the channel first.`,
        ko: `${m.channel(problem.id)} 채널에서는 이미 정식 멤버 모두가 지출을 볼 수 있습니다. 일부만 지정하려면 먼저 채널의 허용을 해제하십시오.`,
      }
    case 'every-member':
      return {
        en: `${m.channel(problem.id)} is open to every full member there, so nobody can be taken out. Deny the channel, then allow it with the people who may see spend.`,
        ko: `${m.channel(problem.id)} 채널은 그곳의 정식 멤버 모두에게 열려 있어 한 사람만 뺄 수 없습니다. 채널의 허용을 해제한 뒤, 볼 수 있는 사람과 함께 다시 허용하십시오.`,
      }
    case 'not-allowed': {
      const what = named(problem.id, m)
      return {
        en: `${what} was not allowed by name, so there is nothing to take back. \`/model-size admin list\` shows what is allowed.`,
        ko: `${what}: 따로 허용된 적이 없어 해제할 것이 없습니다. \`/model-size admin list\` 로 허용된 것을 볼 수 있습니다.`,
      }
    }
    case 'no-budget':
      return problem.team
        ? {
            en: `Team "${cut(problem.team, m)}" has no budget. \`/model-size admin budget list\` shows which there are.`,
            ko: `"${cut(problem.team, m)}" 팀에는 예산이 없습니다. \`/model-size admin budget list\` 로 목록을 볼 수 있습니다.`,
          }
        : {
            en: 'There is no overall budget. `/model-size admin budget list` shows which there are.',
            ko: '전체 예산이 없습니다. `/model-size admin budget list` 로 목록을 볼 수 있습니다.',
          }
    case 'nobody-named':
      return {
        en: 'Name a channel, people or a user group, chosen from the list that Slack offers after # or @.',
        ko: '# 또는 @ 뒤에 Slack이 보여 주는 목록에서 채널, 사람 또는 사용자 그룹을 고르십시오.',
      }
    case 'alert-channel':
      return {
        en: 'Alerts need a channel: choose one in which spend is allowed.',
        ko: '알림을 올릴 채널이 필요합니다. 지출이 허용된 채널을 고르십시오.',
      }
    case 'amount':
      return {
        en: `The amount must be above zero with at most nine decimals, such as 5000 or 5,000.50; received "${cut(problem.received, m)}".`,
        ko: `금액은 5000이나 5,000.50처럼 0보다 크고 소수점 아래 아홉 자리까지여야 합니다. 받은 값: "${cut(problem.received, m)}"`,
      }
    case 'currency':
      return {
        en: `The currency must be a code of three letters such as USD, KRW or EUR; received "${cut(problem.received, m)}".`,
        ko: `통화는 USD, KRW, EUR 같은 세 글자 코드여야 합니다. 받은 값: "${cut(problem.received, m)}"`,
      }
    case 'team':
      return {
        en: `The team's name must have at most 100 characters; received ${problem.received.length}.`,
        ko: `팀 이름은 100자 이하여야 합니다. 받은 글자 수: ${problem.received.length}`,
      }
    case 'cool-down':
      return {
        en: `The cool-down must be whole hours from ${COOL_DOWN.least} to ${COOL_DOWN.most}, such as 24; received "${cut(problem.received, m)}".`,
        ko: `재알림 간격은 24처럼 ${COOL_DOWN.least}~${COOL_DOWN.most} 사이의 정수 시간이어야 합니다. 받은 값: "${cut(problem.received, m)}"`,
      }
    case 'stale': {
      const who = problem.by === undefined ? undefined : m.person(problem.by)
      return {
        en: `${who ?? 'Somebody else'} changed the settings meanwhile, so yours were not kept. Look at them again, then repeat your change.`,
        ko: `그사이 ${who ? `${who} 님이` : '다른 사람이'} 설정을 바꾸어 이번 변경은 저장하지 않았습니다. 설정을 다시 확인한 뒤 변경해 주십시오.`,
      }
    }
    default:
      return problem satisfies never
  }
}

/** Why somebody or a channel cannot be allowed. */
const CANNOT: Partial<Record<Refusal, Bilingual>> = {
  'unknown-person': {
    en: 'they could not be looked up in Slack',
    ko: 'Slack에서 찾을 수 없습니다',
  },
  outsider: { en: 'they are of another company', ko: '다른 회사 사람입니다' },
  guest: { en: 'they are a guest', ko: '게스트입니다' },
  nobody: { en: 'they are no active person', ko: '활동 중인 사람이 아닙니다' },
  'unknown-place': {
    en: 'I could not look it up in Slack; if it is private, invite me first with /invite @rightsize',
    ko: 'Slack에서 찾을 수 없습니다. 비공개 채널이면 먼저 /invite @rightsize 로 초대해 주십시오',
  },
  'shared-channel': {
    en: 'it is shared with another company',
    ko: '다른 회사와 공유하는 채널입니다',
  },
  'unknown-members': {
    en: 'I could not check who is in it; invite me first with /invite @rightsize',
    ko: '채널에 누가 있는지 확인할 수 없습니다. 먼저 /invite @rightsize 로 초대해 주십시오',
  },
  'channel-not-allowed': {
    en: 'spend is not allowed there yet; type `/model-size admin spend allow` with it first',
    ko: '아직 지출이 허용되지 않은 채널입니다. 먼저 `/model-size admin spend allow` 로 허용해 주십시오',
  },
}

function channelText(
  { id, refusal, outsiders }: Extract<Problem, { what: 'person' | 'channel' }>,
  m: Mentions,
): Bilingual {
  const why: Bilingual =
    refusal === 'guests-present'
      ? {
          en: `guests or people of another company are in it (${outsiders ?? 0})`,
          ko: `게스트나 다른 회사 사람이 ${outsiders ?? 0}명 있습니다`,
        }
      : (CANNOT[refusal] ?? { en: refusal, ko: refusal })
  return {
    en: `${m.channel(id)} cannot be used: ${why.en}.`,
    ko: `${m.channel(id)} 채널은 쓸 수 없습니다: ${why.ko}.`,
  }
}

/** A channel, user group or person by the first letter of its id. */
function named(id: string, m: Mentions): string {
  if (/^[CG]/.test(id)) return m.channel(id)
  return id.startsWith('S') ? m.group(id) : m.person(id)
}

function cut(text: string, m: Mentions): string {
  return m.text(text.slice(0, REPEATED))
}
