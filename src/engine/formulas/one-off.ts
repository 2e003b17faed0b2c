import { breakEvenVolume } from '../cost/break-even-volume.ts'
import { monthlySaving } from '../cost/monthly-saving.ts'
import { distillationDataUsd, pilotUsd } from '../cost/one-off.ts'
import { paybackQueries } from '../cost/payback-queries.ts'
import { routerUsdPerRequest } from '../cost/router.ts'
import type { Formula } from '../formula.ts'
import { applying, arg, NOT_NEGATIVE, num, POSITIVE, SHARE } from './arguments.ts'

export const ONE_OFF: readonly Formula[] = [
  {
    id: 'break-even-volume',
    title: 'Volume from which self-hosting costs no more than an API',
    equation: '(replicas x rent + staff) / API price, as many replicas as that volume needs',
    parameters: [
      arg('usd_per_replica_month', 'USD a month', 'rent of one replica', NOT_NEGATIVE),
      arg('staff_usd_per_month', 'USD a month', 'people who look after it', NOT_NEGATIVE),
      arg('api_usd_per_request', 'USD', 'API price of one request (or token)', { min: 1e-15 }),
      arg('requests_a_replica_carries', 'requests a month', 'what one replica carries', POSITIVE),
    ],
    results: [{ key: 'requests_per_month', unit: 'requests (or tokens) a month' }],
    source: 'arithmetic with a capacity check',
    validity: 'a full replica must be cheaper than the API bill it replaces',
    example: {
      arguments: {
        usd_per_replica_month: 4307,
        staff_usd_per_month: 6250,
        api_usd_per_request: 0.69e-6,
        requests_a_replica_carries: 22.1e9,
      },
      results: { requests_per_month: 15.3e9 },
      tolerance: 1e-3,
    },
    compute: (g) => ({
      requests_per_month: applying(
        breakEvenVolume({
          usdPerReplicaMonth: num(g, 'usd_per_replica_month'),
          staffUsdPerMonth: num(g, 'staff_usd_per_month'),
          apiUsdPerUnit: num(g, 'api_usd_per_request'),
          unitsAReplicaCarries: num(g, 'requests_a_replica_carries'),
        }),
        `No volume evens out: requests_a_replica_carries must be above ${num(g, 'usd_per_replica_month') / num(g, 'api_usd_per_request')}, or a full replica costs more than the API bill it replaces; received ${g.requests_a_replica_carries}.`,
      ),
    }),
  },
  {
    id: 'payback-queries',
    title: 'Requests until a one-off cost is earned back',
    equation: 'F / ((c_big - c_small) + (V + C)(q_small - q_big))',
    parameters: [
      arg('fixed_usd', 'USD', 'spent once', NOT_NEGATIVE),
      arg('big_usd', 'USD', 'cost of one request before', NOT_NEGATIVE),
      arg('small_usd', 'USD', 'cost of one request after', NOT_NEGATIVE),
      arg('stakes_usd', 'USD', 'V + C', { min: 0, default: 0 }),
      arg('quality_change', 'share right', 'after minus before', { min: -1, max: 1, default: 0 }),
    ],
    results: [{ key: 'requests', unit: 'requests' }],
    source: 'expected-value decision theory',
    validity: 'constant prices and quality',
    example: {
      arguments: {
        fixed_usd: 5000,
        big_usd: 0.03,
        small_usd: 0.002,
        stakes_usd: 2.5,
        quality_change: -0.01,
      },
      results: { requests: 1666667 },
      tolerance: 1e-6,
    },
    compute: (g) => ({
      requests: applying(
        paybackQueries({
          fixedUsd: num(g, 'fixed_usd'),
          bigUsd: num(g, 'big_usd'),
          smallUsd: num(g, 'small_usd'),
          stakesUsd: num(g, 'stakes_usd'),
          qualityChange: num(g, 'quality_change'),
        }),
        `It is never earned back: a request loses more by quality than it saves in price. small_usd must be below ${num(g, 'big_usd') + num(g, 'stakes_usd') * num(g, 'quality_change')}; received ${g.small_usd}.`,
      ),
    }),
  },
  {
    id: 'pilot-cost',
    title: 'Cost of a paired pilot',
    equation: 'making what is tried + items x (label + request of each option)',
    parameters: [
      arg('items', 'items', 'items of the pilot', NOT_NEGATIVE),
      arg('usd_per_label', 'USD', 'one label', NOT_NEGATIVE),
      arg('usd_per_request_a', 'USD', 'one request of one option', NOT_NEGATIVE),
      arg('usd_per_request_b', 'USD', 'one request of the other', NOT_NEGATIVE),
      arg('usd_to_make', 'USD', 'data and training before either can run', {
        ...NOT_NEGATIVE,
        default: 0,
      }),
    ],
    results: [{ key: 'usd', unit: 'USD' }],
    source: 'arithmetic',
    validity:
      'one label an item; what is made for the pilot counts whole, though it may stay in use',
    example: {
      arguments: {
        items: 500,
        usd_per_label: 1.5,
        usd_per_request_a: 0.002,
        usd_per_request_b: 0.03,
      },
      results: { usd: 766 },
      tolerance: 1e-9,
    },
    compute: (g) => ({
      usd: pilotUsd(
        num(g, 'items'),
        num(g, 'usd_per_label'),
        num(g, 'usd_per_request_a'),
        num(g, 'usd_per_request_b'),
        num(g, 'usd_to_make'),
      ),
    }),
  },
  {
    id: 'distillation-data-cost',
    title: "Cost of a teacher's answers",
    equation: 'examples x teacher answer',
    parameters: [
      arg('examples', 'examples', 'examples the student learns from', NOT_NEGATIVE),
      arg('usd_per_teacher_answer', 'USD', 'one answer of the teacher', NOT_NEGATIVE),
    ],
    results: [{ key: 'usd', unit: 'USD' }],
    source: 'arithmetic',
    validity: 'training and evaluation come on top',
    example: {
      arguments: { examples: 10000, usd_per_teacher_answer: 0.03 },
      results: { usd: 300 },
      tolerance: 1e-9,
    },
    compute: (g) => ({
      usd: distillationDataUsd(num(g, 'examples'), num(g, 'usd_per_teacher_answer')),
    }),
  },
  {
    id: 'router-cost',
    title: 'Cost of a routed request',
    equation: 'router + p x strong + (1 - p) x weak',
    parameters: [
      arg('strong_share', 'share', 'p, requests sent to the strong model', SHARE),
      arg('weak_usd', 'USD', 'one request of the weak model', NOT_NEGATIVE),
      arg('strong_usd', 'USD', 'one request of the strong model', POSITIVE),
      arg('router_usd', 'USD', 'the routing itself', { min: 0, default: 0 }),
    ],
    results: [
      { key: 'usd_per_request', unit: 'USD' },
      { key: 'saved_share', unit: 'share of the strong price' },
    ],
    source: 'https://arxiv.org/abs/2406.18665',
    validity: 'requests of one length',
    example: {
      arguments: { strong_share: 0.134, weak_usd: 0.24, strong_usd: 24.7 },
      results: { usd_per_request: 3.51764, saved_share: 0.8576 },
      tolerance: 1e-4,
    },
    compute: (g) => {
      const r = routerUsdPerRequest({
        strongShare: num(g, 'strong_share'),
        weakUsd: num(g, 'weak_usd'),
        strongUsd: num(g, 'strong_usd'),
        routerUsd: num(g, 'router_usd'),
      })
      return { usd_per_request: r.usdPerRequest, saved_share: r.savedShare }
    },
  },
  {
    id: 'monthly-saving',
    title: 'What the cheaper of two options saves a month',
    equation: '(dearer - cheaper) x requests',
    parameters: [
      arg('dearer_usd', 'USD', 'one request of the dearer option', { min: 0, max: 1e9 }),
      arg('cheaper_usd', 'USD', 'one request of the cheaper one', { min: 0, max: 1e9 }),
      arg('requests', 'requests a month', 'requests a month', { min: 0, max: 1e15 }),
    ],
    results: [{ key: 'usd_per_month', unit: 'USD a month' }],
    source: 'arithmetic',
    validity: 'equal numbers of requests',
    example: {
      arguments: { dearer_usd: 0.009, cheaper_usd: 0.00009, requests: 200000 },
      results: { usd_per_month: 1782 },
      tolerance: 1e-9,
    },
    compute: (g) => ({
      usd_per_month: monthlySaving(num(g, 'dearer_usd'), num(g, 'cheaper_usd'), num(g, 'requests')),
    }),
  },
]
