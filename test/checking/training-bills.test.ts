import { describe, expect, it } from 'vitest'
import { checkCase } from '../../src/checking/check.ts'
import { trainingBillCases } from '../../src/checking/training-bills.ts'

const DEEPSEEK = {
  model: 'DeepSeek-V3',
  params_active_b: '37',
  tokens_b: '14800',
  accel_hours: '2788000.0',
  peak_tflops_dense_bf16: '989',
  mfu_reported: '',
  mfu_computed_6nd: '0.331',
  goodput_ratio: '',
  cost_usd_reported: '5576000.0',
  implied_usd_per_hour: '2.0',
  source_url: 'https://github.com/deepseek-ai/DeepSeek-V3/blob/main/README.md',
}
const GOPHER = {
  model: 'Gopher-280B',
  params_active_b: '280',
  tokens_b: '300',
  accel_hours: '3768320',
  peak_tflops_dense_bf16: '123',
  mfu_reported: '0.325',
  mfu_computed_6nd: '0.302',
  goodput_ratio: '0.929',
  source_url: 'https://arxiv.org/abs/2112.11446',
}
const asked = (row: Readonly<Record<string, string>>) =>
  trainingBillCases(row).map((c) => {
    const outcome = checkCase(c)
    return [c.row, 'pass' in outcome && outcome.pass]
  })

describe('the money columns of a training run', () => {
  it('follow from its compute, its share of peak and its rent', () =>
    expect(asked(DEEPSEEK)).toEqual([
      ['DeepSeek-V3: accel_hours', true],
      ['DeepSeek-V3: cost_usd_reported', true],
      ['DeepSeek-V3: implied_usd_per_hour', true],
    ]))
  it('hold the share of billed hours that trained', () =>
    expect(asked(GOPHER)).toEqual([
      ['Gopher-280B: accel_hours', true],
      ['Gopher-280B: goodput_ratio', true],
    ]))
  it('differ where a bill does not fit its hours', () =>
    expect(asked({ ...DEEPSEEK, cost_usd_reported: '6000000' })).toContainEqual([
      'DeepSeek-V3: cost_usd_reported',
      false,
    ]))
  it('are not asked of a run that says it is no golden case, nor of ranges', () => {
    expect(asked({ ...GOPHER, note: 'part of the run: not a golden case' })).toEqual([])
    expect(asked({ ...GOPHER, mfu_reported: '0.38-0.43' })).toHaveLength(1)
  })
})
