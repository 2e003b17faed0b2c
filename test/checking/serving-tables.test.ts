import { describe, expect, it } from 'vitest'
import { checkRows, layoutOf } from '../../src/checking/check.ts'
import { SERVING_TABLES } from '../../src/checking/serving-tables.ts'
import type { Row } from '../../src/checking/table.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const { catalog } = await shippedKnowledge()
const checked = (row: Row) => {
  const table = layoutOf(Object.keys(row), SERVING_TABLES)
  if (!table) throw new Error('no layout knows this row')
  return checkRows(table, [row], catalog)[0]
}

const MEMORY = { case: 'x', tolerance: '0.5%', source_url: 'https://example.com', expected: '1' }
const memory = (row: Row) =>
  checked({ ...MEMORY, quantity: '', model: '', inputs: '', unit: 'GB (1e9)', ...row })

describe('rows about memory', () => {
  it('take the shape from their own columns where they have them', () => {
    const shape = {
      layers: '32',
      hidden: '4096',
      q_heads: '32',
      kv_heads: '32',
      head_dim: '128',
      intermediate: '11008',
      vocab: '32000',
      tied_embeddings: '0',
      total_params: '6738415616',
      active_params_b: '6.738',
    }
    const row = { quantity: 'total parameters', unit: 'parameters', tolerance: 'exact' }
    expect(memory({ ...shape, ...row, model: 'Nobody-7B', expected: '6738415616' })).toMatchObject({
      formula: 'count-parameters',
      pass: true,
    })
    expect(memory({ ...shape, ...row, model: 'Nobody-7B', expected: '6738415617' })).toMatchObject({
      pass: false,
    })
  })
  it('read experts, windows and latent attention from columns too', () => {
    const shape = {
      layers: '61',
      hidden: '7168',
      q_heads: '128',
      kv_heads: '128',
      head_dim: '192',
      intermediate: '18432',
      vocab: '129280',
      tied_embeddings: '0',
      total_params: '671026404352',
      active_params_b: '36.626',
      family: 'DeepSeek',
      moe_experts: '256',
      moe_top_k: '8',
      moe_intermediate: '2048',
      moe_shared: '1',
      dense_first_layers: '3',
      mla_kv_lora_rank: '512',
      mla_rope_dim: '64',
    }
    const row = { quantity: 'total parameters', unit: 'parameters', tolerance: 'exact' }
    const ranks = { mla_q_lora_rank: '1536', mla_v_head_dim: '128' }
    expect(memory({ ...shape, ...ranks, ...row, expected: '671026404352' })).toMatchObject({
      pass: true,
    })
    expect(memory({ ...shape, ...row, expected: '671026404352' })).toMatchObject({
      leftOut: expect.stringContaining('query rank'),
    })
    const cache = {
      quantity: 'KV cache',
      inputs: 'batch 1, context 1000, bf16',
      expected: '0.0703',
    }
    expect(memory({ ...shape, ...cache })).toMatchObject({ pass: true })
    const windows = { sliding_window: '100', full_attention_layers: '0', expected: '0.00703' }
    expect(memory({ ...shape, ...cache, ...windows })).toMatchObject({ pass: true })
  })
  it('find a model without the version or release in its name', () => {
    const row = { quantity: 'weight memory', inputs: '1.0000 bytes/param', expected: '8.03' }
    for (const model of ['Llama-3.1-8B', 'Llama-3.1-8B-Instruct'])
      expect(memory({ ...row, model })).toMatchObject({ pass: true })
  })
  it.each([
    ['a model that nobody knows', { quantity: 'KV cache', model: 'Nobody' }, /dimensions/],
    ['a rule of thumb', { quantity: 'weight memory', tolerance: 'rule' }, /tolerance rule/],
    ['a quantity of another kind', { quantity: 'colour' }, /no formula/],
    [
      'a format of its own',
      { quantity: 'weight memory', model: 'Llama-3.1-8B', inputs: '0.7000 bytes/param' },
      /no format/,
    ],
    [
      'a card that nobody knows',
      {
        quantity: 'GPUs needed',
        unit: 'GPUs',
        model: 'Llama-3.1-8B',
        inputs: 'bf16 weights, Z80, 4 concurrent x 4096 tokens, KV 2 B',
      },
      /no accelerator Z80/,
    ],
    [
      'a long context under fine-tuning',
      { quantity: 'fine-tuning peak', unit: 'GB', model: '7B', inputs: 'plain LoRA, 8192 ctx' },
      /checkpointing/,
    ],
  ])('are left out for %s, with the reason', (_, row, reason) =>
    expect(memory(row)).toMatchObject({ leftOut: expect.stringMatching(reason) }),
  )
})

const formula = (row: Row) =>
  checked({ case: 'x', inputs: '', expected: '1', unit: '', tolerance: '1e-4', ...row })

describe('rows about formulas', () => {
  it('read a plain tolerance in the printed unit, and as relative where there are several', () => {
    const touched = { topic: 'expected share of experts read per step' }
    const inputs = '1-(1-4/128)^1'
    expect(formula({ ...touched, inputs, expected: '0.03134' })).toMatchObject({ pass: true })
    expect(formula({ ...touched, inputs, expected: '0.03136' })).toMatchObject({ pass: false })
  })
  it('read cards and formats from the name of a case', () => {
    const ridge = { topic: 'batch where weight-bound decode meets the compute roof' }
    const l4 = { case: 'ridge-L4-bf16', expected: '403.3', tolerance: '0.5%' }
    expect(formula({ ...ridge, ...l4 })).toMatchObject({ pass: true })
    expect(formula({ ...ridge, case: 'ridge-Z80-bf16' })).toMatchObject({
      leftOut: expect.stringMatching(/Z80/),
    })
  })
  it.each([
    ['self-hosted $ per 1M output tokens', '8B 1xH100 at $2.95, 1000/1000', 'another table'],
    ['break-even volume with staff', 'same + 0.25 FTE at $300k loaded', 'another row'],
    ['break-even volume', 'some GPUs', 'known here'],
    ['the weather', 'rain', 'no formula'],
  ])('are left out where %s prints too little', (topic, inputs, reason) =>
    expect(formula({ topic, inputs })).toMatchObject({ leftOut: expect.stringContaining(reason) }),
  )
})

const MEASURED = {
  id: 'r',
  model: 'Llama-3.1-70B',
  precision: 'fp8',
  gpu: 'H100 SXM',
  gpu_count: '2',
  input_len: '5000',
  output_len: '500',
  concurrency: '1',
  tpot_ms: '18.58',
}

describe('rows of measured speed', () => {
  it('agree when the time lies in the predicted band, whichever side it errs', () => {
    expect(checked(MEASURED)).toMatchObject({ formula: 'decode', pass: true })
    expect(checked({ ...MEASURED, tpot_ms: '40' })).toMatchObject({ pass: false })
    expect(checked({ ...MEASURED, tpot_ms: '11' })).toMatchObject({ pass: false })
  })
  it('agree when they beat the roofline and are refused for it', () =>
    expect(checked({ ...MEASURED, tpot_ms: '10' })).toMatchObject({
      formula: 'roofline-reached',
      pass: true,
      got: expect.stringContaining('impossible'),
    }))
  it.each([
    [{ model: 'Kimi-K9' }, /dimensions/],
    [{ gpu: 'Z80' }, /no accelerator Z80/],
    [{ precision: 'fp3' }, /fp3 is not known/],
    [{ tpot_ms: '' }, /no time per token/],
  ])('are left out for %o, with the reason', (change, reason) =>
    expect(checked({ ...MEASURED, ...change })).toMatchObject({
      leftOut: expect.stringMatching(reason),
    }),
  )
})
