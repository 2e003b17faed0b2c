import type { View } from '@slack/types'
import { shownFigures } from '../../answering/compose/shown-figures.ts'
import type { Turn } from '../../answering/ports.ts'
import { clip, escapeMrkdwn } from '../../block-kit/escape.ts'
import { LIMITS } from '../../block-kit/limits.ts'
import type { Estimate } from '../../engine/estimate.ts'
import { showFigure } from '../../language/figures.ts'
import { kindLabel, quantityLabel } from '../../language/labels.ts'
import type { Language } from '../../language/language.ts'
import { markedSection, plainText, section } from './kit.ts'
import { WORDS } from './words.ts'

/** Every figure of an answer with its formula, inputs and sources; several a block where they are many. */
export function workingView(turn: Turn): View {
  const { language, answer } = turn
  const figures = answer.estimates.filter((e) => !e.id.startsWith('before.'))
  const perBlock = Math.max(1, Math.ceil(figures.length / (LIMITS.blocksPerView - 1)))
  const most = Math.floor(LIMITS.sectionText / perBlock) - 2
  const texts = figures.map((e) => clip(working(e, language), most))
  const blocks = texts.flatMap((_, i) =>
    i % perBlock === 0 ? [markedSection(texts.slice(i, i + perBlock).join('\n\n'))] : [],
  )
  return {
    type: 'modal',
    callback_id: 'working',
    title: plainText(WORDS.workingTitle[language], LIMITS.viewTitle),
    close: plainText(WORDS.close[language], LIMITS.viewTitle),
    blocks: [...blocks, section(`${WORDS.replay[language]} ${answer.replay}`)] as View['blocks'],
  }
}

/** Figures of an answer whose working fits a message beside it. */
const SHOWN = 10

/** How the first figures that an answer shows were computed, for a message; the view has them all. */
export function shownWorking({ answer, language }: Turn): string {
  const computed = shownFigures(answer).filter((e) => e.formula !== undefined)
  return [
    `*${WORDS.workingTitle[language]}*`,
    ...computed.slice(0, SHOWN).map((e) => working(e, language)),
    `${WORDS.replay[language]} ${answer.replay}`,
  ].join('\n')
}

/** A figure with its formula, inputs and sources. */
function working(e: Estimate, language: Language): string {
  const inputs = Object.entries(e.inputs).map(([key, value]) => `${key} = ${value}`)
  const lines = [
    `*${escapeMrkdwn(quantityLabel(e.quantity, language))}*${e.subject ? ` – ${escapeMrkdwn(e.subject)}` : ''}: ${escapeMrkdwn(showFigure(e, language))} (${kindLabel(e.kind, language)})`,
    e.formula ? `${WORDS.formula[language]}: \`${e.formula}\`` : '',
    inputs.length > 0
      ? `${WORDS.inputs[language]}: \`${escapeMrkdwn(clip(inputs.join(', '), 900))}\``
      : '',
    e.sources.length > 0
      ? `${WORDS.sources[language]}: ${escapeMrkdwn(clip(e.sources.join(', '), 600))}`
      : '',
  ]
  return lines.filter(Boolean).join('\n')
}
