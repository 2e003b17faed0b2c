import type { Bilingual } from '../../language/language.ts'
import { ToldError } from '../../language/told-error.ts'
import { within } from '../within.ts'

/** What a check found: nothing to do, something to mend, or that it could not or need not look. */
export type Finding = Readonly<{ state: 'ok' | 'problem' | 'skipped'; says: Bilingual }>

export type Check = Readonly<{ id: string; title: Bilingual; look: () => Promise<Finding> }>
export type Checked = Finding & Readonly<{ id: string; title: Bilingual }>

export const ok = (en: string, ko: string): Finding => ({ state: 'ok', says: { en, ko } })
export const problem = (en: string, ko: string): Finding => ({ state: 'problem', says: { en, ko } })
export const skipped = (en: string, ko: string): Finding => ({ state: 'skipped', says: { en, ko } })

/** Longest that a check may take, in milliseconds. */
const MOST_MS = 60_000

/** Carries out checks side by side; one that fails or hangs is a problem too, and stops no other. */
export function examine(checks: readonly Check[]): Promise<readonly Checked[]> {
  return Promise.all(
    checks.map(async ({ id, title, look }) => ({
      id,
      title,
      ...(await within(look(), MOST_MS).catch(broken)),
    })),
  )
}

/** A problem as whoever met it says it: in both languages where it can, else in English within these words. */
export function reported(error: unknown, en: string, ko: string): Finding {
  if (error instanceof ToldError) return { state: 'problem', says: error.sentence }
  const reason = error instanceof Error ? error.message : String(error)
  return problem(`${en}${reason}`, `${ko}${reason}`)
}

const broken = (error: unknown) =>
  reported(error, 'This could not be checked: ', '확인하지 못했습니다: ')
