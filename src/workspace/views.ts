import { viewProblems } from '../block-kit/validate.ts'
import { interaction, shownView } from './payloads.ts'
import type { Done } from './people.ts'
import type { Acknowledged, LocalReceiver } from './receiver.ts'
import type { Json, Modal, Store } from './store.ts'
import { missingFields } from './view-state.ts'
import { viewOf } from './web-api-values.ts'
import { languageFor, WORDS } from './words.ts'

const NOTHING: Done = { finished: Promise.resolve() }

/** Turns what people do in modals and in Home into the payloads Slack would send. */
export function createViews(store: Store, receiver: LocalReceiver) {
  const replaceTop = (user: string, modal: Modal | undefined) => {
    const below = (store.modals.get(user) ?? []).slice(0, -1)
    store.modals.set(user, modal ? [...below, modal] : below)
    store.changed()
  }
  const act = (user: string, id: string, view: Json, values: Json, block: string, action: Json) => {
    const { done } = receiver.deliver({
      ...interaction(store, 'block_actions', user),
      container: { type: 'view', view_id: id },
      view: shownView(id, view, values),
      actions: [{ block_id: block, action_ts: store.stamp(), ...action }],
    })
    return { finished: done }
  }

  /** What the app's answer to a submission does to the open modals. */
  const follow = (user: string, modal: Modal, values: Json, said: Acknowledged): void => {
    const kept = { ...modal, view: { ...modal.view, state: { values } } }
    if (!said.ok) {
      replaceTop(user, { ...kept, errors: { '': WORDS.trouble[languageFor(store, user)] } })
      return
    }
    const payload = said.payload as Json | undefined
    const problems = answerProblems(payload, modal)
    if (problems.length > 0) {
      const noted = store.traffic.begin('interaction', 'view_submission response_action', payload)
      noted.done({ error: 'invalid_arguments', problems })
      replaceTop(user, { ...kept, errors: { '': WORDS.refusedAnswer[languageFor(store, user)] } })
      return
    }
    switch (payload?.response_action) {
      case 'errors':
        replaceTop(user, { ...kept, errors: payload.errors as Modal['errors'] })
        break
      case 'update':
        replaceTop(user, { ...modal, view: viewOf(payload), errors: {} })
        break
      case 'push': {
        const pushed = { id: store.id('V'), view: viewOf(payload), errors: {} }
        store.modals.set(user, [...(store.modals.get(user) ?? []), pushed])
        store.changed()
        break
      }
      case 'clear':
        store.modals.delete(user)
        store.changed()
        break
      default:
        // A modal that the listener opened meanwhile stays.
        if (store.topModal(user)?.id === modal.id) replaceTop(user, undefined)
    }
  }

  return {
    /** Submits the topmost modal; what Slack itself refuses does not reach the app. */
    submit: async (user: string, values: Json): Promise<Done> => {
      const modal = store.topModal(user)
      if (!modal) return NOTHING
      const missing = missingFields(modal.view, values, languageFor(store, user))
      if (Object.keys(missing).length > 0) {
        replaceTop(user, {
          ...modal,
          view: { ...modal.view, state: { values } },
          errors: missing,
        })
        return NOTHING
      }
      const { acknowledged, done } = receiver.deliver({
        ...interaction(store, 'view_submission', user),
        view: shownView(modal.id, modal.view, values),
        response_urls: [],
      })
      follow(user, modal, values, await acknowledged)
      return { finished: done }
    },
    /** A button or list in the topmost modal. */
    modalAction: (user: string, values: Json, block: string, action: Json): Done => {
      const modal = store.topModal(user)
      if (!modal) return NOTHING
      replaceTop(user, { ...modal, view: { ...modal.view, state: { values } } })
      return act(user, modal.id, modal.view, values, block, action)
    },
    /** A button or list in Home. */
    homeAction: (user: string, block: string, action: Json): Done => {
      const view = store.homes.get(user)
      return view ? act(user, String(view.id), view, {}, block, action) : NOTHING
    },
    /** Closes the topmost modal and says so to an app that asked to know. */
    close: (user: string): Done => {
      const modal = store.topModal(user)
      if (!modal) return NOTHING
      replaceTop(user, undefined)
      if (modal.view.notify_on_close !== true) return NOTHING
      const { done } = receiver.deliver({
        ...interaction(store, 'view_closed', user),
        view: shownView(modal.id, modal.view, {}),
        is_cleared: false,
      })
      return { finished: done }
    },
  }
}

/** What Slack would refuse an answer to a submission for: errors at fields that are not there, views that are none. */
function answerProblems(payload: Json | undefined, { view }: Modal): string[] {
  const action = payload?.response_action
  if (action === 'update' || action === 'push') return viewProblems(viewOf(payload ?? {}))
  if (action !== 'errors') return []
  const blocks = Array.isArray(view.blocks) ? (view.blocks as Json[]) : []
  const inputs = blocks.filter((b) => b.type === 'input').map((b) => b.block_id)
  return Object.keys(payload?.errors ?? {})
    .filter((id) => !inputs.includes(id))
    .map((id) => `errors name ${id}, which is no input of the view`)
}

export type Views = ReturnType<typeof createViews>
