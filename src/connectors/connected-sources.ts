import type { ChargeSource } from '../ingest/ports.ts'
import type { Credential } from '../installs/ports.ts'
import type { Web } from './http.ts'
import { httpSources, type ServiceSettings } from './http-sources.ts'

/** Services whose bills can be read, and what each is set up by. */
const KEYS = {
  openai: 'OPENAI_ADMIN_KEY',
  anthropic: 'ANTHROPIC_ADMIN_KEY',
  litellm: 'LITELLM_API_KEY',
  openrouter: 'OPENROUTER_MANAGEMENT_KEY',
} as const

export type Service = keyof typeof KEYS
export const SERVICES = Object.keys(KEYS) as readonly Service[]

/** Services that have no usual address. */
export const WITH_ADDRESS: readonly Service[] = ['litellm']

export function isService(name: string): name is Service {
  return name in KEYS
}

/** A service that is reached with a credential; `settings` are those that hold for everybody. */
export function connectedSource(
  service: Service,
  { key, baseUrl }: Credential,
  settings: ServiceSettings,
  web: Web,
): readonly ChargeSource[] {
  const { OPENAI_ADMIN_BASE_URL, ANTHROPIC_ADMIN_BASE_URL, OPENROUTER_BASE_URL } = settings
  return httpSources(
    {
      ...{ OPENAI_ADMIN_BASE_URL, ANTHROPIC_ADMIN_BASE_URL, OPENROUTER_BASE_URL },
      ...{ LITELLM_REPORT: settings.LITELLM_REPORT, LITELLM_BASE_URL: baseUrl },
      [KEYS[service]]: key,
    },
    web,
  )
}
