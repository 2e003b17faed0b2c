import type { Language } from '../../language/language.ts'
import type { Answered } from '../answer-question.ts'
import type { Asked, ModelFailure, ModelUse, Served } from '../language-model.ts'
import type { Before } from '../thread.ts'

/** A question that was answered by rules and that a model may help with. */
export type Asking = Readonly<{
  question: string
  rules: Answered
  who: Served
  /** Milliseconds that the asker can still wait. */
  within: number
  locale?: Language
  before?: Before
}>

/** The answer that stands; `why` says why a model that was asked was of no help. */
export type Assisted = Readonly<{
  answered: Answered
  by: 'rules' | 'model'
  uses: readonly ModelUse[]
  why?: ModelFailure
}>

/** The rules' answer, and what was used to find out that it stands. */
export function stands({ rules }: Asking, asked?: Asked<unknown>): Assisted {
  return {
    answered: rules,
    by: 'rules',
    uses: asked?.uses ?? [],
    ...(asked && !asked.ok ? { why: asked.why } : {}),
  }
}

/** Aborts when the asker cannot wait any longer. */
export function lateAfter({ within }: Asking): AbortSignal {
  return AbortSignal.timeout(Math.max(0, Math.round(within)))
}

/** What the model gives before the time is up, else that it gave nothing. */
export function inTime<T>(asked: Promise<Asked<T>>, late: AbortSignal): Promise<Asked<T>> {
  const over = new Promise<Asked<T>>((resolve) =>
    late.addEventListener('abort', () => resolve({ ok: false, why: 'timeout', uses: [] }), {
      once: true,
    }),
  )
  return Promise.race([asked, over])
}
