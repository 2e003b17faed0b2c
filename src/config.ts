import { z } from 'zod'
import { togetherProblems } from './config-problems.ts'
import { PROVIDERS, readSetting } from './llm/setting.ts'

const text = () => z.string().min(1)
const VECTORS = ['lsa', 'none', 'openai-compatible', 'transformers'] as const
const LITELLM_REPORTS = ['daily-activity', 'spend-report'] as const
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

const secretFile = (name: string) =>
  text().optional().describe(`File that holds ${name}, read anew for every poll, instead of it.`)
const baseUrl = (usual: string) =>
  z
    .url(`must be an address such as ${usual}`)
    .optional()
    .describe(`Another base address, for proxies and tests; usually ${usual}.`)

const MODEL_FORM = `must be provider:model, e.g. openai:gpt-6-luna; providers are ${Object.keys(PROVIDERS).join(', ')}`
const budget = (usual: number, meaning: string) =>
  z.coerce
    .number('must be a number of dollars')
    .min(0, 'must be a number of dollars, 0 or more')
    .max(1_000_000, 'must be at most 1000000 dollars')
    .default(usual)
    .describe(meaning)

/** Every environment variable the product reads: its meaning, and its default where it has one. */
export const ConfigSchema = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-/, 'must start with xoxb-')
    .optional()
    .describe('Bot token of the Slack app. Without it a local workspace is served in the browser.'),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, 'must start with xapp-')
    .optional()
    .describe('App-level token; with it the bot uses Socket Mode and needs no public address.'),
  SLACK_SIGNING_SECRET: text()
    .optional()
    .describe('Signing secret of the Slack app; with it the bot receives events over HTTP.'),
  SLACK_API_URL: z
    .url('must be an address such as https://slack.com/api/')
    .optional()
    .describe("Base address of Slack's Web API, for tests and proxies."),
  ADMIN_USERS: z
    .string()
    .regex(
      /^\s*[UW][A-Z0-9]+(\s*,\s*[UW][A-Z0-9]+)*\s*$/,
      'must be Slack member ids such as U012AB3CD, separated by commas',
    )
    .transform((list) => list.split(',').map((id) => id.trim()))
    .optional()
    .describe(
      'Slack member ids, separated by commas, of people who may set up spend besides the owners of the workspace.',
    ),
  PORT: z.coerce
    .number('must be a whole number from 0 to 65535')
    .int('must be a whole number from 0 to 65535')
    .min(0, 'must be a whole number from 0 to 65535')
    .max(65535, 'must be a whole number from 0 to 65535')
    .default(3000)
    .describe('Port of the local workspace or of the HTTP receiver; 0 picks a free one.'),
  HOST: text()
    .default('127.0.0.1')
    .describe('Address to bind; the local workspace always stays on 127.0.0.1.'),
  DATA_DIR: text()
    .default('data')
    .describe('Folder of the embedded database; one process at a time uses it.'),
  KNOWLEDGE_DIR: text()
    .optional()
    .describe(
      "Folder with the company's own notes (evidence/) and catalogue entries (catalog/), added to the shipped ones.",
    ),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional()
    .describe('PostgreSQL instead of the embedded database.'),
  LLM: z
    .string()
    .refine((text) => text === 'none' || readSetting(text) !== undefined, MODEL_FORM)
    .default('none')
    .describe(
      'Language model for loose questions, several steps and wording, as provider:model; without one everything is answered by rules.',
    ),
  LLM_WORDING: z
    .string()
    .refine((text) => readSetting(text) !== undefined, MODEL_FORM)
    .optional()
    .describe('A larger model for wording only; usually LLM words too.'),
  LLM_API_KEY: text().optional().describe('Key of the language model.'),
  LLM_API_KEY_FILE: secretFile('LLM_API_KEY'),
  LLM_BASE_URL: z
    .url('must be an address such as http://127.0.0.1:11434')
    .optional()
    .describe('Address of the language model, for ollama, openai-compatible and proxies.'),
  LLM_PRICE: z
    .string()
    .regex(/^\d+(\.\d+)?,\d+(\.\d+)?$/, 'must be two numbers such as 0.10,0.40')
    .optional()
    .describe(
      'USD per million input and output tokens of models whose price the catalogue does not know; 0,0 for your own machines. Budgets are kept by it.',
    ),
  LLM_MONTH_USD: budget(20, 'Money for language models in a calendar month, USD at list price.'),
  LLM_PERSON_USD: budget(2, 'The same for one person.'),
  LLM_CHANNEL_USD: budget(5, 'The same for one channel.'),
  EMBEDDINGS: z
    .enum(VECTORS, `must be one of ${VECTORS.join(', ')}`)
    .default('lsa')
    .describe(
      'Vectors beside the keyword search: lsa (built from the notes), none, openai-compatible (any server with /v1/embeddings), transformers (a model in a local folder).',
    ),
  EMBEDDINGS_BASE_URL: z
    .url('must be an address such as http://127.0.0.1:11434/v1')
    .optional()
    .describe('Address of the embeddings server, up to and with /v1.'),
  EMBEDDINGS_MODEL: text().optional().describe('Model of the embeddings server or local folder.'),
  EMBEDDINGS_DIMENSIONS: z.coerce
    .number('must be a whole number from 1 to 8192')
    .int('must be a whole number from 1 to 8192')
    .min(1, 'must be a whole number from 1 to 8192')
    .max(8192, 'must be a whole number from 1 to 8192')
    .optional()
    .describe('Length of the vectors, for servers that shorten them on request.'),
  EMBEDDINGS_API_KEY: text().optional().describe('Key of the embeddings server.'),
  EMBEDDINGS_MODEL_PATH: text()
    .optional()
    .describe('Folder that holds the local model; nothing is downloaded.'),
  EMBEDDINGS_QUERY_PREFIX: text()
    .optional()
    .describe('Put before questions; e5 models need "query: ".'),
  EMBEDDINGS_DOC_PREFIX: text()
    .optional()
    .describe('Put before notes; e5 models need "passage: ".'),
  OPENAI_ADMIN_KEY: text()
    .optional()
    .describe('Admin key of the OpenAI organisation; with it its costs are read every hour.'),
  OPENAI_ADMIN_KEY_FILE: secretFile('OPENAI_ADMIN_KEY'),
  OPENAI_ADMIN_BASE_URL: baseUrl('https://api.openai.com/v1'),
  ANTHROPIC_ADMIN_KEY: text()
    .optional()
    .describe('Admin key of the Anthropic organisation; with it its costs are read every hour.'),
  ANTHROPIC_ADMIN_KEY_FILE: secretFile('ANTHROPIC_ADMIN_KEY'),
  ANTHROPIC_ADMIN_BASE_URL: baseUrl('https://api.anthropic.com/v1'),
  OPENROUTER_MANAGEMENT_KEY: text()
    .optional()
    .describe('Management key of OpenRouter; with it its activity is read every hour.'),
  OPENROUTER_MANAGEMENT_KEY_FILE: secretFile('OPENROUTER_MANAGEMENT_KEY'),
  OPENROUTER_BASE_URL: baseUrl('https://openrouter.ai/api/v1'),
  LITELLM_BASE_URL: z
    .url('must be an address such as http://127.0.0.1:4000')
    .optional()
    .describe('Address of a LiteLLM proxy; with it and a key its activity is read every hour.'),
  LITELLM_API_KEY: text()
    .optional()
    .describe("Key of the LiteLLM proxy that may see everybody's spend."),
  LITELLM_API_KEY_FILE: secretFile('LITELLM_API_KEY'),
  LITELLM_REPORT: z
    .enum(LITELLM_REPORTS, `must be one of ${LITELLM_REPORTS.join(', ')}`)
    .optional()
    .describe(
      'What is read of LiteLLM: daily-activity (usually; by model and key), or spend-report (Enterprise; by the names of teams).',
    ),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`)
    .default('info')
    .describe('How much is logged, as JSON on standard error.'),
})

export type Config = z.infer<typeof ConfigSchema>

/** All problems of an environment at once, one sentence each. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Parses an environment; an empty string counts as unset. Throws ConfigError with every problem. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const result = ConfigSchema.safeParse(given)
  const problems = result.success
    ? togetherProblems(result.data)
    : result.error.issues.map((issue) => describe(issue, given))
  if (problems.length > 0 || !result.success)
    throw new ConfigError(
      `The configuration cannot be used:\n${problems.map((p) => `- ${p}`).join('\n')}`,
    )
  return result.data
}

/** Tokens are secrets, so what was received is not repeated for them. */
function describe(issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): string {
  const name = String(issue.path[0])
  const received = /TOKEN|SECRET|URL|KEY$/.test(name) ? '' : `; received "${given[name]}"`
  return `${name} ${issue.message}${received}.`
}

/** The text of `.env.example`: every variable with its sentence and default. */
export function envExample(): string {
  return Object.entries(ConfigSchema.shape)
    .map(([name, field]) => {
      const fallback = field.safeParse(undefined).data
      return `# ${field.description ?? ''}\n${fallback === undefined ? `# ${name}=` : `${name}=${fallback}`}\n`
    })
    .join('\n')
}
