import { remembered } from '../engine/remembered.ts'

const made = new Map<string, RegExp>()

/**
 * A pattern put together from words of ours, of which there are few; it is compiled at its first use. Those
 * with the flag `g` are for `matchAll` and `replaceAll` alone, for they would remember where they stopped.
 */
export function pattern(source: string, flags = ''): RegExp {
  return remembered(made, `${flags} ${source}`, () => new RegExp(source, flags))
}
