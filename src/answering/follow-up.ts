import type { SizingInput } from '../sizing/request.ts'
import { findLifted } from './facts/control.ts'
import { scaleRequest, scalesElse, scalesPrices } from './facts/factors.ts'
import { topicWords } from './facts/left-over.ts'
import type { NamesFound } from './facts/names.ts'
import { isGeneral, type Reading } from './intent.ts'
import type { Before } from './thread.ts'

const MARKED =
  /^(?:(?:ok(?:ay)?|so|well|hm+)[,\s]+)?(?:and|or|but|also|then|now|what if|what about|how about|suppose|assume|say|if|instead)\b|\binstead\b|\bwhat if\b|^(?:그럼|그러면|만약|만일|혹시|그리고|아니면)|대신|말고|(?:라면|하면|으면|면)(?:\s*(?:어때|어떨까|어떻게\s?(?:돼|되|바뀌)[가-힣]*|얼마[가-힣]*))?[\s?？.!요]*$|(?:은|는|도)[\s?？]*$|야\s?(?:해|합니다|돼|됩니다)/i
const POINTS_BACK = /\b(?:it|that|this|these|same|still)\b|그거|그것|이거|이건|그건/i
const ASKS_THE_WORLD =
  /^(?:what (?:do|does|did|was|were|has|have)|when (?:do|does|did|was)|where|which (?:papers?|stud(?:y|ies)))\b/i
const OPENING = /^(?:(?:and|but|so|also|then|ok(?:ay)?|well|그리고|그럼|그러면|그런데)[,\s]+)+/i

/** What was read from one message, before the thread is looked at. */
export type Found = Readonly<{
  /** The message without the names and the volume that were read from it. */
  rest: string
  own: SizingInput
  names: NamesFound
  reading: Reading
}>

/** Whether a message changes the workload of its thread, or starts a topic of its own. */
export function followsUp(text: string, found: Found, before: Before): boolean {
  const { own, names, reading, rest } = found
  if (!before.input || scalesElse(text) || (scalesPrices(text) && names.models.length > 0))
    return false
  const topic = topicWords(rest).length
  const pointing = POINTS_BACK.test(text)
  const opened = text.trim().replace(OPENING, '')
  if (isGeneral(opened) || ASKS_THE_WORLD.test(opened)) return pointing && topic <= 2
  if (before.open !== undefined && !before.recommendation) return Object.keys(own).length > 0
  const marked = MARKED.test(text.trim())
  const task = before.recommendation?.request.task.value ?? before.input?.task
  const another = names.task !== undefined && task !== undefined && names.task.id !== task
  if (another && (own.volume !== undefined || !marked)) return false
  const named = names.models.length + names.bySize.length > 0
  if (reading.asks && own.volume !== undefined && named && !marked) return false
  return marked || pointing || reading.aspect !== undefined || topic <= 1
}

/** What a follow-up changes of the thread's input; `unstated` is a number it scales and that nobody gave. */
export type Changed = Readonly<{ input: SizingInput; unstated?: keyof SizingInput }>

/** Merges a follow-up into what the thread knows: stated, scaled and lifted conditions, models added or put in place. */
export function changeInput(text: string, found: Found, before: Before): Changed {
  const { own } = found
  const scaled = before.recommendation
    ? scaleRequest(text, before.recommendation.request)
    : undefined
  const merged: SizingInput = {
    ...before.input,
    ...scaled?.changed,
    ...own,
    ...candidatesAfter(text, found, before),
  }
  const kept = Object.entries(merged).filter(
    ([key]) => !findLifted(text).some((lifted) => lifted === key && own[lifted] === undefined),
  )
  return {
    input: Object.fromEntries(kept),
    ...(scaled?.unstated && own[scaled.unstated] === undefined
      ? { unstated: scaled.unstated }
      : {}),
  }
}

const IN_PLACE = /\binstead\b|\bonly\b|\bjust\b|\bswitch\b|대신|말고|만\s|바꾸|바꿔/i
const MOST = 6

/** A model that is named joins those compared, unless it is to take their place. */
function candidatesAfter(text: string, { own, names }: Found, before: Before): SizingInput {
  const compared = before.recommendation?.request.candidates.value ?? []
  const named = [...names.models, ...names.bySize].map((m) => m.id)
  if (named.length === 0 || IN_PLACE.test(text) || own['current-model'] !== undefined) return {}
  const others = compared.filter((id) => !named.includes(id))
  return { candidates: [...others.slice(0, MOST - named.length), ...named].slice(0, MOST) }
}
