import type { WebClient } from '@slack/web-api'
import type { AnswerChart } from '../answering/charts/answer-chart.ts'
import { nativeChart } from '../charts/native.ts'
import type { Language } from '../language/language.ts'
import { chartPost } from './blocks/chart-post.ts'
import { picturePost, showsChart } from './blocks/digest-post.ts'
import type { Slack } from './context.ts'
import { postTelling, type Target } from './post.ts'

/**
 * Shows a chart and its figures. Slack draws it where it can do so truthfully and takes the block; else it
 * comes as a picture, and where none can be drawn or uploaded, as words and the table.
 */
export async function showChart(
  client: WebClient,
  { post, pictures, log }: Pick<Slack, 'post' | 'pictures' | 'log'>,
  target: Target,
  shown: AnswerChart,
  language: Language,
): Promise<void> {
  const { chart } = shown
  const upload = async (): Promise<string | undefined> => {
    if (!(await pictures.canDraw())) return undefined
    return pictures.upload(client, chart, language).catch((error: unknown) => {
      log.warn({ reason: String(error) }, 'the picture of a chart could not be shown')
      return undefined
    })
  }
  const native = nativeChart(chart)
  if (!native) {
    const file = await upload()
    await post(client, target, chartPost(shown, file === undefined ? undefined : { file }))
    return
  }
  const { blocks } = await postTelling(post, client, target, chartPost(shown, { native }))
  if (showsChart(blocks)) return
  const file = await upload()
  if (file !== undefined) await post(client, target, picturePost(chart, file))
}
