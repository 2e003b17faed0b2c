/** Constants of one published fit of L(N, D) = E + A / N^alpha + B / D^beta; losses in nats. */
export type ChinchillaFit = Readonly<{
  E: number
  A: number
  B: number
  alpha: number
  beta: number
  source: string
  asOf: string
}>

/** Named fits. The refit is the default; the others reproduce older papers and are named in answers. */
export const CHINCHILLA_FITS = {
  'besiroglu-2024': {
    E: 1.81686,
    A: 482.01,
    B: 2085.43,
    alpha: 0.34781,
    beta: 0.36585,
    source: 'https://arxiv.org/abs/2404.10102',
    asOf: '2024-04-15',
  },
  'hoffmann-2022-printed': {
    E: 1.69,
    A: 406.4,
    B: 410.7,
    alpha: 0.34,
    beta: 0.28,
    source: 'https://arxiv.org/abs/2203.15556',
    asOf: '2022-03-29',
  },
  'sardana-2024': {
    E: 1.69,
    A: 406.4,
    B: 410.7,
    alpha: 0.336,
    beta: 0.283,
    source: 'https://arxiv.org/abs/2401.00448',
    asOf: '2023-12-31',
  },
} as const satisfies Record<string, ChinchillaFit>

/** Kaplan's single-variable laws: loss = (scale / x)^exponent, nats on WebText2. */
export const KAPLAN = {
  parameters: {
    scale: 8.8e13,
    exponent: 0.076,
    unit: 'non-embedding parameters',
    source: 'https://arxiv.org/abs/2001.08361',
    asOf: '2020-01-23',
  },
  tokens: {
    scale: 5.4e13,
    exponent: 0.095,
    unit: 'tokens',
    source: 'https://arxiv.org/abs/2001.08361',
    asOf: '2020-01-23',
  },
  'pf-days': {
    scale: 3.1e8,
    exponent: 0.05,
    unit: 'PF-days, compute-efficient',
    source: 'https://arxiv.org/abs/2001.08361',
    asOf: '2020-01-23',
  },
} as const
