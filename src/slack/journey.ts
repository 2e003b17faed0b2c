import type { Journey } from '../operation/meter.ts'
import { SHORTCUTS } from './surface.ts'

/**
 * The journey that a command, click, form or shortcut begins. Events begin none by themselves: most
 * messages are not for the bot, and the listener that takes one up says so.
 */
export function journeyOf(body: object): Journey | undefined {
  const { command, type, callback_id, view } = body as Readonly<{
    command?: unknown
    type?: unknown
    callback_id?: unknown
    view?: Readonly<{ callback_id?: unknown }>
  }>
  if (command !== undefined) return 'model-size'
  if (type === 'view_submission') return view?.callback_id === 'size_form' ? 'model-size' : 'action'
  if (type === 'message_action') return callback_id === SHORTCUTS[0] ? 'question' : 'action'
  return type === 'block_actions' ? 'action' : undefined
}
