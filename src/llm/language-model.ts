import type { AIMessage, BaseMessage } from '@langchain/core/messages'
import { z } from 'zod'
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
import { attempt, type Outcome, type Pause } from './attempts.ts'
import { Breaker } from './breaker.ts'
import { Budget, type Budgets } from './budget.ts'
import { mostOf, useOf } from './cost.ts'
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
  pause: Pause
  /** Told of each call that came to nothing; holds no words of anybody. */
  failed: (why: ModelFailure, purpose: Purpose, error?: unknown) => void
}>

type Guarded = Readonly<{
  request: ModelRequest
  model: Opened
  /** All that is sent, for its length. */
  sent: string
  until: number
  call: (signal: AbortSignal) => Promise<AIMessage>
}>
type Done = Readonly<{ outcome: Outcome<AIMessage>; use?: ModelUse }>

/** The configured language models behind the port: bounded in time, money and number. */
export function languageModel(means: LanguageModelMeans): LanguageModel {
  const { now, random, pause, failed } = means
  const gate = new Gate()
  const budget = new Budget(means.budgets, means.calls, now)
  const breakers = new Map<Opened, Breaker>()
  const breakerOf = (model: Opened) => {
    const breaker = breakers.get(model) ?? new Breaker(now)
    breakers.set(model, breaker)
    return breaker
  }

  /** One call with everything that guards it; what it used is kept whatever came of it. */
  const guarded = async (call: Guarded): Promise<Done> => {
    try {
      return await counted(call)
    } catch (error) {
      failed('unavailable', call.request.purpose, error)
      return refused('unavailable')
    }
  }
  const counted = async ({ request, model, sent, until, call }: Guarded): Promise<Done> => {
    const start = now()
    const left = () => until - now()
    const rates = ratesFor(model)
    // Without a price no budget can be kept.
    if (!rates) return refused('budget')
    const mostNano = mostOf(sent, model.maxTokens, rates)
    const release = await budget.reserve(request.who, mostNano)
    if (!release) return refused('budget')
    try {
      if (left() <= 0) return refused('timeout')
      const breaker = breakerOf(model)
      if (!breaker.allows()) return refused('unavailable')
      const signal = AbortSignal.timeout(left())
      const work = () => attempt(() => call(signal), { signal, left, random, pause })
      const outcome = await gate.run(work, signal, request.waits)
      if (!outcome) return refused('busy')
      if (outcome.ok) breaker.succeeded()
      else if (outcome.why !== 'malformed') breaker.failed()
      const use: ModelUse = {
        purpose: request.purpose,
        ...model.setting,
        ...(outcome.ok ? useOf(outcome.value.usage_metadata, rates) : {}),
        ms: now() - start,
      }
      const final: Outcome<AIMessage> =
        outcome.ok && isDeclined(outcome.value) ? { ok: false, why: 'declined' } : outcome
      await means.calls.record({
        ...request.who,
        ...use,
        id: means.newId(),
        at: start,
        outcome: final.ok ? 'ok' : final.why,
        mostNano,
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
      const { outcome, use } = await guarded({
        request,
        model,
        sent: JSON.stringify([messages, z.toJSONSchema(shape)]),
        until: now() + request.within,
        call: async (signal) => {
          const got = await structured.invoke(messages as unknown as BaseMessage[], { signal })
          parsed = got.parsed
          return got.raw
        },
      })
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
      const offered = tools.map(({ shape, ...tool }) => [tool, z.toJSONSchema(shape)])
      const until = now() + request.within
      const uses: ModelUse[] = []
      for (let used = 0; ; ) {
        const { outcome, use } = await guarded({
          request,
          model,
          sent: JSON.stringify([messages, offered]),
          until,
          call: (signal) => bound.invoke(messages as BaseMessage[], { signal }),
        })
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

function refused(why: ModelFailure): Done {
  return { outcome: { ok: false, why } }
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
