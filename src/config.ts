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
import type { Bilingual, Language } from './language/language.ts'
import { listed, ToldError } from './language/told-error.ts'

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
export class ConfigError extends ToldError {
  override name = 'ConfigError'
  readonly problems: readonly Bilingual[]
  constructor(problems: readonly Bilingual[]) {
    super(listed(UNUSABLE, problems))
    this.problems = problems
  }
}

const UNUSABLE = {
  en: 'The configuration cannot be used:',
  ko: '이 설정으로는 시작할 수 없습니다.',
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
    : [...new Set(result.error.issues.map((issue) => issue.path[0]))].map((name) =>
        malformed(name as keyof Config, given),
      )
  if (problems.length > 0 || !result.success) throw new ConfigError(problems)
  return result.data
}

const TEXT_FORM = { en: 'must be a text', ko: '글자여야 합니다.' }

/** What a variable must be, and what it is. Tokens are secrets, so theirs is not repeated. */
function malformed(name: keyof Config, given: Readonly<Record<string, unknown>>): Bilingual {
  const received = String(given[name])
  const { form = TEXT_FORM } = ConfigSchema.shape[name].meta() ?? {}
  const { en, ko } = typeof form === 'function' ? form(received) : form
  return /TOKEN|SECRET|URL|KEYS?$/.test(name)
    ? { en: `${name} ${en}.`, ko: `${name}: ${ko}` }
    : { en: `${name} ${en}; received "${received}".`, ko: `${name}: ${ko} 받은 값: "${received}".` }
}

/** The language of whoever runs the process, by the usual variables of the locale. */
export function operatorLanguage(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  return /^ko/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'ko' : 'en'
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
