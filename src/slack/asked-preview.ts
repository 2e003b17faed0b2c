import type { WebClient } from '@slack/web-api'
import type { Ask } from '../answering/conversation.ts'
import { detectLanguage } from '../language/detect.ts'
import type { Slack } from './context.ts'
import { slackDirectory } from './directory.ts'
import { showDigest } from './show-digest.ts'
import { aloneAt, messageOf, tellAlone } from './spend-answer.ts'
import { spendReply } from './spend-command.ts'

/** "Send me a preview", as people write it to the bot. */
const ASKED =
  /^(?:please |can you |could you )?(?:send|show|give) me (?:a |the )?(?:(?:weekly|digest|spend) ){0,2}preview(?: of (?:the|our) (?:weekly |spend )?digest)?(?: please)?\s*[.!?]?$|^(?:(?:주간|지출)\s*)?(?:요약|다이제스트)?\s*미리\s?보기\s*(?:좀\s*)?(?:보내|보여|줘|주세요|부탁)[가-힣 ]*[.!?]?$/i

/** Shows the digest that a channel would get to whoever asks for it in words, alone, as far as they may see it. */
export async function answeredPreview(client: WebClient, slack: Slack, ask: Ask): Promise<boolean> {
  const { place, asker: person, text, locale } = ask
  if (!ASKED.test(text.trim())) return false
  const { tenant, channel } = place
  const typed = { tenant, channel, person, language: detectLanguage(text, locale) }
  const reply = await spendReply('digest preview', typed, slack, slackDirectory(client))
  if (typeof reply === 'string') await tellAlone(client, slack, ask, messageOf(reply))
  else if ('digest' in reply) await showDigest(client, slack, aloneAt(ask), reply)
  return true
}
