import type { ChatCompletionRequest, LLMock } from '@copilotkit/aimock'
import { lastText, shaped } from './model-server.ts'

/** How the question is read. */
export const READ = {
  kind: 'knowledge',
  restated: 'Can a distilled student model become better than its teacher?',
  facts: [],
  terms: ['knowledge distillation', 'student and teacher models'],
}
/** The tools that are used for a question of several steps, in order. */
export const STEPS = [
  ['size_workload', { task: 'classification', volume: '200k support tickets a month' }],
  ['compare_regions', { task: 'classification', regions: ['KOR', 'France'] }],
  ['search_evidence', { query: 'EU AI Act energy reporting obligations' }],
] as const

/** What a sentence is reworded to. */
export type Word = (sentence: string, i: number) => string
type Reply = ReturnType<ReturnType<typeof shaped>> | object

/** What the model says in each of its roles, told apart by what it was asked to do. */
export function brain(server: LLMock, { read = READ as object, word = ((s) => s) as Word } = {}) {
  const system = (r: ChatCompletionRequest) =>
    JSON.stringify(r.messages.filter((m) => m.role === 'system'))
  server.on({}, (request): Reply => {
    const told = system(request)
    if (told.includes('You read one question')) return shaped(read)(request)
    if (told.includes('You edit sentences')) {
      const [, lines = ''] =
        /<data name="sentences">\n([\s\S]*?)\n<\/data>/.exec(lastUser(request)) ?? []
      const sentences = lines.split('\n').map((line, i) => word(line.replace(/^\d+\. /, ''), i))
      return shaped({ sentences })(request)
    }
    const done = request.messages.filter((m) => m.role === 'tool').length
    const step = STEPS[done]
    return step
      ? { toolCalls: [{ name: step[0], arguments: JSON.stringify(step[1]) }] }
      : { content: 'Done.' }
  })
}

function lastUser(request: ChatCompletionRequest): string {
  const user = request.messages.filter((m) => m.role === 'user').at(-1)
  return user ? lastText({ ...request, messages: [user] }) : ''
}
