import { readFileSync } from 'node:fs'
import { z } from 'zod'

const rows = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))

const language = z.enum(['en', 'ko'])

/** Rewordings that say something else: language, original, rewording, and what is wrong. */
export const HOSTILE = z
  .array(z.tuple([language, z.string(), z.string(), z.string()]))
  .parse(rows('hostile.tsv'))

/** True paraphrases of sentences as notes and templates have them: language, original, rewording. */
export const FAIR = z.array(z.tuple([language, z.string(), z.string()])).parse(rows('fair.tsv'))
