import type { App, BlockAction, ButtonAction, StaticSelectAction } from '@slack/bolt'
import { HOME } from '../access/ports.ts'
import { answerChart, chartNamed } from '../answering/charts/charts.ts'
import { keptPace, tellComer } from './admission.ts'
import { emissionYear } from './blocks/chart-post.ts'
import { WORDS } from './blocks/words.ts'
import type { Slack } from './context.ts'
import { directMessage } from './deliver.ts'
import type { Target } from './post.ts'
import { tenantOf } from './question-listener.ts'
import { showChart } from './show-chart.ts'
import { ACTIONS } from './surface.ts'

type Click = BlockAction<ButtonAction | StaticSelectAction>

/** The charts under an answer: in its thread, or for whoever clicked where the answer is private. */
export function registerCharts(app: App, slack: Slack): void {
  const { conversation, post } = slack
  /** Charts that are being drawn, so that a second click meanwhile does not post them twice. */
  const drawing = new Set<string>()

  app.action<Click>(ACTIONS.chart, async ({ ack, action, body, client, context }) => {
    await ack()
    const chosen = 'selected_option' in action ? action.selected_option?.value : action.value
    const [word = '', id = ''] = (chosen ?? '').split(' ')
    const [tenant, person, name] = [tenantOf(context), body.user.id, chartNamed(word)]
    const turn = name && (await conversation.turn(tenant, id))
    const { response_url: url } = body
    const comer = {
      ...{ tenant, person, channel: body.channel?.id ?? HOME },
      language: turn?.language ?? (await slack.localeOf(client, person)) ?? 'en',
      ...(url ? { responseUrl: url } : {}),
    }
    if (!name || !turn) return tellComer(client, post, comer, WORDS.gone[comer.language])
    if (!(await keptPace(client, slack, comer))) return
    const shown = answerChart(turn.answer, name, turn.language, emissionYear(turn))
    if (!shown) return tellComer(client, post, comer, WORDS.noChart[turn.language])
    const key = `${tenant} ${chosen}`
    if (drawing.has(key)) return
    drawing.add(key)
    try {
      const { channel, thread } = turn.place
      const target: Target =
        turn.visibility === 'thread'
          ? { to: 'thread', channel, thread }
          : url
            ? { to: 'response', url }
            : { to: 'thread', channel: await directMessage(client, person) }
      await showChart(client, slack, target, shown, turn.language)
    } finally {
      drawing.delete(key)
    }
  })
}
