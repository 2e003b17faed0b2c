import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleSpend } from '../../support/sample-spend.ts'
import { GENERAL_EN, GENERAL_KO } from './general-questions.ts'
import { OTHERS_EN, OTHERS_KO } from './other-questions.ts'

let company: Awaited<ReturnType<typeof sampleSpend>>
beforeAll(async () => {
  company = await sampleSpend([{ amountNano: 12_000_000_000_000n, currency: 'USD' }])
})
afterAll(() => company.close())

describe('questions that were written before the reader was looked at', () => {
  const asked = readFileSync(new URL('blind.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { question: string; says: string | null })
  it.each(asked.filter((q) => q.says !== null))('$question', async ({ question, says }) =>
    expect((await company.ask(question))[0]).toBe(says),
  )
  it.each(asked.filter((q) => q.says === null))('$question is left to the notes', ({ question }) =>
    expect(company.ask(question)).rejects.toThrow('Not read as a question about spend'),
  )
})

describe('questions in general', () => {
  it.each([...GENERAL_EN, ...GENERAL_KO, ...OTHERS_EN, ...OTHERS_KO])(
    '%s is not answered from the bills, whatever they name',
    (text) => expect(company.ask(text)).rejects.toThrow('Not read as a question about spend'),
  )
})
