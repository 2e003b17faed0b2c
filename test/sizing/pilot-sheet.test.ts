import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { isUnknown } from '../../src/engine/unknown.ts'
import { pilotSheet } from '../../src/sizing/pilot-sheet.ts'
import type { Pilot } from '../../src/sizing/recommendation.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const { size } = await shippedKnowledge()
const pilot = await (async (): Promise<Pilot> => {
  const sized = await size({ task: 'coding-agent', volume: 20_000 }, 'en')
  if (!sized.ok || !sized.recommendation.pilot) throw new Error('no pilot')
  return sized.recommendation.pilot
})()

describe('the sheet of a pilot', () => {
  it('has a row for every item that the pilot needs', () => {
    const { items } = pilot
    const rows = parse(pilotSheet(pilot, 'en'), { columns: true }) as Record<string, string>[]
    expect(rows).toHaveLength(isUnknown(items.value) ? 0 : items.value.central)
    expect(rows[0]).toMatchObject({ item: '1', input: '', 'right answer': '' })
  })
  it('has a place for both answers and both marks, and lets the two take turns', () => {
    const [one, other] = pilot.between
    const [header = [], first, second] = parse(pilotSheet(pilot, 'en')) as string[][]
    expect(header.slice(4)).toEqual([
      `answer of ${one}`,
      `answer of ${other}`,
      `${one} right (1 or 0)`,
      `${other} right (1 or 0)`,
    ])
    expect([first?.[3], second?.[3]]).toEqual([one, other])
  })
  it('has its columns in Korean for those who ask in Korean', () =>
    expect(pilotSheet(pilot, 'ko')).toMatch(/^항목,입력,정답,먼저 채점할 모델,.+ 답변/))
  it('quotes names that CSV would split', () =>
    expect(pilotSheet({ ...pilot, between: ['a, "b"', 'c'] }, 'en')).toContain(
      '"answer of a, ""b""",answer of c',
    ))
})
