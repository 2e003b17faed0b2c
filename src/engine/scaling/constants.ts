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

/** Named fits. The refit is the default; the others reproduce older papers and are named in answers. */
export const CHINCHILLA_FITS = {
  'besiroglu-2024': {
    E: 1.81686,
    A: 482.00572,
    B: 2085.4342,
    alpha: 0.34781,
    beta: 0.36585,
    source: 'https://arxiv.org/abs/2404.10102',
    asOf: '2024-04-15',
  },
  /** As the paper prints it, with the irreducible loss of a sibling fit; 0.0003 nats above. */
  'besiroglu-2024-printed': {
    E: 1.8172,
    A: 482.01,
    B: 2085.43,
    alpha: 0.3478,
    beta: 0.3658,
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
  'muennighoff-2023': {
    E: DATA_CONSTRAINED.E,
    A: DATA_CONSTRAINED.A,
    B: DATA_CONSTRAINED.B,
    alpha: DATA_CONSTRAINED.alpha,
    beta: DATA_CONSTRAINED.beta,
    source: DATA_CONSTRAINED.source,
    asOf: DATA_CONSTRAINED.asOf,
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
  'pf-days-fixed-batch': {
    scale: 1.6e7,
    exponent: 0.057,
    unit: 'PF-days at one batch size',
    source: 'https://arxiv.org/abs/2001.08361',
    asOf: '2020-01-23',
  },
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

/** Kaplan's joint fit of size and data, nats on WebText2; not to be mixed with the laws of one quantity. */
export const KAPLAN_JOINT = {
  parameterScale: 6.4e13,
  parameterExponent: 0.076,
  tokenScale: 1.8e13,
  tokenExponent: 0.103,
  source: 'https://arxiv.org/abs/2001.08361',
  asOf: '2020-01-23',
} as const

/** Critical batch B* / L^(1/exponent), tokens. */
export const KAPLAN_BATCH = {
  tokens: 2e8,
  exponent: 0.21,
  source: 'https://arxiv.org/abs/2001.08361',
  asOf: '2020-01-23',
} as const

/** One data set of Gadre's fits: loss E + a N^b + c 6^(b/2) (M N)^b in nats, error eps - k e^(-gamma L). */
export type GadreFit = Readonly<{
  a: number
  c: number
  exponent: number
  E: number
  eps: number
  k: number
  gamma: number
}>

const GADRE_SOURCE =
  'https://github.com/mlfoundations/scaling/tree/a003c4913793ac2ae7ef87b28ecb562955d026d5'

/** Fits on RedPajama (rpj), C4 and RefinedWeb (rw). */
export const GADRE = {
  rpj: fitted([166.211, 366.6872, -0.27285, 1.8366], [0.857, 2.2065, 0.7146]),
  c4: fitted([113.6926, 189.5155, -0.24247, 1.5083], [0.8497, 2.0789, 0.7561]),
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: a fitted exponent, not half of the root of two
  rw: fitted([125.0957, 246.2067, -0.25439, 1.7345], [0.8653, 2.2148, 0.707]),
} as const

function fitted(
  [a, c, exponent, E]: readonly [number, number, number, number],
  [eps, k, gamma]: readonly [number, number, number],
) {
  return { a, c, exponent, E, eps, k, gamma, source: GADRE_SOURCE, asOf: '2024-03-13' } as const
}

/** Bits over which precision counts, and the loss that quantising after training adds, nats. */
export const PRECISION = {
  weights: 2.6745,
  activations: 2.2102,
  kvCache: 0.9578,
  afterTraining: {
    scale: 0.0598,
    bitsScale: 0.5907,
    tokensExponent: 0.5068,
    parametersExponent: 0.3439,
  },
  source: 'https://arxiv.org/abs/2411.04330',
  asOf: '2024-11-07',
} as const
