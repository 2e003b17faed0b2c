import type { Answer } from '../../answering/answer.ts'
import { clip } from '../../block-kit/escape.ts'
import { LIMITS } from '../../block-kit/limits.ts'
import type { Block } from './kit.ts'
import { WORDS } from './words.ts'

/** The steps of an answer in several parts, as Slack draws the plan of an assistant; none for other answers. */
export function planBlocks({ steps = [], language }: Answer): Block[] {
  if (steps.length === 0) return []
  return [
    {
      type: 'plan',
      title: WORDS.plan[language],
      tasks: steps.map(({ title }, i) => ({
        type: 'task_card',
        task_id: `step-${i + 1}`,
        title: clip(title, LIMITS.taskTitle) || '–',
        status: 'complete',
      })),
    },
  ]
}
