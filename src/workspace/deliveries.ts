import type { Json } from './store.ts'
import type { Kind } from './traffic.ts'

/** How a body on its way to the app is listed: what it is, and what it is about. */
export function kindAndName(body: Json): readonly [kind: Kind, name: string] {
  if (typeof body.command === 'string')
    return ['command', `${body.command} ${String(body.text ?? '')}`.trim()]
  if (body.type === 'event_callback') {
    const { type, subtype, channel_type, tab } = body.event as Json
    return ['event', [type, subtype ?? channel_type ?? tab].filter(Boolean).join('.')]
  }
  const [action] = Array.isArray(body.actions) ? (body.actions as Json[]) : []
  const about =
    body.callback_id ?? action?.action_id ?? (body.view as Json | undefined)?.callback_id
  return ['interaction', [body.type, about].filter(Boolean).join(' ')]
}
