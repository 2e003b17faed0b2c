import { type ChatCompletionRequest, LLMock } from '@copilotkit/aimock'

/** Dialects in which a language model is spoken to: how each is configured against a local server. */
export const DIALECTS = ['openai', 'anthropic', 'ollama'] as const
export type Dialect = (typeof DIALECTS)[number]

const MODELS: Readonly<Record<Dialect, string>> = {
  openai: 'openai:gpt-6-luna',
  anthropic: 'anthropic:claude-haiku-5-5',
  ollama: 'ollama:llama3.1',
}

/** The environment in which the product speaks a dialect to the server at an address. */
export function modelEnvironment(dialect: Dialect, url: string, more: Record<string, string> = {}) {
  return {
    LLM: MODELS[dialect],
    LLM_BASE_URL: dialect === 'openai' ? `${url}/v1` : url,
    LLM_API_KEY: 'a-key-for-tests',
    LLM_PRICE: '0.10,0.40',
    ...more,
  }
}

/** What the last message of a request says. */
export function lastText(request: ChatCompletionRequest): string {
  const content = request.messages.at(-1)?.content
  return typeof content === 'string' ? content : JSON.stringify(content)
}

/**
 * Scripts an answer with a value of a shape: where a dialect asks for it by a tool, as a call of that
 * tool, else as JSON.
 */
export function shaped(value: object) {
  return (request: ChatCompletionRequest) => {
    const tool = request.tools?.[0]?.function.name
    const usage = {
      input_tokens: 1_000,
      output_tokens: 50,
      prompt_tokens: 1_000,
      completion_tokens: 50,
    }
    return tool
      ? { toolCalls: [{ name: tool, arguments: JSON.stringify(value) }], usage }
      : { content: JSON.stringify(value), usage }
  }
}

/** A server on a free port of this machine. */
export async function modelServer(): Promise<LLMock> {
  const server = new LLMock({ port: 0, logLevel: 'silent' })
  await server.start()
  return server
}
