import type { LanguageModel } from '../answering/language-model.ts'
import type { Meter } from './meter.ts'

/** A language model whose requests are timed by purpose, waits and retries included. */
export function meteredModel(model: LanguageModel, meter: Meter): LanguageModel {
  const outcomeOf = (came: Readonly<{ ok: true } | { ok: false; why: string }>) =>
    came.ok ? 'ok' : came.why
  return {
    ask: (request) =>
      meter.timed({ kind: 'model', name: request.purpose }, () => model.ask(request), outcomeOf),
    useTools: (request) =>
      meter.timed(
        { kind: 'model', name: request.purpose },
        () => model.useTools(request),
        outcomeOf,
      ),
  }
}
