import type {
  Asked,
  LanguageModel,
  ModelFailure,
  ModelRequest,
  ModelTool,
  ModelUse,
  Served,
} from '../../src/answering/language-model.ts'

export const SERVED: Served = { tenant: 'T1', person: 'U1', channel: 'C1' }
export const FAILURES: readonly ModelFailure[] = [
  'budget',
  'busy',
  'timeout',
  'unavailable',
  'declined',
  'malformed',
]
const USE: ModelUse = { purpose: 'understand', provider: 'scripted', model: 'scripted', ms: 1 }

/** A language model that says what a test lets it say; `asked` holds every request it got. */
export type Scripted = LanguageModel & Readonly<{ asked: ModelRequest[]; told: string[] }>

type Use = Readonly<{ tool: string; args: unknown }>

/** What it gives for `ask`, checked against the shape like an adapter would; and the tools it uses. */
export function scripted(
  script: Readonly<{ value?: unknown; uses?: readonly Use[]; why?: ModelFailure }>,
): Scripted {
  const asked: ModelRequest[] = []
  const told: string[] = []
  return {
    asked,
    told,
    ask: async ({ shape, ...request }) => {
      asked.push(request)
      if (script.why) return { ok: false, why: script.why, uses: [USE] }
      const parsed = shape.safeParse(script.value)
      return parsed.success
        ? { ok: true, value: parsed.data, uses: [USE] }
        : { ok: false, why: 'malformed', uses: [USE] }
    },
    useTools: async ({ tools, most: _bound, ...request }) => {
      asked.push(request)
      for (const use of script.uses ?? []) told.push(await usedBy(tools, use))
      return script.why
        ? { ok: false, why: script.why, uses: [USE] }
        : { ok: true, value: script.uses?.length ?? 0, uses: [USE] }
    },
  }
}

/** Tools are handed whatever the model wrote, of the right shape or not. */
function usedBy(tools: readonly ModelTool[], { tool, args }: Use): Promise<string> {
  return tools.find((t) => t.name === tool)?.run(args) ?? Promise.resolve('no such tool')
}

/** A model that never answers. */
export const SILENT: LanguageModel = {
  ask: <T>() => new Promise<Asked<T>>(() => {}),
  useTools: () => new Promise<Asked<number>>(() => {}),
}
