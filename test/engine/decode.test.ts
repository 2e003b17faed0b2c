import { describe, expect, it } from 'vitest'
import type { Precision } from '../../src/engine/serving/dimensions.ts'
import { decode, type Speed } from '../../src/engine/serving/roofline.ts'
import measured from '../cases/decode.json' with { type: 'json' }
import { shippedKnowledge } from '../support/knowledge.ts'

const { catalog } = await shippedKnowledge()

type Row = (typeof measured.cases)[number]

function speed(row: Row): Speed {
  const dimensions = catalog.model(row.model)?.dimensions
  const spec = catalog.accelerator(row.accelerator)?.spec
  if (!dimensions || !spec) throw new Error(`${row.model} on ${row.accelerator} is not catalogued`)
  return decode({
    dimensions,
    spec,
    precision: row.precision as Precision,
    gpus: row.gpus,
    inputTokens: row.input,
    outputTokens: row.output,
    concurrency: row.concurrency,
    kvBytesPerValue: 2,
  })
}

const inBand = (row: Row) => {
  const { tpotMs } = speed(row)
  return tpotMs.low <= row.measuredMs && row.measuredMs <= tpotMs.high
}
const rows = (of: string) => measured.cases.filter((row) => speed(row).class === of)

describe('decode speed against published measurements', () => {
  it.each(measured.cases.filter((row) => row.referenceMs !== null))(
    'equals the reference formula for $model $precision on $gpus $accelerator, $concurrency at once',
    (row) => {
      const reference = row.referenceMs ?? Number.NaN
      expect(Math.abs(speed(row).tpotMs.central / reference - 1)).toBeLessThan(0.002)
    },
  )
  it.each([
    ['dense-hopper', 0.95],
    ['moe-hopper', 0.75],
    ['other', 0.9],
  ])('holds the measured time of %s in its band for at least a share of %f', (of, share) => {
    const of_ = rows(of)
    expect(of_.length).toBeGreaterThan(10)
    expect(of_.filter(inBand).length / of_.length).toBeGreaterThanOrEqual(share)
  })
  it('is unbiased for mixtures on Hopper: half the rows lie on either side, give or take', () => {
    const ratios = rows('moe-hopper').map((row) => speed(row).tpotMs.central / row.measuredMs)
    const median = [...ratios].sort((a, b) => a - b)[Math.floor(ratios.length / 2)]
    expect(median).toBeGreaterThan(0.85)
    expect(median).toBeLessThan(1.2)
  })
})
