import { z } from 'zod'
import { CURRENCY } from './config/currency.ts'
import { EMBEDDINGS } from './config/embeddings.ts'
import { LANGUAGE_MODEL } from './config/language-model.ts'
import { OPERATION } from './config/operation.ts'
import { PRIVACY } from './config/privacy.ts'
import { togetherProblems } from './config/problems.ts'
import { PROCESS } from './config/process.ts'
import { SLACK } from './config/slack.ts'
import { SPEND_SOURCES } from './config/spend-sources.ts'
import { STORAGE } from './config/storage.ts'

/** Every environment variable the product reads: its meaning, and its default where it has one. */
export const ConfigSchema = z.object({
  ...SLACK,
  ...PROCESS,
  ...OPERATION,
  ...STORAGE,
  ...PRIVACY,
  ...LANGUAGE_MODEL,
  ...EMBEDDINGS,
  ...SPEND_SOURCES,
  ...CURRENCY,
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
  const received = /TOKEN|SECRET|URL|KEYS?$/.test(name) ? '' : `; received "${given[name]}"`
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
