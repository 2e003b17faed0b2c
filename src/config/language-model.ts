import { z } from 'zod'
import { PROVIDERS, readSetting } from '../llm/setting.ts'
import { addressForm, secretFile, text } from './fields.ts'

const NAMES = Object.keys(PROVIDERS).join(', ')
const MODEL_FORM = {
  en: `must be provider:model, e.g. openai:gpt-6-luna; providers are ${NAMES}`,
  ko: `openai:gpt-6-luna처럼 제공자:모델 형식이어야 합니다. 제공자는 ${NAMES}입니다.`,
}
const MOST_USD = 1_000_000
const BUDGET_FORM = {
  en: `must be a number of dollars from 0 to ${MOST_USD}`,
  ko: `0부터 ${MOST_USD}까지의 달러 금액이어야 합니다.`,
}
const budget = (usual: number, description: string) =>
  z.coerce.number().min(0).max(MOST_USD).default(usual).meta({ description, form: BUDGET_FORM })

/** The language model, if one is wanted, and what it may cost. */
export const LANGUAGE_MODEL = {
  LLM: z
    .string()
    .refine((text) => text === 'none' || readSetting(text) !== undefined)
    .default('none')
    .meta({
      description:
        'Language model for loose questions, several steps and wording, as provider:model; without one everything is answered by rules.',
      form: MODEL_FORM,
    }),
  LLM_WORDING: z
    .string()
    .refine((text) => readSetting(text) !== undefined)
    .optional()
    .meta({
      description: 'A larger model for wording only; usually LLM words too.',
      form: MODEL_FORM,
    }),
  LLM_API_KEY: text().optional().describe('Key of the language model.'),
  LLM_API_KEY_FILE: secretFile('LLM_API_KEY'),
  LLM_BASE_URL: z
    .url()
    .optional()
    .meta({
      description: 'Address of the language model, for ollama, openai-compatible and proxies.',
      form: addressForm('http://127.0.0.1:11434'),
    }),
  LLM_PRICE: z
    .string()
    .regex(/^\d+(\.\d+)?,\d+(\.\d+)?$/)
    .optional()
    .meta({
      description:
        'USD per million input and output tokens of models whose price the catalogue does not know; 0,0 for your own machines. Budgets are kept by it.',
      form: {
        en: 'must be two numbers such as 0.10,0.40',
        ko: '0.10,0.40 같은 숫자 두 개여야 합니다.',
      },
    }),
  LLM_MONTH_USD: budget(20, 'Money for language models in a calendar month, USD at list price.'),
  LLM_PERSON_USD: budget(2, 'The same for one person.'),
  LLM_CHANNEL_USD: budget(5, 'The same for one channel.'),
}
