import { isObject } from '../../src/block-kit/json.ts'

/** Texts in mrkdwn that hold half a mention, half an escape or half a letter. */
export function brokenTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(brokenTexts)
  if (!isObject(value)) return []
  if (value.type === 'mrkdwn') return isWhole(String(value.text)) ? [] : [String(value.text)]
  return Object.values(value).flatMap(brokenTexts)
}

function isWhole(text: string): boolean {
  const said = text.replace(/<[^<>]*>/g, '').replace(/&(amp|lt|gt);/g, '')
  return !/[<>&]/.test(said) && !/\p{Surrogate}/u.test(text)
}
