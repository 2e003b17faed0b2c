const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** Whether a text is the code of a currency, ISO 4217, in capitals. */
export function isCurrency(text: string): boolean {
  return CODES.has(text)
}
