import type { View } from '@slack/types'
import type { Turn } from '../../answering/ports.ts'
import { clip, escapeMrkdwn } from '../../block-kit/escape.ts'
import { LIMITS } from '../../block-kit/limits.ts'
import { showFigure } from '../../language/figures.ts'
import { kindLabel, quantityLabel } from '../../language/labels.ts'
import { markedSection, plainText } from './kit.ts'
import { WORDS } from './words.ts'

/** Every figure of an answer with its formula, inputs and sources; as many as a view holds. */
export function workingView(turn: Turn): View {
  const { language, answer } = turn
  const figures = answer.estimates.filter((e) => !e.id.startsWith('before.'))
  const shown = figures.slice(0, LIMITS.blocksPerView - 2)
  const blocks = shown.map((e) => {
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
    return markedSection(lines.filter(Boolean).join('\n'))
  })
  const rest = figures.length - shown.length
  const note = [
    `Replay ${answer.replay}`,
    ...(rest > 0 ? [`${rest} ${WORDS.more[language]}`] : []),
  ].join(' · ')
  return {
    type: 'modal',
    callback_id: 'working',
    title: plainText(WORDS.workingTitle[language], LIMITS.viewTitle),
    close: plainText(WORDS.close[language], LIMITS.viewTitle),
    blocks: [...blocks, markedSection(escapeMrkdwn(note))] as View['blocks'],
  }
}
