import { z } from 'zod'
import { PROVIDERS, readSetting } from '../llm/setting.ts'
import { secretFile, text } from './fields.ts'

const MODEL_FORM = `must be provider:model, e.g. openai:gpt-6-luna; providers are ${Object.keys(PROVIDERS).join(', ')}`
const budget = (usual: number, meaning: string) =>
  z.coerce
    .number('must be a number of dollars')
    .min(0, 'must be a number of dollars, 0 or more')
    .max(1_000_000, 'must be at most 1000000 dollars')
    .default(usual)
    .describe(meaning)

/** The language model, if one is wanted, and what it may cost. */
export const LANGUAGE_MODEL = {
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
}
