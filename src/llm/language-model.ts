import type { AIMessage, BaseMessage } from '@langchain/core/messages'
import type {
  Asked,
  LanguageModel,
  ModelFailure,
  ModelRequest,
  ModelTool,
  ModelUse,
  Purpose,
} from '../answering/language-model.ts'
import type { ModelCallStore } from '../answering/ports.ts'
import type { RatesOf } from '../spend/rates.ts'
import { attempt, type Outcome } from './attempts.ts'
import { Breaker } from './breaker.ts'
import { Budget, type Budgets } from './budget.ts'
import { mostOf, type UsageMetadata, useOf } from './cost.ts'
import { Gate } from './gate.ts'
import type { ChatModel } from './load-model.ts'
import { messagesOf } from './prompt.ts'
import type { ModelSetting } from './setting.ts'

/** A model that is ready to be called. */
export type Opened = Readonly<{ setting: ModelSetting; chat: ChatModel; maxTokens: number }>

export type LanguageModelMeans = Readonly<{
  /** For understanding and planning, and for wording. */
  small: Opened
  large: Opened
  ratesOf: RatesOf
  budgets: Budgets
  calls: ModelCallStore
  now: () => number
  newId: () => string
  random: () => number
  /** Told of each call that came to nothing; holds no words of anybody. */
  failed: (why: ModelFailure, purpose: Purpose) => void
}>

/** The configured language models behind the port: bounded in time, money and number. */
export function languageModel(means: LanguageModelMeans): LanguageModel {
  const { now, random, failed } = means
  const gate = new Gate()
  const budget = new Budget(means.budgets, means.calls, now)
  const breakers = new Map<Opened, Breaker>()
  const breakerOf = (model: Opened) => {
    const breaker = breakers.get(model) ?? new Breaker(now)
    breakers.set(model, breaker)
    return breaker
  }

  /** One call with everything that guards it; what it used is kept whatever came of it. */
  const guarded = async (
    request: ModelRequest,
    model: Opened,
    prompt: string,
    until: number,
    call: (signal: AbortSignal) => Promise<AIMessage>,
  ): Promise<{ outcome: Outcome<AIMessage>; use?: ModelUse }> => {
    const start = now()
    const left = () => until - now()
    const breaker = breakerOf(model)
    const refuse = (why: ModelFailure) => ({ outcome: { ok: false, why } as const })
    const rates = ratesFor(model)
    const release = rates
      ? await budget.reserve(request.who, mostOf(prompt, model.maxTokens, rates))
      : undefined
    if (!release) return refuse('budget')
    try {
      if (!breaker.allows()) return refuse('unavailable')
      if (left() <= 0) return refuse('timeout')
      const signal = AbortSignal.timeout(left())
      const work = () => attempt(() => call(signal), { signal, left, random })
      const outcome = await gate.run(work, signal, request.waits)
      if (!outcome) return refuse('busy')
      if (outcome.ok) breaker.succeeded()
      else if (outcome.why !== 'malformed') breaker.failed()
      const use: ModelUse = {
        purpose: request.purpose,
        ...model.setting,
        ...(outcome.ok ? useOf(usageOf(outcome.value), rates) : {}),
        ms: now() - start,
      }
      const declined = outcome.ok && isDeclined(outcome.value)
      const final: Outcome<AIMessage> = declined ? { ok: false, why: 'declined' } : outcome
      await means.calls.record({
        ...request.who,
        ...use,
        id: means.newId(),
        at: start,
        outcome: final.ok ? 'ok' : final.why,
      })
      return { outcome: final, use }
    } finally {
      release()
    }
  }
  const ratesFor = ({ setting: { provider, model } }: Opened) =>
    means.ratesOf(provider, model, new Date(now()).toISOString().slice(0, 10), 'USD')
  const modelFor = (purpose: Purpose) => (purpose === 'word' ? means.large : means.small)
  const lost = (why: ModelFailure, purpose: Purpose, uses: readonly ModelUse[]) => {
    failed(why, purpose)
    return { ok: false, why, uses } as const
  }

  return {
    ask: async ({ shape, ...request }) => {
      const model = modelFor(request.purpose)
      const messages = messagesOf(request)
      const structured = model.chat.withStructuredOutput(shape, {
        includeRaw: true,
        name: 'answer',
      })
      let parsed: unknown
      const { outcome, use } = await guarded(
        request,
        model,
        textOf(messages),
        now() + request.within,
        async (signal) => {
          const got = await structured.invoke(messages as unknown as BaseMessage[], { signal })
          parsed = got.parsed
          return got.raw
        },
      )
      const uses = use ? [use] : []
      if (!outcome.ok) return lost(outcome.why, request.purpose, uses)
      const value = shape.safeParse(parsed)
      return value.success
        ? { ok: true, value: value.data, uses }
        : lost('malformed', request.purpose, uses)
    },
    useTools: async ({ tools, most, ...request }): Promise<Asked<number>> => {
      const model = modelFor(request.purpose)
      const messages: unknown[] = messagesOf(request)
      const bound = model.chat.bindTools(
        tools.map(({ name, description, shape }) => ({ name, description, schema: shape })),
      )
      const until = now() + request.within
      const uses: ModelUse[] = []
      for (let used = 0; ; ) {
        const { outcome, use } = await guarded(request, model, textOf(messages), until, (signal) =>
          bound.invoke(messages as BaseMessage[], { signal }),
        )
        if (use) uses.push(use)
        if (!outcome.ok) return lost(outcome.why, request.purpose, uses)
        const wanted = outcome.value.tool_calls ?? []
        if (wanted.length === 0 || used >= most) return { ok: true, value: used, uses }
        messages.push(outcome.value)
        for (const { id = '', name, args } of wanted) {
          used += 1
          const content = used > most ? 'No more tools may be used.' : await run(tools, name, args)
          messages.push({ role: 'tool', content, tool_call_id: id, name })
        }
      }
    },
  }
}

/** What a tool says; a tool or arguments that do not exist are told as a sentence. */
async function run(tools: readonly ModelTool[], name: string, args: unknown): Promise<string> {
  const tool = tools.find((t) => t.name === name)
  if (!tool) return `There is no tool ${name}; there are ${tools.map((t) => t.name).join(', ')}.`
  const checked = tool.shape.safeParse(args)
  if (!checked.success)
    return `The arguments are wrong: ${checked.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('; ')}.`
  return tool.run(checked.data)
}

function textOf(messages: readonly unknown[]): string {
  return JSON.stringify(messages)
}

function usageOf(message: AIMessage): UsageMetadata | undefined {
  return message.usage_metadata
}

/** Providers say in different places that a model declined. */
function isDeclined({ additional_kwargs: more, response_metadata: end }: AIMessage): boolean {
  const { stop_reason, finish_reason } = end as { stop_reason?: string; finish_reason?: string }
  return (
    Boolean(more.refusal) ||
    stop_reason === 'refusal' ||
    finish_reason === 'content_filter' ||
    finish_reason === 'refusal'
  )
}
