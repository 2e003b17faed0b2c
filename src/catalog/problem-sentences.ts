import type { z } from 'zod'

/**
 * Says in plain words what is wrong at one place of a file: where, what stands there, and what belongs
 * there. `issue` comes from zod with its input reported.
 */
export function problemSentences(file: string, issue: z.core.$ZodIssue): string[] {
  const where = issue.path.length > 0 ? issue.path.join('.') : 'the file'
  const received = issue.input === undefined ? undefined : shown(issue.input)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(
        (key) => `${file}: ${where} has the unknown key "${key}"; mend its spelling or remove it.`,
      )
    case 'invalid_type':
      return received === undefined
        ? [`${file}: ${where} is missing; give ${article(issue.expected)}.`]
        : [`${file}: ${where} is ${received} and must be ${article(issue.expected)}.`]
    case 'invalid_value':
      return [
        received === undefined
          ? `${file}: ${where} is missing; give one of ${issue.values.join(', ')}.`
          : `${file}: ${where} is ${received} and must be one of ${issue.values.join(', ')}.`,
      ]
    case 'too_small':
      return [`${file}: ${where} is ${received} and must be ${above(issue)}.`]
    case 'too_big':
      return [`${file}: ${where} is ${received} and must be at most ${issue.maximum}.`]
    default:
      return [`${file}: ${where} is ${received} and ${issue.message}.`]
  }
}

const NAMES: Readonly<Record<string, string>> = {
  object: 'keys with values',
  array: 'a list',
  string: 'a text',
  int: 'a whole number',
  boolean: 'true or false',
}

function article(expected: string): string {
  return NAMES[expected] ?? `a ${expected}`
}

function above(issue: z.core.$ZodIssueTooSmall): string {
  if (issue.origin === 'array' || issue.origin === 'string') return 'filled in'
  return issue.inclusive ? `at least ${issue.minimum}` : `more than ${issue.minimum}`
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
