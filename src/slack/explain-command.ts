import type { Turn } from '../answering/ports.ts'
import { escapeMrkdwn } from '../block-kit/escape.ts'
import type { Bilingual } from '../language/language.ts'
import { admitted } from './admission.ts'
import { answerBlocks, answerSummary, withMore } from './blocks/answer.ts'
import { markedSection, markedSections } from './blocks/kit.ts'
import { shownWorking } from './blocks/working-view.ts'
import type { Commanded, Reply } from './commanded.ts'
import type { Slack } from './context.ts'
import type { Message } from './post.ts'

const LAST =
  /^(?:(?:my |the )?(?:last|latest|previous)(?: answer| one)?|that|마지막(?: ?답변?)?|방금(?: ?답변?)?|직전(?: ?답변?)?|지난 ?답변?)$/i
/** Private answers that are looked through for the last with figures. */
const LOOKED_AT = 20

const WORDS = {
  none: {
    en: 'I keep no private answer of yours that holds figures. Ask something with `/model-size` first, or name a term: `/model-size explain cascade`.',
    ko: '수치가 담긴 나만 보는 답변이 보관되어 있지 않습니다. 먼저 `/model-size`로 질문하시거나 용어를 적어 주십시오: `/model-size 설명 캐스케이드`',
  },
  unknown: {
    en: 'I hold no definition of “{term}”. Did you mean {nearest}?',
    ko: '‘{term}’의 정의는 없습니다. 혹시 {nearest}입니까?',
  },
} as const satisfies Record<string, Bilingual>

/** `explain [TERM | last answer]`: what a term means, or how the asker's last private answer was computed. */
export async function explainReply(
  { client, comer, rest }: Commanded,
  slack: Slack,
): Promise<Reply> {
  const { tenant, person, channel, language, responseUrl } = comer
  const { conversation, deliver } = slack
  const scope = await admitted(client, slack, comer)
  if (scope === undefined) return 'told'
  const ask = {
    place: { tenant, channel, thread: '' },
    ...{ asker: person, visibility: 'private' as const, locale: language, scope },
  }
  if (rest === '' || LAST.test(rest)) {
    const kept = await conversation.privateTurns(tenant, person, LOOKED_AT)
    const last = kept.find(
      ({ answer }) =>
        answer.kind === 'answer' && !answer.back && !answer.spend && answer.estimates.length > 0,
    )
    if (last === undefined || (scope === 'public' && last.answer.scope !== 'public'))
      return said(WORDS.none[language])
    const turn = await conversation.why(last, ask)
    return explained(turn, last)
  }
  const turn = await conversation.explain({ ...ask, text: rest })
  if ('answer' in turn) {
    await deliver.privately(client, turn, person, responseUrl)
    return 'told'
  }
  const nearest = turn.map((term) => `\`${term}\``).join(language === 'ko' ? ' 또는 ' : ' or ')
  return said(
    WORDS.unknown[language]
      .replace('{term}', () => escapeMrkdwn(rest.slice(0, 60)))
      .replace('{nearest}', nearest),
  )
}

/** Why an answer is as it is, with its working below. */
export function explained(why: Turn, of: Turn): Message {
  const working = markedSections(shownWorking(of))
  const blocks = (style: 'full' | 'plain') => withMore(answerBlocks(why, style), working)
  return {
    text: escapeMrkdwn(answerSummary(why)),
    steps: [blocks('full'), blocks('plain'), []],
  }
}

function said(marked: string): Message {
  return { text: marked, steps: [[markedSection(marked)], []] }
}
