import { z } from 'zod'
import { readEncryptionKeys } from '../storage/encryption-keys.ts'
import { text } from './fields.ts'

/** What keys to seal with must be, in the environment or in a file. */
export const KEYS_FORM = {
  en: 'must be id:key, the key 32 random bytes in base64 (openssl rand -base64 32) and the id small letters, digits and dashes; older keys follow after commas',
  ko: 'id:key 형식이어야 합니다. key는 무작위 32바이트를 base64로 나타낸 값(openssl rand -base64 32), id는 소문자·숫자·붙임표이며 이전 키는 쉼표 뒤에 둡니다.',
}

/** Where data and own notes lie, and what secrets are sealed with. */
export const STORAGE = {
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
    .regex(/^postgres(ql)?:\/\//)
    .optional()
    .meta({
      description: 'PostgreSQL instead of the embedded database.',
      form: {
        en: 'must start with postgres:// or postgresql://',
        ko: 'postgres:// 또는 postgresql://로 시작해야 합니다.',
      },
    }),
  ENCRYPTION_KEYS: z
    .string()
    .refine((keys) => readEncryptionKeys(keys) !== undefined)
    .optional()
    .meta({
      description:
        'Keys that stored tokens and keys of services are sealed with, as id:base64 of 32 bytes; the first seals, those after commas only open.',
      form: KEYS_FORM,
    }),
  ENCRYPTION_KEYS_FILE: text()
    .optional()
    .describe('File that holds ENCRYPTION_KEYS, read at the start, instead of it.'),
}
