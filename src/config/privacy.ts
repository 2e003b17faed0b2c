import { whole, wholeForm } from './fields.ts'

const limit = (usual: number, most: number, meaning: string) =>
  whole(0, most)
    .default(usual)
    .meta({ description: meaning, form: wholeForm(0, most) })

/** Longest time that can be named, in days. */
const CENTURY = 36_500
/** Questions a minute beyond which there is no limit to speak of. */
const MOST = 60_000

/** How fast people may ask, and how long what they wrote is kept. */
export const PRIVACY = {
  RATE_PERSON_PER_MINUTE: limit(
    20,
    MOST,
    'Questions, commands and clicks that one person may send in a minute; 0 is no limit.',
  ),
  RATE_WORKSPACE_PER_MINUTE: limit(300, MOST, 'The same for a whole workspace.'),
  RETENTION_CONVERSATIONS_DAYS: limit(
    365,
    CENTURY,
    'Days that questions, answers and votes are kept; 0 keeps them for ever.',
  ),
  RETENTION_MESSAGES_DAYS: limit(
    90,
    CENTURY,
    'Days that the text of posted digests and alerts is kept; 0 keeps it for ever.',
  ),
  RETENTION_MODEL_CALLS_DAYS: limit(
    400,
    CENTURY,
    'Days that calls of language models are kept, without what was said; 0 keeps them for ever, and fewer than 32 are refused, for budgets are kept by them.',
  ),
  RETENTION_ACCESS_LOG_DAYS: limit(
    730,
    CENTURY,
    'Days that the access log is kept; 0 keeps it for ever.',
  ),
}
