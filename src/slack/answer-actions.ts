import type { App, BlockAction, ButtonAction } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { HOME } from '../access/ports.ts'
import { READERS } from '../answering/compose/readings.ts'
import type { Turn } from '../answering/ports.ts'
import { escapeMrkdwn } from '../block-kit/escape.ts'
import { SizingInput } from '../sizing/request.ts'
import { admitted, type Comer, keptPace } from './admission.ts'
import { answerSummary, restatement } from './blocks/answer.ts'
import { markedContext, section } from './blocks/kit.ts'
import { WORDS } from './blocks/words.ts'
import { workingView } from './blocks/working-view.ts'
import type { Slack } from './context.ts'
import { directMessage } from './deliver.ts'
import { tenantOf } from './question-listener.ts'
import { reopenedSpend, sharedSpend } from './spend-again.ts'
import { ACTIONS } from './surface.ts'

type Click = BlockAction<ButtonAction>

/** Who clicked on an answer, and where they see it. */
function comerOf({ place, language }: Turn, { user, channel, response_url: url }: Click): Comer {
  return {
    ...{ tenant: place.tenant, person: user.id, language },
    channel: channel?.id ?? HOME,
    ...(url ? { responseUrl: url } : {}),
  }
}

/** The buttons under an answer: flip, reading, working, share, vote, reopen. */
export function registerAnswerActions(app: App, slack: Slack): void {
  const { conversation, deliver, post } = slack
  const sharing = new Set<string>()

  /** Runs with the turn a button belongs to, or says that it is no longer stored. */
  const withTurn = async (
    id: string,
    tenant: string,
    client: WebClient,
    body: Click,
    work: (turn: Turn) => Promise<void>,
  ): Promise<void> => {
    const turn = await conversation.turn(tenant, id)
    if (turn) return work(turn)
    const language = (await slack.localeOf(client, body.user.id)) ?? 'en'
    await tell(client, body, WORDS.gone[language])
  }
  const tell = async (client: WebClient, body: Click, text: string): Promise<void> => {
    const user = body.user.id
    const message = { text, steps: [[markedContext([text])]] }
    const inDm = async () =>
      post(client, { to: 'thread', channel: await directMessage(client, user) }, message)
    const channel = body.channel?.id
    const told = channel ? post(client, { to: 'person', channel, user }, message) : inDm()
    await told.catch(() => undefined)
  }

  app.action<Click>(
    new RegExp(`^${ACTIONS.flip}_\\d+$`),
    async ({ ack, action, body, client, context }) => {
      await ack()
      const {
        turn: id,
        key,
        value,
      } = JSON.parse(action.value ?? '{}') as { turn: string; key: string; value: number }
      const change = SizingInput.safeParse({ [key]: value })
      if (!change.success) return
      await withTurn(id, tenantOf(context), client, body, async (turn) => {
        const comer = comerOf(turn, body)
        if (!(await keptPace(client, slack, comer))) return
        const scope = await admitted(client, slack, comer)
        if (scope === undefined) return
        const input = { ...turn.input, ...change.data }
        const next = await conversation.adjust(turn, input, body.user.id, scope)
        if (turn.visibility === 'thread')
          await deliver.inThread(client, next, next.place, body.user.id)
        else await deliver.privately(client, next, body.user.id, body.response_url)
      })
    },
  )

  app.action<Click>(
    new RegExp(`^${ACTIONS.readAs}_`),
    async ({ ack, action, body, client, context }) => {
      await ack()
      const reader = READERS.find((one) => action.action_id === `${ACTIONS.readAs}_${one}`)
      if (!reader) return
      await withTurn(action.value ?? '', tenantOf(context), client, body, async (turn) => {
        if (!(await keptPace(client, slack, comerOf(turn, body)))) return
        const reading = conversation.readAs(turn, reader)
        if (reading) await deliver.reading(client, turn, reading, body.user.id, body.response_url)
      })
    },
  )

  app.action<Click>(ACTIONS.working, async ({ ack, action, body, client, context }) => {
    await ack()
    await withTurn(action.value ?? '', tenantOf(context), client, body, async (turn) => {
      await client.views.open({ trigger_id: body.trigger_id, view: workingView(turn) })
    })
  })

  app.action<Click>(ACTIONS.share, async ({ ack, action, body, client, context }) => {
    await ack()
    // The button knows the channel of the question; the turn may have moved to a direct message.
    const [id = '', origin] = (action.value ?? '').split(' ')
    await withTurn(id, tenantOf(context), client, body, async (turn) => {
      const isSpend = turn.answer.spend === true
      if (turn.visibility === 'thread' && !isSpend)
        return tell(client, body, WORDS.shared[turn.language])
      // A second click that comes while the first is at work would post the answer twice.
      if (sharing.has(id)) return
      sharing.add(id)
      const channel = origin || turn.place.channel
      const summary = answerSummary(turn)
      const asked = `<@${body.user.id}>: ${escapeMrkdwn(restatement(turn))}`
      const root = {
        text: `<@${body.user.id}>: ${escapeMrkdwn(summary)}`,
        steps: [[markedContext([asked]), section(summary)], []],
      }
      const shared: Turn = { ...turn, visibility: 'thread' }
      try {
        if (isSpend) {
          const refused = await sharedSpend(client, slack, { turn, person: body.user.id, channel })
          return await tell(client, body, refused ?? WORDS.shared[turn.language])
        }
        const comer = { ...comerOf(turn, body), channel }
        const scope = await admitted(client, slack, comer)
        if (scope === undefined) return
        if (scope === 'public' && turn.answer.scope !== 'public')
          return await tell(client, body, WORDS.ownNotes[turn.language])
        const thread = await post(client, { to: 'thread', channel }, root)
        if (thread === undefined) return
        await deliver.inThread(
          client,
          shared,
          { tenant: turn.place.tenant, channel, thread },
          body.user.id,
        )
        await tell(client, body, WORDS.shared[turn.language])
      } catch (error) {
        if (!/not_in_channel|channel_not_found/.test(String(error))) throw error
        await tell(client, body, WORDS.inviteToShare[turn.language])
      } finally {
        sharing.delete(id)
      }
    })
  })

  app.action(ACTIONS.feedback, async ({ ack, action, body, client, context }) => {
    await ack()
    const [vote, id = ''] = String('value' in action ? action.value : '').split(' ')
    await withTurn(id, tenantOf(context), client, body as Click, async (turn) => {
      await conversation.vote(turn, body.user.id, vote === 'yes')
      await tell(client, body as Click, WORDS.thanks[turn.language])
    })
  })

  app.action<Click>(ACTIONS.reopen, async ({ ack, action, body, client, context }) => {
    await ack()
    await withTurn(action.value ?? '', tenantOf(context), client, body, async (turn) => {
      const person = body.user.id
      if (!(await keptPace(client, slack, comerOf(turn, body)))) return
      if (turn.answer.spend) await reopenedSpend(client, slack, { turn, person })
      else await deliver.again(client, turn, person)
    })
  })
}
