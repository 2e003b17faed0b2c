import { z } from 'zod'
import { addressForm, oneOfForm, secretFile, text } from './fields.ts'

const LITELLM_REPORTS = ['daily-activity', 'spend-report'] as const

const baseUrl = (usual: string) =>
  z
    .url()
    .optional()
    .meta({
      description: `Another base address, for proxies and tests; usually ${usual}.`,
      form: addressForm(usual),
    })

/** Services whose bills are read. */
export const SPEND_SOURCES = {
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
    .url()
    .optional()
    .meta({
      description: 'Address of a LiteLLM proxy; with it and a key its activity is read every hour.',
      form: addressForm('http://127.0.0.1:4000'),
    }),
  LITELLM_API_KEY: text()
    .optional()
    .describe("Key of the LiteLLM proxy that may see everybody's spend."),
  LITELLM_API_KEY_FILE: secretFile('LITELLM_API_KEY'),
  LITELLM_REPORT: z
    .enum(LITELLM_REPORTS)
    .optional()
    .meta({
      description:
        'What is read of LiteLLM: daily-activity (usually; by model and key), or spend-report (Enterprise; by the names of teams).',
      form: oneOfForm(LITELLM_REPORTS),
    }),
}
