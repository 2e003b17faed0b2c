import type { App, BlockAction, ButtonAction } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { denialText } from '../access/denial-text.ts'
import { looksLikeKey } from '../access/keys.ts'
import { escapeMrkdwn } from '../block-kit/escape.ts'
import type { DecisionRecord } from '../decisions/decision-record.ts'
import { recordDates, recordTitle } from '../decisions/record-text.ts'
import { admitted, type Comer, keptPace, tellComer } from './admission.ts'
import { ACCESS_WORDS } from './blocks/access-words.ts'
import {
  decisionForm,
  decisionView,
  type RecordTarget,
  readDecisionForm,
} from './blocks/decision-view.ts'
import { type Block, button, markedSection, context as note } from './blocks/kit.ts'
import { WORDS } from './blocks/words.ts'
import type { Slack } from './context.ts'
import { directMessage } from './deliver.ts'
import { slackDirectory } from './directory.ts'
import { publishHome } from './home-listener.ts'
import { MENTIONS } from './mentions.ts'
import { tenantOf } from './question-listener.ts'
import { ACTIONS } from './surface.ts'

type Click = BlockAction<ButtonAction>

/** Who clicked, and where the answer or record stands. */
function comerOf(
  { place, language }: Pick<DecisionRecord, 'place' | 'language'>,
  { user }: Readonly<{ user: Readonly<{ id: string }> }>,
): Comer {
  return { tenant: place.tenant, person: user.id, channel: place.channel, language }
}

/** Recording a decision, looking at it, closing it, and taking it up again in its thread. */
export function registerDecisions(app: App, slack: Slack): void {
  const { conversation, decisions, deliver, post, localeOf } = slack

  const tell = async (client: WebClient, user: string, text: string): Promise<void> => {
    const channel = await directMessage(client, user)
    await post(client, { to: 'thread', channel }, { text, steps: [[note(text)]] })
  }
  /** Says something about a record where its answer stands; to the person alone where that cannot be. */
  const announce = async (
    client: WebClient,
    record: DecisionRecord,
    head: string,
    user: string,
  ): Promise<void> => {
    const { language, owner, id } = record
    const title = escapeMrkdwn(recordTitle(record, language))
    const dates = `${recordDates(record, language)} · ${WORDS.owner[language]} <@${owner}>`
    const blocks: Block[] = [
      markedSection(`*${head}*: ${title}\n${dates}`),
      {
        type: 'actions',
        elements: [button(ACTIONS.openDecision, WORDS.openDecision[language], id)],
      },
    ]
    const message = { text: `${head}: ${title}. ${dates}`, steps: [blocks, []] }
    const { channel, thread } = record.place
    const alone = async () =>
      post(client, { to: 'thread', channel: await directMessage(client, user) }, message)
    if (record.visibility === 'private') await alone()
    else await post(client, { to: 'thread', channel, thread }, message).catch(alone)
  }
  const viewFor = async (client: WebClient, record: DecisionRecord, user: string) => {
    const { channel, thread } = record.place
    const link =
      thread === ''
        ? undefined
        : await client.chat.getPermalink({ channel, message_ts: thread }).catch(() => undefined)
    const language = (await localeOf(client, user)) ?? record.language
    return decisionView(record, link?.permalink, language)
  }
  /** Runs with the record a button belongs to, or says that it is no longer stored. */
  const withRecord = async (
    {
      client,
      body,
      action,
      tenant,
    }: { client: WebClient; body: Click; action: ButtonAction; tenant: string },
    work: (record: DecisionRecord) => Promise<void>,
  ): Promise<void> => {
    const record = await decisions.find(tenant, action.value ?? '')
    if (record) return work(record)
    const language = (await localeOf(client, body.user.id)) ?? 'en'
    await tell(client, body.user.id, WORDS.decisionGone[language])
  }
  /** Shows a changed record in the modal that it was changed in, and in Home. */
  const refresh = async (
    client: WebClient,
    body: Click,
    tenant: string,
    record: DecisionRecord,
  ) => {
    const view = await viewFor(client, record, body.user.id)
    if (body.view) await client.views.update({ view_id: body.view.id, view })
    await publishHome(client, slack, tenant, body.user.id)
  }

  /** Whether somebody may record, close and reopen decisions in a channel; who may not is told why. */
  const mayRecord = async (
    client: WebClient,
    comer: Comer,
    detail: 'form' | 'record' | 'close' | 'reopen',
  ): Promise<boolean> => {
    const { tenant, person, channel, language } = comer
    const request = { tenant, person, channel, kind: 'record', detail } as const
    const denial = await slack.access.recording(request, slackDirectory(client))
    if (denial) await tellComer(client, post, comer, denialText(denial, MENTIONS, language))
    return denial === undefined
  }

  app.action<Click>(ACTIONS.record, async ({ ack, action, body, client, context }) => {
    await ack()
    const turn = await conversation.turn(tenantOf(context), action.value ?? '')
    if (!turn?.answer.recommendation) {
      const language = (await localeOf(client, body.user.id)) ?? 'en'
      return tell(client, body.user.id, WORDS.gone[language])
    }
    if (!(await mayRecord(client, comerOf(turn, body), 'form'))) return
    const target = { turn: turn.id, language: turn.language, channel: turn.place.channel }
    const view = decisionForm(decisions.form(body.user.id), target)
    await client.views.open({ trigger_id: body.trigger_id, view })
  })

  app.view('decision_form', async ({ ack, view, body, client, context }) => {
    const { turn: id, language } = JSON.parse(view.private_metadata) as RecordTarget
    const form = readDecisionForm(view.state.values as never)
    const problems = decisions.problems(form, language)
    const key = looksLikeKey(form.note) ? { note: ACCESS_WORDS.key[language] } : {}
    const errors = { ...Object.fromEntries(problems.map((p) => [p.field, p.sentence])), ...key }
    if (Object.keys(errors).length > 0) {
      await ack({ response_action: 'errors', errors })
      return
    }
    await ack()
    const user = body.user.id
    const turn = await conversation.turn(tenantOf(context), id)
    if (turn && !(await mayRecord(client, comerOf(turn, body), 'record'))) return
    const record = turn && (await decisions.record(turn, form, user))
    if (record) await announce(client, record, WORDS.recorded[language], user)
    else await tell(client, user, WORDS.gone[language])
  })

  app.action<Click>(ACTIONS.openDecision, async ({ ack, action, body, client, context }) => {
    await ack()
    await withRecord({ client, body, action, tenant: tenantOf(context) }, async (record) => {
      const view = await viewFor(client, record, body.user.id)
      await client.views.open({ trigger_id: body.trigger_id, view })
    })
  })

  app.action<Click>(ACTIONS.closeDecision, async ({ ack, action, body, client, context }) => {
    await ack()
    const tenant = tenantOf(context)
    await withRecord({ client, body, action, tenant }, async (record) => {
      if (!(await mayRecord(client, comerOf(record, body), 'close'))) return
      await refresh(client, body, tenant, await decisions.close(record))
    })
  })

  app.action<Click>(ACTIONS.reopenDecision, async ({ ack, action, body, client, context }) => {
    await ack()
    const tenant = tenantOf(context)
    await withRecord({ client, body, action, tenant }, async (closed) => {
      const comer = comerOf(closed, body)
      if (!(await keptPace(client, slack, comer))) return
      if (!(await mayRecord(client, comer, 'reopen'))) return
      const scope = await admitted(client, slack, comer)
      if (scope === undefined) return
      const record = await decisions.reopen(closed)
      const { language, place, visibility, recommendation } = record
      await announce(client, record, WORDS.reopened[language], body.user.id)
      const turn = await conversation.size({
        place,
        asker: body.user.id,
        visibility,
        locale: language,
        scope,
        input: recommendation.request.input,
      })
      if (visibility === 'private') await deliver.privately(client, turn, body.user.id)
      else await deliver.inThread(client, turn, place, body.user.id)
      await refresh(client, body, tenant, record)
    })
  })
}
