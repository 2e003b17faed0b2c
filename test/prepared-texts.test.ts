import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { preparedTexts } from '../src/prepared-texts.ts'

describe('results of work on texts', () => {
  const file = () => join(mkdtempSync(join(tmpdir(), 'rightsize-texts-')), 'texts.json')

  it('are worked out once, written down, and found again by the text', () => {
    const [at, built] = [file(), preparedTexts()]
    built.knowing('length', (text) => [text.length])('four')
    built.save(at)
    const work = vi.fn((text: string) => [text.length])
    const lengthOf = preparedTexts(at).knowing('length', work)
    expect([lengthOf('four'), lengthOf('seven'), lengthOf('seven')]).toEqual([[4], [5], [5]])
    expect(work).toHaveBeenCalledTimes(1)
  })
  it('are kept apart by kind of work', () => {
    const [at, built] = [file(), preparedTexts()]
    built.knowing('upper', (text) => text.toUpperCase())('a')
    built.save(at)
    expect(preparedTexts(at).knowing('twice', (text) => text + text)('a')).toBe('aa')
  })
  it('are worked out anew where the file is missing or damaged', () => {
    const damaged = file()
    writeFileSync(damaged, '{"upper":')
    for (const at of [damaged, file()])
      expect(preparedTexts(at).knowing('upper', (text) => text.toUpperCase())('a')).toBe('A')
  })
})
