import type { Bilingual, Language } from '../language/language.ts'
import type { AskingChange } from './asking-changes.ts'
import type { Audience } from './changes.ts'
import type { Mentions } from './mentions.ts'
import type { AskingSettings, Settings } from './settings.ts'
import { namedText } from './settings-text.ts'

/** What a change of who may ask and record has done. */
export function askingDoneText(change: AskingChange, m: Mentions): Bilingual {
  switch (change.do) {
    case 'allow-asking': {
      const who = audienceText(change, m)
      return {
        en: `${who} may ask me. Nobody else may who was not named, except admins; \`/model-size admin ask everybody\` opens it again.`,
        ko: `${who}: 저에게 물을 수 있습니다. 관리자를 빼고는 지정되지 않은 사람은 물을 수 없습니다. \`/model-size admin ask everybody\` 로 다시 모두에게 엽니다.`,
      }
    }
    case 'deny-asking': {
      const who = audienceText(change, m)
      return {
        en: `${who} was taken off the list of those who may ask me.`,
        ko: `${who}: 저에게 물을 수 있는 목록에서 뺐습니다.`,
      }
    }
    case 'open-asking':
      return { en: 'Everybody may ask me again.', ko: '이제 모두가 저에게 물을 수 있습니다.' }
    case 'invite': {
      const { en, ko } = STRANGERS[change.who]
      return change.on
        ? {
            en: `${en} may ask me about models, prices and sizes, never about spend.`,
            ko: `${ko}: 모델, 가격, 크기를 물을 수 있습니다. 지출은 물을 수 없습니다.`,
          }
        : { en: `${en} may not ask me any more.`, ko: `${ko}: 더 이상 저에게 물을 수 없습니다.` }
    }
    case 'set-recorders':
      return RECORDERS[change.recorders]
    default:
      return change satisfies never
  }
}

const STRANGERS: Readonly<Record<'guests' | 'companies', Bilingual>> = {
  guests: { en: 'Guests', ko: '게스트' },
  companies: { en: 'People of other companies', ko: '다른 회사 사람' },
}

const RECORDERS: Readonly<Record<Settings['recorders'], Bilingual>> = {
  members: {
    en: 'Every full member may record decisions.',
    ko: '정식 멤버 모두가 결정을 기록할 수 있습니다.',
  },
  analysts: {
    en: 'Only admins and those who may see spend record decisions.',
    ko: '관리자와 지출을 볼 수 있는 사람만 결정을 기록할 수 있습니다.',
  },
}

/** Who may ask and who may record, a line each. */
export function askingLines(
  { asking, recorders }: Settings,
  m: Mentions,
  language: Language,
): readonly string[] {
  return [askersText(asking, m)[language], RECORDERS[recorders][language]]
}

function askersText(asking: AskingSettings, m: Mentions): Bilingual {
  const { limited, guests, companies, channels } = asking
  const named = [namedText(asking, m), ...channels.map(m.channel)].filter(Boolean).join(', ')
  const who: Bilingual = limited
    ? {
        en: named ? `admins and ${named}` : 'admins alone',
        ko: named ? `관리자와 ${named}` : '관리자만',
      }
    : { en: 'everybody', ko: '모두' }
  const without: Bilingual[] = [
    ...(guests ? [] : [{ en: 'guests', ko: '게스트' }]),
    ...(companies ? [] : [{ en: 'people of other companies', ko: '다른 회사 사람' }]),
  ]
  return {
    en: `May ask: ${who.en}${without.length > 0 ? `, but not ${without.map((w) => w.en).join(' or ')}` : ''}`,
    ko: `질문할 수 있는 사람: ${who.ko}${without.length > 0 ? ` (${without.map((w) => w.ko).join(', ')} 제외)` : ''}`,
  }
}

function audienceText({ channel, ...named }: Audience, m: Mentions): string {
  const where = channel === undefined ? [] : [m.channel(channel)]
  return [...where, namedText(named, m)].filter(Boolean).join(', ')
}
