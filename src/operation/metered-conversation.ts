import type { Conversation } from '../answering/conversation.ts'
import type { Turn } from '../answering/ports.ts'
import type { Meter } from './meter.ts'

/** Counts the answers of a conversation by what they are. */
export function meteredConversation(conversation: Conversation, meter: Meter): Conversation {
  /** What is no answer, such as a name that is not known, is not counted. */
  const counted = async <Made extends Turn | readonly string[] | undefined>(
    making: Promise<Made>,
  ): Promise<Made> => {
    const made = await making
    if (made !== undefined && 'answer' in made) {
      const { kind: answer, language } = made.answer
      meter.count({ kind: 'answer', answer, language })
    }
    return made
  }
  const { ask, askAgain, size, adjust, compare, explain, why } = conversation
  return {
    ...conversation,
    ask: (...asked) => counted(ask(...asked)),
    askAgain: (...asked) => counted(askAgain(...asked)),
    size: (...asked) => counted(size(...asked)),
    adjust: (...asked) => counted(adjust(...asked)),
    compare: (...asked) => counted(compare(...asked)),
    explain: (...asked) => counted(explain(...asked)),
    why: (...asked) => counted(why(...asked)),
  }
}
