import type { App, BlockAction, ButtonAction } from '@slack/bolt'
import { HOME } from '../access/ports.ts'
import type { Language } from '../language/language.ts'
import { formValues, parseForm } from '../sizing/parse-arguments.ts'
import type { FormValues } from '../sizing/parsed.ts'
import { takenInput } from '../sizing/taken-input.ts'
import { admitted, keptPace } from './admission.ts'
import { type FormTarget, formInput, sizeView } from './blocks/size-view.ts'
import { WORDS } from './blocks/words.ts'
import type { Slack } from './context.ts'
import { tenantOf } from './question-listener.ts'
import { ACTIONS } from './surface.ts'

type Click = BlockAction<ButtonAction>

/**
 * The sizing form: opened by buttons, checked by the same schema as arguments, answered where it came
 * from. What was typed is checked without a look-up: Slack waits three seconds for the errors.
 */
export function registerForm(app: App, slack: Slack): void {
  const { conversation, deliver, choices, localeOf, post } = slack

  app.action<Click>(ACTIONS.adjust, async ({ ack, action, body, client, context }) => {
    await ack()
    const turn = await conversation.turn(tenantOf(context), action.value ?? '')
    if (!turn) {
      const text = WORDS.gone[(await localeOf(client, body.user.id)) ?? 'en']
      await post(client, { to: 'response', url: body.response_url }, { text, steps: [[]] })
      return
    }
    const target = {
      channel: turn.place.channel,
      thread: turn.place.thread,
      turn: turn.id,
      ...(body.response_url ? { responseUrl: body.response_url } : {}),
      language: turn.language,
    }
    const request = turn.answer.recommendation?.request
    const values = formValues(turn.input ?? request?.input ?? {})
    const assumed = request ? formValues(takenInput(request)) : {}
    await client.views.open({
      trigger_id: body.trigger_id,
      view: sizeView(values, choices(turn.answer.scope), target, assumed),
    })
  })

  app.action<Click>(ACTIONS.openForm, async ({ ack, action, body, client, context }) => {
    await ack()
    const { values, language } = JSON.parse(action.value ?? '{}') as {
      values: FormValues
      language: Language
    }
    const reply = body.response_url ? { responseUrl: body.response_url } : {}
    const target = { channel: body.channel?.id ?? '', thread: '', ...reply, language }
    const comer = {
      ...{ tenant: tenantOf(context), person: body.user.id },
      ...{ channel: body.channel?.id ?? HOME, language, ...reply },
    }
    const scope = await admitted(client, slack, comer)
    if (scope === undefined) return
    await client.views.open({
      trigger_id: body.trigger_id,
      view: sizeView(values, choices(scope), target),
    })
  })

  app.view('size_form', async ({ ack, view, body, client, context }) => {
    const target = JSON.parse(view.private_metadata) as FormTarget
    const { language } = target
    const parsed = parseForm(formInput(view.state.values as never), language)
    if ('problems' in parsed) {
      await ack({
        response_action: 'errors',
        errors: Object.fromEntries(parsed.problems.map((p) => [p.key ?? 'task', p.sentence])),
      })
      return
    }
    await ack()
    const input = parsed.ok ? parsed.input : {}
    const tenant = tenantOf(context)
    const before =
      target.turn === undefined ? undefined : await conversation.turn(tenant, target.turn)
    const comer = {
      ...{ tenant, person: body.user.id, language },
      channel: before?.place.channel ?? (target.channel || HOME),
      ...(target.responseUrl === undefined ? {} : { responseUrl: target.responseUrl }),
    }
    if (!(await keptPace(client, slack, comer))) return
    const scope = await admitted(client, slack, comer)
    if (scope === undefined) return
    if (before && before.visibility === 'thread') {
      const turn = await conversation.adjust(before, input, body.user.id, scope)
      await deliver.inThread(client, turn, turn.place, body.user.id)
      return
    }
    const turn = before
      ? await conversation.adjust(before, input, body.user.id, scope)
      : await conversation.size({
          place: { tenant, channel: target.channel, thread: '' },
          asker: body.user.id,
          visibility: 'private',
          locale: language,
          scope,
          input,
        })
    await deliver.privately(client, turn, body.user.id, target.responseUrl)
  })
}
