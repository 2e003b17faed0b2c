import { describe, expect, it } from 'vitest'
import { checkRows, layoutOf } from '../../src/checking/check.ts'
import type { Row } from '../../src/checking/table.ts'
import { TABLES } from '../../src/checking/tables.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const { catalog } = await shippedKnowledge()
const checked = (row: Row) => {
  const table = layoutOf(Object.keys(row), TABLES)
  if (!table) throw new Error('no layout knows this row')
  return checkRows(table, [row], catalog)
}
const agree = (row: Row) =>
  expect(checked(row).map((o) => 'pass' in o && { got: o.got, pass: o.pass })).toEqual(
    checked(row).map((o) => 'pass' in o && { got: o.got, pass: true }),
  )
const columns = (names: string) => (values: readonly string[]) =>
  Object.fromEntries(names.split(' ').map((name, i) => [name, values[i] ?? '']))

// Rows that no table prints, in the layouts that do; what is expected was worked out apart from this code.

describe('rows of decision formulas that stand in no table', () => {
  const row = columns('formula inputs output value rel_tol')
  const cascade =
    'q_s=0.80;sens=0.70;spec=0.85;q_L|sw=0.55;q_L|sr=0.95;c_s=0.001;c_v=0.0005;c_L=0.03'
  it.each([
    ['cascade', cascade, 'p_esc;q;cost', '0.26;0.871;0.0093', '0.001'],
    ['cascade quality and cost', cascade, 'cost;accuracy', '0.0093;0.871', '0.001'],
    [
      'cascade',
      'q_small=.9, sens=.6, spec=.9, q_L|small wrong=.5, q_L|small right=.97, c_small=.002, c_v=0, c_L=.05',
      'escalated;quality',
      '0.15;0.9273',
      '0.001',
    ],
    [
      'break_even_uplift with review',
      'dc=0.01;V=0.5;C=2;h=0.8;r=0.1',
      'uplift',
      '0.010204',
      '0.001',
    ],
    ['router saving vs always-strong', 'p=0.134;c_w=0.24;c_s=24.7', 'saving', '0.8576', '0.001'],
    [
      'speculative decoding = (1-a^(k+1))/((1-a)(1+kc))',
      'a=0.8;k=4;c=0.1',
      'speed-up',
      '2.401',
      '0.001',
    ],
    ['speculative decoding', 'a=0.8;g=5', 'tokens per step', '3.6893', '0.001'],
    [
      'P(uplift > required) = Phi((dq-dq*)/SD)',
      'dq=0.06;dq*=0.016;SD=0.04',
      'probability',
      '0.8643',
      '0.001',
    ],
    [
      'SE of paired gap = sqrt(psi-delta^2)/sqrt(n)',
      'psi=0.15;delta=0.03;n=500',
      'se',
      '0.01727',
      '0.001',
    ],
    ['discordance from correlation', 'p1=0.85;p2=0.8;rho=0.5', 'psi', '0.1472', '0.001'],
    [
      'EVSI per query (normal prior on uplift, paired eval of n items)',
      'V+C=2.5;dc=0.04;prior uplift mean 0.02 sd 0.03;discordance .15;n=200',
      'evsi_per_query;ENBS at 1M queries, 2.00 per label',
      '0.01747;17070',
      '0.01',
    ],
  ])('%s: %s', (...values) => agree(row(values)))
})

describe('rows of serving formulas that stand in no table', () => {
  const row = columns('case topic inputs expected unit tolerance')
  it.each([
    [
      'erlangC-9.6erl-14',
      'queueing M/M/c',
      'arrival 12/s, service 0.8 s, 14 slots, target 0.25 s',
      'P(wait)=0.135330; SL=0.965783; mean wait=0.0246 s; util=0.6857',
      '',
      '1e-4',
    ],
    [
      'ridge-B200-fp4',
      'batch where weight-bound decode meets the compute roof',
      '',
      '281.2',
      'sequences',
      '0.5%',
    ],
    [
      'decode-ideal-7b',
      'batch-1 decode lower bound',
      '6.607B params x 2 B / 2.039 TB/s',
      '6.481',
      'ms/token',
      '0.5%',
    ],
    ['spec-a0.8-g4-c0.1', 'speculative decoding: speed-up', '', '2.401', 'x', '1e-3'],
    [
      'cost-70B',
      'self-hosted $ per 1M output tokens',
      '70B FP8 2xH100 at $3.64, 4,205 tok/s, 30% duty',
      '1.6030',
      'USD',
      '0.1%',
    ],
    [
      'breakeven-staff',
      'break-even volume with staff',
      '2xH100 at $2.95 24x7 (730 h) + 0.25 FTE = $6,250/month against API 0.59/0.79 per 1M, 1:1 mix',
      '15300',
      'M tokens/month',
      '0.1%',
    ],
    ['ft-bill', 'fine-tuning bill', '16M tokens at $0.46 per 1M', '7.36', 'USD', '0.1%'],
    ['ft-tokens', 'fine-tuning bill', '65.5M + 10M', '75.5', 'M tokens', '0.1%'],
    ['prefill', 'prefill FLOPs', 'Llama-3.1-70B, 5,000 tokens', '7.28e14', 'FLOP', '0.5%'],
  ])('%s: %s', (...values) => agree(row(values)))
  it.each([
    ['fine-tuning bill', 'as agreed'],
    ['prefill FLOPs', 'Nobody-7B, 5,000 tokens'],
  ])('are left out where %s is not readable: %s', (topic, inputs) =>
    expect(checked(row(['x', topic, inputs, '1', '', '1%']))).toEqual([
      { row: 'x', leftOut: 'the inputs are not printed in a form that is known here' },
    ]),
  )
})

describe('rows of scaling laws that stand in no table', () => {
  const row = columns('law inputs output value rel_tol')
  it.each([
    ['kaplan_L_N', 'N=1e+10', 'loss_nats', '1.9938', '0.001'],
    ['kaplan_L_ND', 'N=1e9;D=1e10', 'loss_nats', '2.4199', '0.001'],
    ['kaplan_L_NS', 'N=1e9;S=1e5', 'loss_nats', '2.4006', '0.001'],
    [
      'chinchilla_opt:besiroglu_final_lbfgs',
      'C=5.76e+23',
      'N_opt;D_opt;D/N;L',
      '7.2354e+10;1.3268e+12;18.338;1.97397',
      '0.001',
    ],
  ])('%s: %s', (...values) => agree(row(values)))
})
