import type { WebClient } from '@slack/web-api'
import { denialText } from '../access/denial-text.ts'
import { escapeMrkdwn } from '../block-kit/escape.ts'
import { detailParts } from '../digest/detail-parts.ts'
import type { Digest } from '../digest/digest.ts'
import { digestChart } from '../digest/digest-chart.ts'
import { messageText } from '../digest/message-text.ts'
import type { Content, OutboxMessage } from '../digest/ports.ts'
import type { Language } from '../language/language.ts'
import { digestPost, groupsMessage, picturePost } from './blocks/digest-post.ts'
import { DIGEST_WORDS } from './blocks/digest-words.ts'
import { markedSections } from './blocks/kit.ts'
import type { ChartPictures } from './chart-pictures.ts'
import { MENTIONS } from './mentions.ts'
import type { Message } from './post.ts'

/** What an outbox message looks like in Slack; a chart's picture is uploaded for it. */
export async function contentMessage(
  { channel, language }: Pick<OutboxMessage, 'channel' | 'language'>,
  content: Content,
  client: WebClient,
  pictures: ChartPictures,
): Promise<Message> {
  switch (content.kind) {
    case 'digest':
      return digestPost(content.digest, channel, language)
    case 'details':
      return detailsMessage(content.digest, content.part ?? 0, language)
    case 'chart':
      return chartMessage(content.digest, language, client, pictures)
    default:
      return wordsMessage(content, language)
  }
}

/** One of the messages with a digest's details. */
export function detailsMessage(digest: Digest, part: number, language: Language): Message {
  const title = `${DIGEST_WORDS.detailsTitle[language]}, ${digest.period.key}`
  const groups = detailParts(digest, language)[part] ?? []
  return groupsMessage(part === 0 ? title : `${title} (${part + 1})`, groups)
}

/** The chart as a picture, or in words where Slack does not take pictures from this app. */
export async function chartMessage(
  digest: Digest,
  language: Language,
  client: WebClient,
  pictures: ChartPictures,
): Promise<Message> {
  const chart = digestChart(digest, language)
  if (!chart) throw new Error('The digest has no chart.')
  const file = await pictures.upload(client, chart, language).catch((error: unknown) => {
    if (/missing_scope|not_allowed|restricted|file_uploads/.test(String(error))) return undefined
    throw error
  })
  return picturePost(chart, file)
}

/** What is no digest: an alert, or why nothing was posted. */
export function wordsMessage(
  content: Exclude<Content, Readonly<{ digest: Digest }>>,
  language: Language,
): Message {
  const { title, lines, channel, denial } = messageText(content, language)
  const marked = `*${escapeMrkdwn(title)}*${channel === undefined ? '' : ` <#${channel}>`}`
  const said = [
    ...lines.map(escapeMrkdwn),
    ...(denial ? [denialText(denial, MENTIONS, language)] : []),
  ]
  return {
    text: `${escapeMrkdwn(title)}: ${said[0] ?? ''}`,
    steps: [markedSections([marked, ...said].join('\n')), []],
  }
}
