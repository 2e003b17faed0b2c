/** The languages the product speaks; every sentence shown to a person exists in both. */
export type Language = 'en' | 'ko'

/** What each language calls itself. */
export const LANGUAGES = { en: 'English', ko: '한국어' } as const satisfies Record<Language, string>

/** A short text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>
