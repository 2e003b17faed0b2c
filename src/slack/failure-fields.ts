/** Errors whose words are the product's own and repeat nothing that anybody wrote. */
const OURS = new Set(['SealError', 'DatabaseFaultError'])

/**
 * What a log may say of an error: its name, the code that Slack or Node gave, and where in the program it
 * came about. Its message only where the words are ours; another's may repeat what somebody wrote.
 */
export function failureOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error }
  const { name, message, stack = '' } = error
  const code = codeIn(error, 'code')
  const slack = 'data' in error ? codeIn(error.data, 'error') : undefined
  const said = stack.indexOf(message)
  const places = said < 0 ? [] : stack.slice(said + message.length).split('\n')
  return {
    error: name,
    ...(code === undefined ? {} : { code }),
    ...(slack === undefined ? {} : { slack }),
    ...(OURS.has(name) ? { reason: message } : {}),
    stack: places.filter((line) => line.startsWith('    at ')).join('\n'),
  }
}

/** Words without what stands in quotes, which may be somebody's. */
export function unquoted(text: string): string {
  return text.replace(/(["'`])(?:(?!\1).)*\1(?:\.\.\.)?/gs, '$1…$1')
}

/** A code is one word; anything longer may be more than a code. */
function codeIn(holder: unknown, key: string): string | undefined {
  if (typeof holder !== 'object' || holder === null || !(key in holder)) return undefined
  const code = (holder as Readonly<Record<string, unknown>>)[key]
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : undefined
}
