import { anthropic } from '../../src/connectors/anthropic.ts'
import type { Web } from '../../src/connectors/http.ts'
import { liteLlm } from '../../src/connectors/litellm.ts'
import { liteLlmReport } from '../../src/connectors/litellm-report.ts'
import { openAi } from '../../src/connectors/openai.ts'
import { openRouter } from '../../src/connectors/openrouter.ts'
import type { ChargeSource } from '../../src/ingest/ports.ts'
import { type Answers, pageText } from '../support/pages.ts'

/** Noon of the last recorded day. */
export const NOON = Date.parse('2026-11-20T12:00:00Z')
export const DAYS = { from: '2026-11-16', to: '2026-11-20' }
export const SECRET = 'sk-admin-do-not-show-1234'

type Make = (web: Web, place: { baseUrl: string; key: () => string }) => ChargeSource

/** A service and the pages that were recorded of it. */
export type Recorded = Readonly<{ make: Make; keyName: string; answers: Answers }>

export const RECORDED: Readonly<Record<string, Recorded>> = {
  openai: {
    make: openAi,
    keyName: 'OPENAI_ADMIN_KEY',
    answers: ({ url }) => ({
      body: url.pathname.endsWith('/usage/completions')
        ? pageText('openai.usage')
        : pageText(`openai.costs.${(url.searchParams.get('page') ?? 'page_1').slice(5)}`),
    }),
  },
  anthropic: {
    make: anthropic,
    keyName: 'ANTHROPIC_ADMIN_KEY',
    answers: ({ url }) => ({
      body: url.pathname.endsWith('/usage_report/messages')
        ? pageText('anthropic.usage')
        : pageText(`anthropic.costs.${(url.searchParams.get('page') ?? 'page_1').slice(5)}`),
    }),
  },
  litellm: {
    make: liteLlm,
    keyName: 'LITELLM_API_KEY',
    answers: ({ url }) => ({
      body: pageText(`litellm.activity.${url.searchParams.get('page')}`),
    }),
  },
  'litellm-report': {
    make: liteLlmReport,
    keyName: 'LITELLM_API_KEY',
    answers: () => ({ body: pageText('litellm.report') }),
  },
  openrouter: {
    make: openRouter,
    keyName: 'OPENROUTER_MANAGEMENT_KEY',
    answers: () => ({ body: pageText('openrouter.activity') }),
  },
}
