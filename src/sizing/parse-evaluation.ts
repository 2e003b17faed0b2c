import type { Evaluation } from './request.ts'

/** Reads "gpt-6-astra=441 gpt-6-luna=430 both=410 items=500"; undefined when a part is missing. */
export function parseEvaluation(text: string): Evaluation | undefined {
  const pairs = [...text.matchAll(/([\w.:+-]+)\s*=\s*(\d+)/g)].map(
    ([, name = '', count]) => [name, Number(count)] as const,
  )
  const named = (name: string) => pairs.find(([key]) => key.toLowerCase() === name)?.[1]
  const options = pairs.filter(([key]) => !['both', 'items'].includes(key.toLowerCase()))
  const [one, other] = options
  const [bothRight, items] = [named('both'), named('items')]
  if (!one || !other || options.length > 2 || bothRight === undefined || items === undefined)
    return undefined
  return { a: one[0], b: other[0], aRight: one[1], bRight: other[1], bothRight, items }
}

/** The same as a person would type it. */
export function showEvaluation({ a, b, aRight, bRight, bothRight, items }: Evaluation): string {
  return `${a}=${aRight} ${b}=${bRight} both=${bothRight} items=${items}`
}
