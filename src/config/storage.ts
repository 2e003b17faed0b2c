import { z } from 'zod'
import { text } from './fields.ts'

/** Where data and own notes lie. */
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
}
