import { z } from 'zod'
import type { Bilingual } from '../language/language.ts'

declare module 'zod' {
  interface GlobalMeta {
    /** What a value must be: after the name of its variable in English, a sentence in Korean. */
    form?: Bilingual | ((received: string) => Bilingual)
  }
}

/** Text that is not empty. */
export const text = () => z.string().min(1)

/** A whole number within limits, both included, and what it means. */
export const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

export const wholeForm = (least: number, most: number): Bilingual => ({
  en: `must be a whole number from ${least} to ${most}`,
  ko: `${least}부터 ${most}까지의 정수여야 합니다.`,
})

const PORTS = [0, 65_535] as const

/** A port; 0 picks a free one. */
export const port = () => whole(...PORTS)
export const PORT_FORM = wholeForm(...PORTS)

export const oneOfForm = (values: readonly string[]): Bilingual => ({
  en: `must be one of ${values.join(', ')}`,
  ko: `다음 중 하나여야 합니다: ${values.join(', ')}.`,
})

export const addressForm = (example: string): Bilingual => ({
  en: `must be an address such as ${example}`,
  ko: `${example} 같은 주소여야 합니다.`,
})

/** A file that holds a secret, in place of the secret itself. */
export const secretFile = (name: string) =>
  text().optional().describe(`File that holds ${name}, read anew for every poll, instead of it.`)
