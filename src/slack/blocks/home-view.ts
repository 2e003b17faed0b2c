import type { View } from '@slack/types'
import type { HomeAccess } from '../../access/access.ts'
import { examples } from '../../answering/compose/refusals.ts'
import type { Turn } from '../../answering/ports.ts'
import { clip, escapeMrkdwn } from '../../block-kit/escape.ts'
import type { DecisionRecord } from '../../decisions/decision-record.ts'
import type { Language } from '../../language/language.ts'
import { MENTIONS } from '../mentions.ts'
import { ACTIONS } from '../surface.ts'
import { accessSections, type HomeSection } from './access-sections.ts'
import { ACCESS_WORDS } from './access-words.ts'
import { answerSummary } from './answer.ts'
import { decisionRows } from './decision-list.ts'
import { DIGEST_WORDS } from './digest-words.ts'
import { HOME_WORDS } from './home-words.ts'
import {
  type Block,
  button,
  markedSection,
  markedSections,
  mrkdwn,
  plainText,
  section,
} from './kit.ts'
import { WORDS } from './words.ts'

/** What full members may see. */
export type MemberContent = Readonly<{
  defaults: readonly string[]
  knowledge: readonly string[]
  /** What the bot's own calls of language models came to. */
  cost: readonly string[]
}>

/** What those may see who may see spend. */
export type SpendContent = Readonly<{
  month: readonly string[]
  schedules: readonly Readonly<{ channel: string; line: string }>[]
  /** How the sources of charges stand. */
  health: readonly string[]
}>

/** What a person's Home shows; what they may not see is absent. */
export type HomeContent = Readonly<{
  decisions: readonly DecisionRecord[]
  privateAnswers: readonly Turn[]
  spend: HomeAccess
  member?: MemberContent
  figures?: SpendContent
  /** Lines that say what can be typed, as mrkdwn. */
  commands: readonly string[]
}>

/** Rows of decisions; the command lists more. */
const ROWS = 15
/** Channels with a digest that are named; the command lists more. */
const CHANNELS = 20
/** Lines of a list, and characters of a line: three paragraphs, so that all of Home is within a view. */
const LINES = { count: 20, letters: 420 } as const

/** The bot's Home: a greeting and, in this order, its sections. */
export function homeView(content: HomeContent, language: Language): View {
  const { decisions, privateAnswers, spend, member, figures, commands } = content
  const title = (of: keyof typeof HOME_WORDS) => HOME_WORDS[of][language]
  const open = decisions.slice(0, ROWS)
  const sections: readonly HomeSection[] = [
    { title: title('month'), blocks: figures ? listed(figures.month) : [] },
    {
      title: title('open'),
      blocks: [
        ...decisionRows(open, language),
        ...(decisions.length > ROWS ? [markedSection(title('moreDecisions'))] : []),
      ],
    },
    { title: title('digests'), blocks: figures ? scheduleBlocks(figures, language) : [] },
    {
      title: title('defaults'),
      blocks: member ? defaultBlocks(member, spend, language) : [],
    },
    {
      title: title('sources'),
      blocks: listed([...(figures?.health ?? []), ...(member?.knowledge ?? [])]),
    },
    { title: title('cost'), blocks: member ? listed(member.cost) : [] },
    {
      title: WORDS.examples[language],
      blocks: [...listed(examples(language)), ...markedSections(commands.join('\n'))],
    },
    { title: WORDS.private[language], blocks: privateAnswers.map((t) => answerRow(t, language)) },
    ...accessSections(spend, language),
  ]
  const blocks = [section(WORDS.home[language]), ...sections.flatMap(drawn)]
  return { type: 'home', blocks: blocks as never }
}

/** What Home shows in the meantime to somebody who opens it too often. */
export function homePause(seconds: number, language: Language): View {
  const pause = HOME_WORDS.pause[language].replace('{seconds}', String(seconds))
  const blocks = [section(WORDS.home[language]), section(pause), ...listed(examples(language))]
  return { type: 'home', blocks: blocks as never }
}

/** The defaults, and the means to change them for those who may. */
function defaultBlocks(
  { defaults }: MemberContent,
  spend: HomeAccess,
  language: Language,
): Block[] {
  const change = button(ACTIONS.setDefaults, ACCESS_WORDS.setDefaults[language], language)
  return [
    ...listed(defaults),
    markedSection(HOME_WORDS.defaultsHow[language]),
    ...('admin' in spend && spend.admin ? [{ type: 'actions', elements: [change] } as Block] : []),
  ]
}

function scheduleBlocks({ schedules }: SpendContent, language: Language): Block[] {
  if (schedules.length === 0) return [markedSection(DIGEST_WORDS.none[language])]
  const rows = schedules
    .slice(0, CHANNELS)
    .map(({ channel, line }) => `${MENTIONS.channel(channel)}: ${escapeMrkdwn(line)}`)
  const more = schedules.length > CHANNELS ? [markedSection(HOME_WORDS.moreDigests[language])] : []
  return [...markedList(rows), ...more]
}

function listed(lines: readonly string[]): Block[] {
  return markedList(lines.map(escapeMrkdwn))
}

function markedList(lines: readonly string[]): Block[] {
  const shown = lines.slice(0, LINES.count).map((line) => `• ${clip(line, LINES.letters)}`)
  return markedSections([...shown, ...(lines.length > LINES.count ? ['…'] : [])].join('\n'))
}

function drawn({ title, blocks }: HomeSection): Block[] {
  return blocks.length === 0 ? [] : [{ type: 'header', text: plainText(title) }, ...blocks]
}

function answerRow(turn: Turn, language: Language): Block {
  return {
    type: 'section',
    text: mrkdwn(escapeMrkdwn(clip(turn.question || answerSummary(turn), 300)) || '–'),
    accessory: button(ACTIONS.reopen, WORDS.reopen[language], turn.id),
  }
}
