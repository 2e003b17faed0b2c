import type { Conversation } from '../answering/conversation.ts'
import type { Turn } from '../answering/ports.ts'
import type { Meter } from './meter.ts'

/** Counts the answers of a conversation by what they are. */
export function meteredConversation(conversation: Conversation, meter: Meter): Conversation {
  const counted = async (made: Promise<Turn>): Promise<Turn> => {
    const turn = await made
    const { kind: answer, language } = turn.answer
    meter.count({ kind: 'answer', answer, language })
    return turn
  }
  const { ask, askAgain, size, adjust } = conversation
  return {
    ...conversation,
    ask: (...asked) => counted(ask(...asked)),
    askAgain: (...asked) => counted(askAgain(...asked)),
    size: (...asked) => counted(size(...asked)),
    adjust: (...asked) => counted(adjust(...asked)),
  }
}
