import { READER_NAMES, READERS } from '../../answering/compose/readings.ts'
import type { Turn } from '../../answering/ports.ts'
import { quantityLabel } from '../../language/labels.ts'
import { showNumber, showUsd } from '../../language/numbers.ts'
import { ACTIONS } from '../surface.ts'
import { type Block, button, context, plainText } from './kit.ts'
import { WORDS } from './words.ts'

/** The buttons under an answer, its charts where there is room, and in the full style the private vote. */
export function actionBlocks(
  turn: Turn,
  style: 'full' | 'plain',
  charts: readonly object[] = [],
): Block[] {
  const { language, id, place } = turn
  const buttons = [
    ...(turn.answer.recommendation ? [button(ACTIONS.adjust, WORDS.adjust[language], id)] : []),
    ...(turn.answer.estimates.length > 0
      ? [button(ACTIONS.working, WORDS.working[language], id)]
      : []),
    ...(turn.answer.recommendation ? [button(ACTIONS.record, WORDS.record[language], id)] : []),
    ...(turn.visibility === 'private'
      ? [button(ACTIONS.share, WORDS.share[language], `${id} ${place.channel}`, 'primary')]
      : []),
    ...charts,
  ]
  const feedback: Block = {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: ACTIONS.feedback,
        positive_button: {
          text: plainText(WORDS.helpful[language]),
          value: `yes ${id}`,
          accessibility_label: WORDS.helpful[language],
        },
        negative_button: {
          text: plainText(WORDS.unhelpful[language]),
          value: `no ${id}`,
          accessibility_label: WORDS.unhelpful[language],
        },
      },
    ],
  }
  return [
    ...readingButtons(turn),
    ...(buttons.length > 0 ? [{ type: 'actions', elements: buttons } as Block] : []),
    ...(style === 'full' ? [feedback] : []),
  ]
}

/** One button a reader of the verdict. */
export function readingButtons({ id, language, answer }: Turn): Block[] {
  if (!answer.recommendation) return []
  return [
    context(WORDS.readAs[language]),
    {
      type: 'actions',
      elements: READERS.map((reader) =>
        button(`${ACTIONS.readAs}_${reader}`, READER_NAMES[reader][language], id),
      ),
    },
  ]
}

/** One button a flip point shown: "What if error-cost = $0.43?". */
export function flipButtons(turn: Turn): Block[] {
  const { language, id, answer } = turn
  const flips = answer.estimates.filter((e) => e.quantity === 'flip-value' && 'central' in e.value)
  if (flips.length === 0) return []
  const elements = flips.map((flip, i) => {
    const at = 'central' in flip.value ? flip.value.central : 0
    const current = answer.estimates.find((e) => e.id === flip.subject)
    const amount = flip.unit.startsWith('USD') ? showUsd(at, language) : showNumber(at, language)
    const what = current ? quantityLabel(current.quantity, language) : (flip.subject ?? '')
    return button(
      `${ACTIONS.flip}_${i}`,
      `${WORDS.whatIf[language]}: ${what} ${amount}`,
      JSON.stringify({ turn: id, key: flip.subject, value: past(at, turn, flip.subject ?? '') }),
    )
  })
  return [{ type: 'actions', elements }]
}

/** A hair beyond the flip point, on the far side from today's value, so that the verdict has changed. */
function past(at: number, { answer }: Turn, key: string): number {
  const flip = answer.recommendation?.flips.find((f) => f.assumption === key)
  const beyond = flip && flip.flipsAt < flip.current ? 0.99 : 1.01
  return Number((at * beyond).toPrecision(3))
}
