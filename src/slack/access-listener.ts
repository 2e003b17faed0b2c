import { setTimeout as delay } from 'node:timers/promises'
import type { App, BlockAction, ButtonAction, ViewOutput } from '@slack/bolt'
import type { View } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { Outcome } from '../access/access.ts'
import type { Change, Problem } from '../access/changes.ts'
import { denialText } from '../access/denial-text.ts'
import { HOME } from '../access/ports.ts'
import { problemText } from '../access/problem-text.ts'
import type { Language } from '../language/language.ts'
import {
  adminForm,
  alertsForm,
  allowForm,
  budgetForm,
  type FormKept,
  type FormState,
  READ_FORM,
} from './blocks/access-forms.ts'
import { ACCESS_WORDS } from './blocks/access-words.ts'
import { type DefaultsKept, defaultsForm, typedDefaults } from './blocks/defaults-form.ts'
import { scheduledPost } from './blocks/digest-post.ts'
import { markedSection } from './blocks/kit.ts'
import { isCurrency, isZone, readScheduleForm, scheduleForm } from './blocks/schedule-form.ts'
import type { Slack } from './context.ts'
import { directMessage } from './deliver.ts'
import { slackDirectory } from './directory.ts'
import { publishHome } from './home-listener.ts'
import { inForm, MENTIONS } from './mentions.ts'
import { tenantOf } from './question-listener.ts'
import { ACTIONS } from './surface.ts'

type Click = BlockAction<ButtonAction>
type FieldErrors = Readonly<{ response_action: 'errors'; errors: Record<string, string> }>

/** Slack waits three seconds for what stands at a field; what takes longer is said in the direct message. */
const ANSWER_MS = 2000

/** Setting up in Home: forms that open for admins alone, and buttons that take something away. */
export function registerAccess(app: App, slack: Slack): void {
  const { access, defaults, digests, post, localeOf } = slack
  const tell = async (client: WebClient, user: string, text: string): Promise<void> => {
    const channel = await directMessage(client, user)
    await post(client, { to: 'thread', channel }, { text, steps: [[markedSection(text)], []] })
  }
  const languageOf = async (client: WebClient, user: string): Promise<Language> =>
    (await localeOf(client, user)) ?? 'en'
  const asking = (tenant: string, person: string, channel = HOME) =>
    ({ tenant, person, channel, kind: 'setup' }) as const
  /** Tells what became of a change where nothing stands at a field, and draws Home anew. */
  const conclude = async (
    client: WebClient,
    { tenant, person }: ReturnType<typeof asking>,
    language: Language,
    outcome: Outcome,
  ): Promise<void> => {
    if ('denial' in outcome)
      await tell(client, person, denialText(outcome.denial, MENTIONS, language))
    if ('problem' in outcome)
      await tell(client, person, problemText(outcome.problem, MENTIONS, language))
    await publishHome(client, slack, tenant, person)
  }

  /** Opens a form, on the settings as they are now. */
  const opens = (
    action: string,
    draw: (kept: FormKept, client: WebClient, tenant: string, user: string) => Promise<View> | View,
  ) =>
    app.action<Click>(action, async ({ ack, body, client, context }) => {
      await ack()
      const user = body.user.id
      const tenant = tenantOf(context)
      const [language, denial, { revision }] = await Promise.all([
        languageOf(client, user),
        access.settingUp(asking(tenant, user), slackDirectory(client)),
        access.settings(tenant),
      ])
      if (denial) return tell(client, user, denialText(denial, MENTIONS, language))
      const view = await draw({ seen: revision, language }, client, tenant, user)
      await client.views.open({ trigger_id: body.trigger_id, view })
    })
  opens(ACTIONS.allowSpend, allowForm)
  opens(ACTIONS.nameAdmin, adminForm)
  opens(ACTIONS.setBudget, budgetForm)
  opens(ACTIONS.setAlerts, async (kept, _, tenant) =>
    alertsForm(await access.settings(tenant), kept),
  )
  opens(ACTIONS.setDefaults, async (kept, _, tenant) => {
    const { defaults: was } = await access.settings(tenant)
    return defaultsForm(defaults.fields(was), { ...kept, was })
  })
  opens(ACTIONS.setSchedule, async (kept, client, _, user) => {
    const found = await client.users.info({ user }).catch(() => undefined)
    return scheduleForm({ zone: found?.user?.tz ?? 'UTC' }, kept)
  })

  app.action<Click>(ACTIONS.changeSettings, async ({ ack, action, body, client, context }) => {
    await ack()
    const { seen, change } = JSON.parse(action.value ?? '{}') as { seen: number; change: Change }
    const request = asking(tenantOf(context), body.user.id)
    const outcome = await access.change(request, change, slackDirectory(client), seen)
    await conclude(client, request, await languageOf(client, body.user.id), outcome)
  })

  /** Makes the change that a form asks for, or says at its fields what is wrong. */
  const submits = <Kept extends FormKept>(
    form: string,
    read: (view: ViewOutput, kept: Kept) => Change | FieldErrors | undefined,
  ) =>
    app.view(form, async ({ ack, view, body, client, context }) => {
      const kept: Kept = JSON.parse(view.private_metadata)
      const { seen, language } = kept
      const change = read(view, kept)
      if (change === undefined || 'errors' in change) return ack(change)
      const request = asking(tenantOf(context), body.user.id)
      const work = access.change(request, change, slackDirectory(client), seen)
      const quick = await Promise.race([work, delay(ANSWER_MS, undefined, { ref: false })])
      if (quick && 'problem' in quick) return ack(atFields([quick.problem], view, language))
      await ack()
      await conclude(client, request, language, await work)
    })
  for (const [form, read] of Object.entries(READ_FORM))
    submits(form, (view, { language }) => {
      const change = read(stateOf(view))
      return 'do' in change ? change : atFields(change, view, language)
    })
  submits('defaults_form', (view, { was, language }: DefaultsKept) => {
    const read = defaults.readForm(typedDefaults(stateOf(view)), was, language)
    if (read.do === 'mend') return { response_action: 'errors', errors: read.problems }
    return read.do === 'nothing' ? undefined : read
  })

  app.view('schedule_form', async ({ ack, view, body, client, context }) => {
    const { language } = JSON.parse(view.private_metadata) as FormKept
    const { channel, zone, currency, words } = readScheduleForm(stateOf(view))
    const errors = {
      ...(isZone(zone) ? {} : { zone: ACCESS_WORDS.wrongZone[language] }),
      ...(isCurrency(currency) ? {} : { currency: ACCESS_WORDS.wrongCurrency[language] }),
    }
    if (Object.keys(errors).length > 0) return ack({ response_action: 'errors', errors })
    await ack()
    const { tenant, person } = asking(tenantOf(context), body.user.id)
    const request = asking(tenant, person)
    const scheduling = { ...request, detail: 'digest schedule' }
    const denial = await access.settingUp(scheduling, slackDirectory(client), channel)
    if (denial) return tell(client, person, denialText(denial, MENTIONS, language))
    const lines = await digests.schedule({ tenant, channel, person }, words, language)
    const text = `${MENTIONS.channel(channel)}: ${lines.map(MENTIONS.text).join('\n')}`
    const dm = await directMessage(client, person)
    await post(client, { to: 'thread', channel: dm }, scheduledPost(text, channel, language))
  })
}

/** Problems at the fields of the form; one about no field of it stands at the first. */
function atFields(
  problems: readonly Problem[],
  view: Readonly<{ blocks: readonly object[] }>,
  language: Language,
): FieldErrors {
  const fields = view.blocks.flatMap((b) => ('block_id' in b ? [String(b.block_id)] : []))
  const errors = problems.map((problem) => {
    const field = fields.includes(problem.field) ? problem.field : (fields[0] ?? problem.field)
    const bare =
      problem.what === 'stale' ? ({ field: problem.field, what: 'stale' } as const) : problem
    return [field, problemText(bare, inForm(language), language)] as const
  })
  return { response_action: 'errors', errors: Object.fromEntries(errors) }
}

function stateOf(view: ViewOutput): FormState {
  return view.state.values as unknown as FormState
}
