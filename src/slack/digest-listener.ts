import type { App, BlockAction, ButtonAction, StaticSelectAction } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { Denial } from '../access/access.ts'
import { denialText } from '../access/denial-text.ts'
import { HOME } from '../access/ports.ts'
import { escapeMrkdwn } from '../block-kit/escape.ts'
import { detailParts } from '../digest/detail-parts.ts'
import type { Digest } from '../digest/digest.ts'
import { whyGroups } from '../digest/why-text.ts'
import type { Language } from '../language/language.ts'
import { keptPace } from './admission.ts'
import { anomaliesIn, anomalyMark, groupsMessage } from './blocks/digest-post.ts'
import { DIGEST_WORDS } from './blocks/digest-words.ts'
import { markedSection } from './blocks/kit.ts'
import { scheduleForm } from './blocks/schedule-form.ts'
import type { Slack } from './context.ts'
import { directMessage } from './deliver.ts'
import { slackDirectory } from './directory.ts'
import { MENTIONS } from './mentions.ts'
import { detailsMessage } from './outbox-message.ts'
import type { Message } from './post.ts'
import { tenantOf } from './question-listener.ts'
import { showDigest } from './show-digest.ts'
import { ACTIONS } from './surface.ts'

type Click = BlockAction<ButtonAction | StaticSelectAction>

/** What a click is about: whose digest of which period, and which of its anomalies. */
type About = Readonly<{ period: string; channel: string; mark: string }>

/** Who clicked, and in which language they are answered. */
type Clicked = Readonly<{
  client: WebClient
  body: Click
  tenant: string
  person: string
  language: Language
}>

/** A response address takes five messages. */
const MOST_PARTS = 5

/** The buttons under a digest. What they answer is for whoever clicked, and only as far as they may. */
export function registerDigest(app: App, slack: Slack): void {
  const { access, digests, post, localeOf } = slack

  /** Answers where the click was; where that is not possible, in the direct message. */
  const tell = async ({ client, body, person }: Clicked, message: Message): Promise<void> => {
    const { response_url: url } = body
    const inDm = async () =>
      post(client, { to: 'thread', channel: await directMessage(client, person) }, message)
    await (url ? post(client, { to: 'response', url }, message).catch(inDm) : inDm())
  }
  const say = (clicked: Clicked, text: string) =>
    tell(clicked, { text, steps: [[markedSection(text)], []] })

  /** Runs where the person may, and says so where they may not. */
  const on = (
    action: string,
    denied: (clicked: Clicked, about: About) => Promise<Denial | undefined>,
    work: (clicked: Clicked, about: About) => Promise<void>,
  ) =>
    app.action<Click>(action, async ({ ack, action: used, body, client, context }) => {
      await ack()
      const about = aboutOf(used)
      if (!about) return
      const person = body.user.id
      const language = (await localeOf(client, person)) ?? 'en'
      const clicked = { client, body, tenant: tenantOf(context), person, language }
      const comer = {
        ...{ tenant: clicked.tenant, person, language, channel: body.channel?.id ?? HOME },
        ...(body.response_url ? { responseUrl: body.response_url } : {}),
      }
      if (!(await keptPace(client, slack, comer))) return
      const denial = await denied(clicked, about)
      if (denial) return say(clicked, denialText(denial, MENTIONS, language))
      await work(clicked, about)
    })
  const seeing =
    (kind: 'button' | 'preview') =>
    ({ tenant, person, body, client }: Clicked, { channel }: About) =>
      access.seeing(
        { tenant, person, channel: body.channel?.id ?? channel, kind },
        slackDirectory(client),
      )
  const settingUp = ({ tenant, person, client }: Clicked, { channel }: About) =>
    access.settingUp({ tenant, person, channel, kind: 'setup' }, slackDirectory(client))
  const digestOf = ({ tenant, person }: Clicked, { channel, period }: About): Promise<Digest> =>
    digests.digest({ tenant, channel, person }, period)

  on(ACTIONS.digestPreview, seeing('preview'), async (clicked, { channel }) => {
    const { client, body, tenant, person } = clicked
    const place = { tenant, channel, person }
    const [digest, { language = clicked.language } = {}] = await Promise.all([
      digests.digest(place),
      digests.current(place),
    ])
    const target = body.response_url
      ? ({ to: 'response', url: body.response_url } as const)
      : ({ to: 'thread', channel: await directMessage(client, person) } as const)
    await showDigest(client, slack, target, { digest, channel, language })
  })
  on(ACTIONS.digestDetails, seeing('button'), async (clicked, about) => {
    const { language } = clicked
    const thread = await threadLink(clicked)
    if (thread) return say(clicked, `<${thread}|${escapeMrkdwn(DIGEST_WORDS.inThread[language])}>`)
    const digest = await digestOf(clicked, about)
    const parts = detailParts(digest, language).slice(0, MOST_PARTS)
    if (parts.length === 0) return say(clicked, DIGEST_WORDS.noDetails[language])
    for (const part of parts.keys()) await tell(clicked, detailsMessage(digest, part, language))
  })
  on(ACTIONS.digestWhy, seeing('button'), async (clicked, about) => {
    const { language } = clicked
    const groups = whyGroups(await digestOf(clicked, about), language)
    if (groups.length === 0) return say(clicked, DIGEST_WORDS.noWhy[language])
    const title = `${DIGEST_WORDS.whyTitle[language]}, ${about.period}`
    await tell(clicked, groupsMessage(title, groups))
  })
  on(
    ACTIONS.digestSchedule,
    settingUp,
    async ({ client, body, tenant, person, language }, about) => {
      const { channel } = about
      const [{ revision }, current, found] = await Promise.all([
        access.settings(tenant),
        digests.current({ tenant, channel, person }),
        client.users.info({ user: person }).catch(() => undefined),
      ])
      const zone = found?.user?.tz ?? 'UTC'
      const view = scheduleForm({ zone, channel, ...current }, { seen: revision, language })
      await client.views.open({ trigger_id: body.trigger_id, view })
    },
  )
  on(ACTIONS.digestSnooze, settingUp, async (clicked, about) => {
    const { tenant, person, language } = clicked
    const { channel, period, mark } = about
    const { currencies } = await digestOf(clicked, about)
    const found = currencies.flatMap(anomaliesIn).find(({ key }) => anomalyMark(key) === mark)
    if (!found) return say(clicked, DIGEST_WORDS.noAnomaly[language])
    const place = { tenant, channel, person }
    const lines = await digests.snooze(place, found.key, language, period)
    await say(clicked, lines.map(escapeMrkdwn).join('\n'))
  })
}

/** What the button or the chosen entry of a list names. */
function aboutOf(used: ButtonAction | StaticSelectAction): About | undefined {
  const value = 'selected_option' in used ? used.selected_option?.value : used.value
  const [period, channel, mark = ''] = (value ?? '').split(' ')
  return period && channel ? { period, channel, mark } : undefined
}

/** Where the details of a posted digest hang; a message that one person sees has no thread. */
async function threadLink({ client, body }: Clicked): Promise<string | undefined> {
  const { container, channel, message } = body
  if (container.is_ephemeral || !channel || !message) return undefined
  const asked = { channel: channel.id, message_ts: message.ts }
  const { permalink } = await client.chat.getPermalink(asked).catch(() => ({ permalink: '' }))
  if (!permalink) return undefined
  const link = new URL(permalink)
  link.searchParams.set('thread_ts', message.ts)
  link.searchParams.set('cid', channel.id)
  return link.href
}
