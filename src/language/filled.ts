import { josa } from './josa.ts'
import type { Bilingual, Language } from './language.ts'

/** Fills a bilingual template; in Korean `{slot:을/를}` adds the particle that fits the value. */
export function filled(
  words: Bilingual,
  language: Language,
  slots: Readonly<Record<string, string>> = {},
): string {
  return words[language].replace(
    /\{(\w+)(?::([^}]+))?\}/g,
    (_, name: string, endings?: string) =>
      `${slots[name] ?? ''}${endings ? josa(slots[name] ?? '', endings) : ''}`,
  )
}
