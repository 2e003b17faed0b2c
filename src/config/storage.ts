import { z } from 'zod'
import { readEncryptionKeys } from '../storage/encryption-keys.ts'
import { text } from './fields.ts'

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
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional()
    .describe('PostgreSQL instead of the embedded database.'),
  ENCRYPTION_KEYS: z
    .string()
    .refine(
      (keys) => readEncryptionKeys(keys) !== undefined,
      'must be id:key, the key 32 random bytes in base64 (openssl rand -base64 32) and the id small letters, digits and dashes; older keys follow after commas',
    )
    .optional()
    .describe(
      'Keys that stored tokens and keys of services are sealed with, as id:base64 of 32 bytes; the first seals, those after commas only open.',
    ),
  ENCRYPTION_KEYS_FILE: text()
    .optional()
    .describe('File that holds ENCRYPTION_KEYS, read at the start, instead of it.'),
}
