import { BOT } from './seed.ts'
import type { Json, Store } from './store.ts'
import { fail, listOf, type Method, text } from './web-api-values.ts'

/** The calls around an upload. */
export const FILES: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': (b, store) => {
    if (!text(b, 'filename')) return fail('invalid_arguments')
    const id = store.id('F')
    store.files.set(id, {
      name: text(b, 'filename'),
      bytes: Buffer.alloc(0),
      alt: text(b, 'alt_text') || text(b, 'alt_txt'),
    })
    return { ok: true, file_id: id, upload_url: `http://local.invalid/upload/${id}` }
  },
  /** Shares the files in a channel or thread when one is named; otherwise they wait for an image block. */
  'files.completeUploadExternal': (b, store) => {
    const given = listOf(b, 'files') as Json[]
    const ids = given.map((f) => String(f.id))
    if (ids.some((id) => !store.files.has(id))) return fail('file_not_found')
    const channel = store.channels.get(text(b, 'channel_id'))
    if (text(b, 'channel_id') && !channel) return fail('channel_not_found')
    if (channel && !channel.members.includes(BOT)) return fail('not_in_channel')
    const thread = text(b, 'thread_ts')
    if (channel)
      store.post({
        channel: channel.id,
        user: BOT,
        text: text(b, 'initial_comment'),
        blocks: [],
        files: ids,
        ...(thread ? { thread } : {}),
      })
    return { ok: true, files: given }
  },
  /** Its kind is known once its bytes have come; the page shows every file as a picture. */
  'files.info': (b, store) => {
    const file = store.files.get(text(b, 'file'))
    if (!file) return fail('file_not_found')
    const kind = file.bytes.length > 0 ? { mimetype: 'image/png' } : {}
    return { ok: true, file: { id: text(b, 'file'), name: file.name, ...kind } }
  },
}

/** Takes the bytes of an announced file. */
export function upload(id: string, bytes: Buffer, store: Store): Response {
  const file = store.files.get(id)
  if (!file) return new Response('file_not_found', { status: 404 })
  file.bytes = bytes
  return new Response(`OK - ${bytes.length}`)
}

/** Hands out the bytes of a file. */
export function download(id: string, store: Store): Response {
  const file = store.files.get(id)
  if (!file) return new Response('file_not_found', { status: 404 })
  return new Response(new Uint8Array(file.bytes))
}
