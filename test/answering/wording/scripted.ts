import type { ModelFailure } from '../../../src/answering/language-model.ts'
import type { AskForWording } from '../../../src/answering/wording/reword.ts'

type Request = Parameters<AskForWording>[0]

/** A model at the port that rewords each template by a rule; keeps what it was asked. */
export function scripted(say: (template: string, turn: number) => string | undefined) {
  const asked: Request[] = []
  const ask: AskForWording = async (request) => {
    asked.push(request)
    const turn = asked.length
    const sentences = linesOf(request).flatMap((template) => say(template, turn) ?? [])
    return { ok: true, value: { sentences }, uses: [use] }
  }
  return { ask, asked }
}

/** A model that gives nothing. */
export function failing(why: ModelFailure): AskForWording {
  return async () => ({ ok: false, why, uses: [use] })
}

/** The numbered templates of a request. */
export function linesOf({ data }: Request): string[] {
  return (data.sentences ?? '').split('\n').map((line) => line.replace(/^\d+\. /, ''))
}

const use = { purpose: 'word', provider: 'test', model: 'script', ms: 1 } as const
