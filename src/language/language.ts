/** The languages the product speaks; every sentence shown to a person exists in both. */
export type Language = 'en' | 'ko'

/** A short text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>
