import { describe, expect, it } from 'vitest'
import { DomainError } from '../../src/engine/formula.ts'
import { SPEED_BAND } from '../../src/engine/serving/constants.ts'
import type {
  AcceleratorSpec,
  ModelDimensions,
  Precision,
} from '../../src/engine/serving/dimensions.ts'
import { decode, type Speed } from '../../src/engine/serving/roofline.ts'
import { leastStepMs, rooflineReached } from '../../src/engine/serving/roofline-reached.ts'
import published from '../cases/throughput.json' with { type: 'json' }

const models = published.models as Readonly<Record<string, unknown>>
const accelerators = published.accelerators as Readonly<Record<string, unknown>>

/** One published row: what was served, how fast it was, and what the reference formula says of it. */
const measured = published.rows.map((cells) => {
  const row = Object.fromEntries(published.columns.map((name, i) => [name, cells[i]]))
  const serving = {
    dimensions: models[String(row.model)] as ModelDimensions,
    spec: accelerators[String(row.accelerator)] as AcceleratorSpec,
    precision: row.precision as Precision,
    gpus: Number(row.gpus),
    inputTokens: Number(row.input),
    outputTokens: Number(row.output),
    concurrency: Number(row.concurrency),
    kvBytesPerValue: 2,
  }
  return {
    name: cells.slice(0, 7).join(' '),
    group: `${row.model} on ${row.accelerator}`,
    serving,
    speed: decode(serving),
    ms: Number(row.measuredMs),
    firstTokenMs: Number(row.firstTokenMs),
    referenceMs: row.referenceMs === null ? undefined : Number(row.referenceMs),
  }
})
type Measured = (typeof measured)[number]

const of = (name: Speed['class']) => measured.filter((row) => row.speed.class === name)
const share = (rows: readonly Measured[], holds: (row: Measured) => boolean) =>
  rows.filter(holds).length / rows.length
const inBand = ({ speed, ms }: Measured) => speed.tpotMs.low <= ms && ms <= speed.tpotMs.high
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const meanError = (rows: readonly Measured[]) =>
  rows.reduce((sum, r) => sum + Math.abs(r.speed.tpotMs.central / r.ms - 1), 0) / rows.length

const CLASSES = [
  { name: 'dense-hopper', widest: 2, meanError: 0.15 },
  { name: 'moe-hopper', widest: 4, meanError: 0.3 },
  { name: 'dense-blackwell', widest: 4, meanError: 0.15 },
  { name: 'moe-blackwell', widest: 4, meanError: 0.3 },
] as const

describe('decode time against 177 published calibration rows', () => {
  it('leaves out only the model without dimensions, and says so', () =>
    expect({ rows: measured.length, without: published.withoutDimensions }).toEqual({
      rows: 177,
      without: { 'Kimi-K2.5': 24 },
    }))

  describe.each(CLASSES)('$name', ({ name, widest, meanError: most }) => {
    const rows = of(name)
    it('has rows enough to judge it', () => expect(rows.length).toBeGreaterThanOrEqual(12))
    it(`is off by at most ${100 * most} % on average`, () =>
      expect(meanError(rows)).toBeLessThanOrEqual(most))
    it('leans to neither side by more than a tenth', () => {
      const middle = median(rows.map((r) => r.speed.tpotMs.central / r.ms))
      expect(middle).toBeGreaterThan(0.9)
      expect(middle).toBeLessThan(1.1)
    })
    it(`holds nine rows in ten in a band no wider than ${widest} from end to end`, () => {
      expect(share(rows, inBand)).toBeGreaterThanOrEqual(0.9)
      expect(median(rows.map((r) => r.speed.tpotMs.high / r.speed.tpotMs.low))).toBeLessThanOrEqual(
        widest,
      )
    })
    it('holds four in five of each model on each accelerator', () => {
      for (const group of new Set(rows.map((row) => row.group))) {
        const its = rows.filter((row) => row.group === group)
        expect(share(its, inBand), group).toBeGreaterThanOrEqual(0.8)
      }
    })
  })

  it('carries the widest band where nothing was calibrated', () => {
    expect(of('other')).toEqual([])
    const bands = Object.values(SPEED_BAND).map((band) => band.value)
    expect(SPEED_BAND.other.value).toBe(Math.max(...bands))
  })

  const referenced = measured.flatMap((r) => (r.referenceMs === undefined ? [] : [r]))
  it('is the reference formula where that has an answer', () => {
    expect(referenced).toHaveLength(66)
    for (const { name, speed, referenceMs = Number.NaN } of referenced)
      expect(Math.abs(speed.tpotMs.central / referenceMs - 1), name).toBeLessThan(0.002)
  })
})

describe('the bound on the first token', () => {
  it.each(measured.map((row) => [row.name, row] as const))('is below what %s took', (_, row) =>
    expect(row.speed.ttftLowerBoundMs).toBeLessThan(row.firstTokenMs),
  )
})

describe('what beats the roofline', () => {
  it('is no calibration row', () => {
    for (const { serving, ms } of measured)
      expect(rooflineReached({ ...serving, measuredMs: ms })).toBeLessThanOrEqual(1)
  })
  const llama = {
    dimensions: models['Llama-3.1-8B'] as ModelDimensions,
    spec: accelerators['H100 SXM'] as AcceleratorSpec,
    precision: 'bf16',
    gpus: 1,
    concurrency: 1,
  } as const
  it('is refused as impossible: 8B in bf16 on one H100 cannot take 4.37 ms', () => {
    expect(leastStepMs(llama)).toBeCloseTo(4.481, 3)
    expect(() => rooflineReached({ ...llama, measuredMs: 4.37 })).toThrow(DomainError)
    expect(() => rooflineReached({ ...llama, measuredMs: 4.37 })).toThrow(
      /at least 4\.48.*received 4\.37, which is impossible/,
    )
  })
  it('is possible in one byte, for half as much is read', () =>
    expect(rooflineReached({ ...llama, precision: 'fp8', measuredMs: 4.37 })).toBeCloseTo(0.513, 3))
  it('is arithmetic, not reading, once the batch is past the ridge', () =>
    expect(leastStepMs({ ...llama, concurrency: 590 }) / leastStepMs(llama)).toBeCloseTo(2, 2))
})
