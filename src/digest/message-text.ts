import type { Language } from '../language/language.ts'
import { alertLines, alertTitle } from './alert-text.ts'
import { digestDetails } from './digest-details.ts'
import { digestHeadline, digestTitle } from './digest-text.ts'
import type { Content, FollowUp, OutboxMessage } from './ports.ts'

/** A message as a person reads it. A line of a channel names it by id apart from the words. */
export type MessageText = Readonly<{ title: string; lines: readonly string[]; channel?: string }>

/** What a message says, in words. */
export function messageText(content: Content, language: Language): MessageText {
  switch (content.kind) {
    case 'digest':
      return {
        title: digestTitle(content.digest, language),
        lines: digestHeadline(content.digest, language),
      }
    case 'details':
      return {
        title: language === 'ko' ? '자세히' : 'Details',
        lines: digestDetails(content.digest, language),
      }
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
    default:
      return content satisfies never
  }
}

/** What goes into the thread of a message: of a digest the lines that the channel does not see. */
export function followUpsOf(message: OutboxMessage, content: Content): readonly FollowUp[] {
  if (content.kind !== 'digest' || digestDetails(content.digest, message.language).length === 0)
    return []
  return [{ name: 'details', content: { kind: 'details', digest: content.digest } }]
}
