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
  'hoffmann-2022-unrounded': {
    E: 1.69337,
    A: 406.401,
    B: 410.7228,
    alpha: 0.33917084,
    beta: 0.2849083,
    source:
      'https://github.com/epoch-research/analyzing-chinchilla/blob/92258837425e1b5f2851d624287f0120583a3d0e/data_analysis.ipynb',
    asOf: '2024-04-15',
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

/** Law of repeated data on C4: a Chinchilla form whose tokens and parameters saturate when repeated. */
export const DATA_CONSTRAINED = {
  E: Math.exp(0.6254804),
  A: Math.exp(6.255414),
  B: Math.exp(7.3049974),
  alpha: 0.3526596,
  beta: 0.3526596,
  /** R*_D and R*_N: repeats after which 1 - 1/e of the possible gain is had. */
  repeatScale: 15.387756,
  parameterScale: 5.309743,
  source:
    'https://github.com/huggingface/datablations/blob/13701315b163f1c54642b94ad237b2699187c3ee/README.md',
  asOf: '2023-10-26',
} as const

/** DeepSeek's power laws of compute C in FLOP. */
export const DEEPSEEK = {
  modelScale: 0.1715,
  modelExponent: 0.5243,
  dataScale: 5.8316,
  dataExponent: 0.4757,
  source: 'https://arxiv.org/abs/2401.02954',
  asOf: '2024-01-05',
} as const
