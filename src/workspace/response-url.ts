import { BOT } from './seed.ts'
import type { Store } from './store.ts'
import { type Body, blocksOf, fail, type Reply, refused, text } from './web-api-values.ts'

/** Answers a call to a response_url: posts, replaces or deletes; refused when used up or too old. */
export function respond(key: string, body: Body, store: Store): Reply {
  const to = store.useResponder(key)
  if (to === undefined) return fail('invalid_url')
  if (to === 'used') return fail('used_url')
  if (to === 'expired') return fail('expired_url')
  const old = to.message === undefined ? undefined : store.find(to.channel, to.message)
  if (body.delete_original) {
    if (old) store.remove(old)
    return { ok: true }
  }
  const blocks = blocksOf(body)
  const refusal = refused(blocks)
  if (refusal) return refusal
  if (!text(body, 'text') && blocks.length === 0) return fail('no_text')
  if (old && body.replace_original) {
    Object.assign(old, { text: text(body, 'text'), blocks })
    store.changed()
    return { ok: true }
  }
  store.post({
    channel: to.channel,
    user: BOT,
    text: text(body, 'text'),
    blocks,
    ...(to.thread ? { thread: to.thread } : {}),
    ...(body.response_type === 'in_channel' ? {} : { only: to.user }),
  })
  return { ok: true }
}
