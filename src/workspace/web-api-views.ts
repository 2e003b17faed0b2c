import { viewProblems } from '../block-kit/validate.ts'
import type { Json, Store } from './store.ts'
import {
  type Body,
  fail,
  type Method,
  problemsAt,
  type Reply,
  text,
  viewOf,
} from './web-api-values.ts'

/** Slack stacks at most this many modals. */
const DEEPEST = 3

/** Modals and Home. */
export const VIEWS: Readonly<Record<string, Method>> = {
  'views.open': (b, store) => openView(b, store, () => []),
  'views.push': (b, store) => openView(b, store, (user) => store.modals.get(user) ?? []),
  'views.update': (b, store) => {
    const view = viewOf(b)
    const refusal = refusedView(view)
    if (refusal) return refusal
    for (const [user, open] of store.modals) {
      const at = open.findIndex((m) => m.id === text(b, 'view_id'))
      if (at < 0) continue
      const updated = { id: text(b, 'view_id'), view, errors: {} }
      store.modals.set(user, open.with(at, updated))
      store.changed()
      return { ok: true, view: { ...view, id: updated.id } }
    }
    return fail('not_found')
  },
  'views.publish': (b, store) => {
    const user = text(b, 'user_id')
    if (!store.person(user)) return fail('user_not_found')
    const view = viewOf(b)
    const refusal = refusedView(view)
    if (refusal) return refusal
    const before = store.homes.get(user)
    const id = String(before?.id ?? store.id('V'))
    const published: Json = { ...view, id }
    store.homes.set(user, published)
    // Home is published each time it is opened: only a new content may wake the pages up.
    if (JSON.stringify(before) !== JSON.stringify(published)) store.changed()
    return { ok: true, view: published }
  },
}

function openView(
  b: Body,
  store: Store,
  below: (user: string) => NonNullable<ReturnType<Store['modals']['get']>>,
): Reply {
  const user = store.useTrigger(text(b, 'trigger_id'))
  if (user === undefined) return fail('invalid_trigger_id')
  if (user === 'expired') return fail('expired_trigger_id')
  const view = viewOf(b)
  const refusal = refusedView(view)
  if (refusal) return refusal
  const under = below(user)
  if (under.length >= DEEPEST) return fail('push_limit_reached')
  const id = store.id('V')
  store.modals.set(user, [...under, { id, view, errors: {} }])
  store.changed()
  return { ok: true, view: { ...view, id } }
}

function refusedView(view: Json): Reply | undefined {
  const problems = viewProblems(view)
  return problems.length === 0
    ? undefined
    : { ...fail('invalid_arguments'), ...problemsAt('/view', problems) }
}
