import type { Access } from '../access/access.ts'
import type { Rates } from '../access/rate.ts'
import type { Conversation } from '../answering/conversation.ts'
import type { Scope } from '../answering/scope.ts'
import type { Decisions } from '../decisions/decisions.ts'
import type { SpendAnswers } from '../digest/questions/spend-answers.ts'
import type { Language } from '../language/language.ts'
import type { Meter } from '../operation/meter.ts'
import type { ManageDefaults } from '../settings/manage-defaults.ts'
import type { FormChoices } from './blocks/size-view.ts'
import type { ChartPictures } from './chart-pictures.ts'
import type { Deliver } from './deliver.ts'
import type { Digests, Imports, Log, Sources, Uninstalls } from './ports.ts'
import type { Poster } from './post.ts'

/** What every listener is given. */
export type Slack = Readonly<{
  access: Access
  rates: Rates
  conversation: Conversation
  digests: Digests
  imports: Imports
  spend: SpendAnswers
  /** For files; the usual one when absent. */
  fetch?: typeof fetch
  decisions: Decisions
  defaults: ManageDefaults
  sources: Sources
  /** What language models did and cost this month, as lines. */
  modelStatus: (tenant: string, language: Language) => Promise<readonly string[]>
  pictures: ChartPictures
  choices: (scope?: Scope) => FormChoices
  deliver: Deliver
  post: Poster
  log: Log
  meter: Meter
  newId: () => string
  /** Epoch milliseconds. */
  now: () => number
  uninstalls?: Uninstalls
  /** The asker's language from their Slack locale, when it can be read. */
  localeOf: (
    client: import('@slack/web-api').WebClient,
    user: string,
  ) => Promise<Language | undefined>
}>
