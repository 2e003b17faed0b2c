import type { Denial } from '../access/access.ts'
import type { Language } from '../language/language.ts'
import { alertLines, alertTitle } from './alert-text.ts'
import { detailParts } from './detail-parts.ts'
import type { Digest } from './digest.ts'
import type { Content, FollowUp, OutboxMessage, Posted } from './ports.ts'

/** A message as a person reads it. A line of a channel names it by id apart from the words. */
export type MessageText = Readonly<{
  title: string
  lines: readonly string[]
  channel?: string
  /** Why something is not allowed and who can grant it, which names people. */
  denial?: Denial
}>

/** What a message without a digest says, in words. */
export function messageText(
  content: Exclude<Content, Readonly<{ digest: Digest }>>,
  language: Language,
): MessageText {
  switch (content.kind) {
    case 'alert':
      return {
        title: alertTitle(content.alert, language),
        lines: alertLines(content.alert, language),
      }
    case 'stopped':
      return {
        title:
          language === 'ko'
            ? '이 채널에 글을 올릴 수 없어 요약을 멈췄습니다'
            : 'The digest has been stopped, because this channel cannot be posted to any more',
        lines: [
          language === 'ko'
            ? '앱이 채널에서 나갔거나 채널이 보관되었습니다. 계속 받으려면 앱을 채널에 초대한 뒤 /model-size digest 명령으로 다시 설정하십시오.'
            : 'The app has left the channel, or the channel is archived. To go on, invite the app and set the digest up again with /model-size digest.',
        ],
        channel: content.channel,
      }
    case 'refused':
      return {
        title:
          language === 'ko'
            ? 'AI 지출에 관한 글을 이 채널에 올리지 않았습니다'
            : 'A message about AI spend was not posted in this channel',
        lines: [],
        channel: content.denial.channel,
        denial: content.denial,
      }
    default:
      return content satisfies never
  }
}

/**
 * What goes into the thread of a message: of a digest its chart as a picture, where Slack did not take
 * the chart itself, and the details, in as many messages as they need.
 */
export function followUpsOf(
  { language }: OutboxMessage,
  content: Content,
  { chartLeftOut = false }: Posted,
): readonly FollowUp[] {
  if (content.kind !== 'digest') return []
  const { digest } = content
  return [
    ...(chartLeftOut ? [{ name: 'chart', content: { kind: 'chart', digest } } as const] : []),
    ...detailParts(digest, language).map((_, part) => ({
      name: part === 0 ? 'details' : `details-${part + 1}`,
      content: { kind: 'details', digest, part } as const,
    })),
  ]
}
