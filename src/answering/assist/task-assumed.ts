import type { Sized } from '../../sizing/size-model.ts'
import type { Knowledge } from '../knowledge.ts'

/** The same knowledge, whose sizing marks the task as assumed: the asker did not name it, a model took it for this one. */
export function taskAssumed(knowledge: Knowledge): Knowledge {
  return { ...knowledge, size: async (...args) => assumed(await knowledge.size(...args)) }
}

function assumed(sized: Sized): Sized {
  if (!sized.ok) return sized
  const { recommendation } = sized
  const { request } = recommendation
  const task = { value: request.task.value, kind: 'assumed', note: request.task.value } as const
  return { ...sized, recommendation: { ...recommendation, request: { ...request, task } } }
}
