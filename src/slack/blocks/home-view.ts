import type { View } from '@slack/types'
import type { HomeAccess } from '../../access/access.ts'
import { examples } from '../../answering/compose/refusals.ts'
import type { Turn } from '../../answering/ports.ts'
import { clip, escapeMrkdwn } from '../../block-kit/escape.ts'
import type { DecisionRecord } from '../../decisions/decision-record.ts'
import type { Language } from '../../language/language.ts'
import { ACTIONS } from '../surface.ts'
import { accessSections, type HomeSection } from './access-sections.ts'
import { answerSummary } from './answer.ts'
import { decisionRows } from './decision-list.ts'
import { type Block, button, markedSection, mrkdwn, plainText, section } from './kit.ts'
import { WORDS } from './words.ts'

/** What a person's Home shows. */
export type HomeContent = Readonly<{
  decisions: readonly DecisionRecord[]
  privateAnswers: readonly Turn[]
  spend: HomeAccess
}>

/** The bot's Home: a greeting and, in this order, its sections. */
export function homeView(
  { decisions, privateAnswers, spend }: HomeContent,
  language: Language,
): View {
  const sections: readonly HomeSection[] = [
    {
      title: WORDS.examples[language],
      blocks: [
        markedSection(
          examples(language)
            .map((e) => `• ${escapeMrkdwn(e)}`)
            .join('\n'),
        ),
      ],
    },
    { title: WORDS.decisions[language], blocks: decisionRows(decisions, language) },
    { title: WORDS.private[language], blocks: privateAnswers.map((t) => answerRow(t, language)) },
    ...accessSections(spend, language),
  ]
  const blocks = [section(WORDS.home[language]), ...sections.flatMap(drawn)]
  return { type: 'home', blocks: blocks as never }
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
