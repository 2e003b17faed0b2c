import type { WebClient } from '@slack/web-api'
import { digestChart } from '../digest/digest-chart.ts'
import { digestPost, showsChart } from './blocks/digest-post.ts'
import type { Slack } from './context.ts'
import type { Preview } from './digest-command.ts'
import { chartMessage } from './outbox-message.ts'
import { postTelling, type Target } from './post.ts'

/** Shows a digest as its channel would get it, with its chart as a picture where Slack does not draw it. */
export async function showDigest(
  client: WebClient,
  { post, pictures, log }: Pick<Slack, 'post' | 'pictures' | 'log'>,
  target: Target,
  { digest, channel, language }: Preview,
): Promise<void> {
  const message = digestPost(digest, channel, language)
  const { blocks } = await postTelling(post, client, target, message)
  const missing = !showsChart(blocks) && digestChart(digest, language) !== undefined
  if (!missing || !(await pictures.canDraw())) return
  try {
    await post(client, target, await chartMessage(digest, language, client, pictures))
  } catch (error) {
    log.warn({ reason: String(error) }, 'the picture of a chart could not be shown')
  }
}
