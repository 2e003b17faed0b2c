import type { LocalReceiver } from './receiver.ts'
import { BOT, type Message, type Store, TEAM } from './store.ts'

/** What a person did, and when the bot's listeners have finished with it. */
export type Done = Readonly<{ errors?: Readonly<Record<string, string>>; finished: Promise<void> }>

/** Turns what people do in the browser into the payloads Slack would send. */
export function createPeople(store: Store, receiver: LocalReceiver) {
  const authorizations = [
    { team_id: TEAM, user_id: BOT, is_bot: true, is_enterprise_install: false },
  ]
  const event = (inner: Record<string, unknown>): Promise<void> => {
    const { done } = receiver.deliver({
      type: 'event_callback',
      team_id: TEAM,
      api_app_id: 'A000LOCAL',
      event_id: store.id('Ev'),
      event_time: 1,
      event: inner,
      authorizations,
    })
    return done
  }
  const kindOf = (channel: string) =>
    store.channels.get(channel)?.im === undefined ? 'channel' : 'im'
  const teamOf = (user: string) => store.person(user)?.team ?? TEAM
  const typed = (text: string) =>
    text
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/@rightsize\b/gi, `<@${BOT}>`)
  const messageOf = (m: Message) => ({
    type: 'message',
    user: m.user,
    text: m.text,
    ts: m.ts,
    ...(m.thread ? { thread_ts: m.thread } : {}),
  })

  return {
    say: (user: string, channel: string, text: string, thread?: string): Done => {
      const message = store.post({
        channel,
        user,
        text: typed(text),
        blocks: [],
        ...(thread ? { thread } : {}),
      })
      const base = {
        ...messageOf(message),
        channel,
        channel_type: kindOf(channel),
        team: teamOf(user),
        event_ts: message.ts,
      }
      const member = store.channels.get(channel)?.members.includes(BOT) ?? false
      const sent: Promise<void>[] = member ? [event(base)] : []
      if (message.text.includes(`<@${BOT}>`)) sent.unshift(event({ ...base, type: 'app_mention' }))
      return { finished: Promise.all(sent).then(() => undefined) }
    },
    edit: (user: string, channel: string, ts: string, text: string): Done => {
      const message = store.find(channel, ts)
      if (!message || message.user !== user) return { finished: Promise.resolve() }
      const previous = messageOf(message)
      message.text = typed(text)
      message.edited = true
      store.changed()
      return {
        finished: event({
          type: 'message',
          subtype: 'message_changed',
          channel,
          channel_type: kindOf(channel),
          message: messageOf(message),
          previous_message: previous,
          ts: message.ts,
        }),
      }
    },
    remove: (user: string, channel: string, ts: string): Done => {
      const message = store.find(channel, ts)
      if (!message || message.user !== user) return { finished: Promise.resolve() }
      store.remove(message)
      return {
        finished: event({
          type: 'message',
          subtype: 'message_deleted',
          channel,
          channel_type: kindOf(channel),
          deleted_ts: ts,
          previous_message: messageOf(message),
          ts,
        }),
      }
    },
    command: (user: string, channel: string, command: string, text: string): Done => {
      const { done } = receiver.deliver({
        command,
        text: text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
        user_id: user,
        user_name: store.person(user)?.name ?? user,
        channel_id: channel,
        channel_name: store.channels.get(channel)?.name ?? channel,
        team_id: TEAM,
        api_app_id: 'A000LOCAL',
        trigger_id: store.trigger(user),
        response_url: store.responder({ channel, user }),
      })
      return { finished: done }
    },
    action: (
      user: string,
      channel: string,
      ts: string,
      blockId: string,
      action: Readonly<Record<string, unknown>>,
    ): Done => {
      const message = store.messages.find((m) => m.channel === channel && m.ts === ts)
      const { done } = receiver.deliver({
        type: 'block_actions',
        team: { id: TEAM },
        user: { id: user, team_id: teamOf(user) },
        api_app_id: 'A000LOCAL',
        channel: { id: channel },
        container: {
          type: 'message',
          message_ts: ts,
          channel_id: channel,
          is_ephemeral: message?.only !== undefined,
          ...(message?.thread ? { thread_ts: message.thread } : {}),
        },
        ...(message && message.only === undefined ? { message: messageOf(message) } : {}),
        trigger_id: store.trigger(user),
        response_url: store.responder({
          channel,
          user,
          message: ts,
          ...(message?.thread ? { thread: message.thread } : {}),
        }),
        actions: [{ block_id: blockId, action_ts: ts, ...action }],
      })
      return { finished: done }
    },
    homeAction: (user: string, action: Readonly<Record<string, unknown>>): Done => {
      const { done } = receiver.deliver({
        type: 'block_actions',
        team: { id: TEAM },
        user: { id: user, team_id: teamOf(user) },
        api_app_id: 'A000LOCAL',
        container: { type: 'view' },
        view: store.homes.get(user) ?? {},
        trigger_id: store.trigger(user),
        actions: [{ block_id: 'home', action_ts: '1', ...action }],
      })
      return { finished: done }
    },
    shortcut: (user: string, channel: string, ts: string): Done => {
      const message = store.find(channel, ts)
      if (!message) return { finished: Promise.resolve() }
      const { done } = receiver.deliver({
        type: 'message_action',
        callback_id: 'ask_about_message',
        team: { id: TEAM },
        user: { id: user, team_id: teamOf(user) },
        api_app_id: 'A000LOCAL',
        channel: { id: channel },
        message: messageOf(message),
        message_ts: ts,
        trigger_id: store.trigger(user),
        response_url: store.responder({ channel, user }),
      })
      return { finished: done }
    },
    /** Submits the open modal; field errors keep it open with the notes at their fields. */
    submit: async (
      user: string,
      values: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
    ): Promise<Done> => {
      const modal = store.modals.get(user)
      if (!modal) return { finished: Promise.resolve() }
      const { acknowledged, done } = receiver.deliver({
        type: 'view_submission',
        team: { id: TEAM },
        user: { id: user, team_id: teamOf(user) },
        api_app_id: 'A000LOCAL',
        trigger_id: store.trigger(user),
        view: { ...modal.view, state: { values } },
      })
      const answer = await acknowledged
      const payload = answer.ok
        ? (answer.payload as
            | { response_action?: string; errors?: Record<string, string> }
            | undefined)
        : undefined
      if (payload?.response_action === 'errors') {
        store.modals.set(user, {
          ...modal,
          errors: payload.errors ?? {},
          view: { ...modal.view, state: { values } },
        })
        store.changed()
        return { finished: done, errors: payload.errors ?? {} }
      }
      if (answer.ok && store.modals.get(user)?.id === modal.id) store.modals.delete(user)
      store.changed()
      return { finished: done }
    },
    close: (user: string): void => {
      store.modals.delete(user)
      store.changed()
    },
    home: (user: string, tab: 'home' | 'messages'): Done => ({
      finished: event({
        type: 'app_home_opened',
        user,
        tab,
        channel: `D${user.slice(1)}`,
        event_ts: '1',
      }),
    }),
  }
}

export type People = ReturnType<typeof createPeople>
