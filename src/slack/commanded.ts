import type { WebClient } from '@slack/web-api'
import type { Comer } from './admission.ts'
import type { Message } from './post.ts'

/** A command as it was typed; its reply is for the person alone. */
export type Commanded = Readonly<{
  client: WebClient
  comer: Comer & Readonly<{ responseUrl: string }>
  /** The whole text in plain words, and as Slack sent it, with people and channels as ids. */
  text: string
  raw: string
  /** What follows the sub-command in the text. */
  rest: string
}>

/** What came of a sub-command: a message to show, `told` where that is done, `question` where it is none after all. */
export type Reply = Message | 'told' | 'question'
