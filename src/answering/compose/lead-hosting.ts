import type { Defaults } from '../../catalog/defaults.ts'
import type { Catalog } from '../../catalog/types.ts'
import type { Estimate } from '../../engine/estimate.ts'
import { exactly } from '../../engine/range.ts'
import { isUnknown } from '../../engine/unknown.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import type { Recommendation } from '../../sizing/recommendation.ts'
import { fleetFor } from '../../sizing/self-host.ts'
import type { Sentence } from '../answer.ts'
import type { Citations } from '../evidence.ts'
import { breakEvenRequests } from './break-even.ts'
import { sourceNumbers } from './reasons.ts'
import { cited, figure, say } from './say.ts'

const COST: Bilingual = {
  en: '{option} costs {cost} to run for {volume}, staff included.',
  ko: '{volume} 기준으로 {option:은/는} {cost}이 듭니다(인건비 포함).',
}
const FLEET: Bilingual = {
  en: 'That is {replicas} of {gpus} each ({accelerator}, {precision} weights of {memory}), rented at {rent}, busy {duty} of the time.',
  ko: '구성은 {gpus}짜리 {replicas}({accelerator}, {precision} 가중치 {memory})이며, 임대료 {rent}, 가동률 {duty} 기준입니다.',
}
const SPEED: Bilingual = {
  en: 'One replica makes {speed} with {concurrency} at once; time to first token under load is not promised.',
  ko: '복제본 하나가 {concurrency} 동시 처리 시 {speed:을/를} 냅니다. 부하 상태의 첫 토큰 시간은 약속하지 않습니다.',
}
const BREAK_EVEN: Bilingual = {
  en: 'Against {api} through its API it breaks even at {volume}.',
  ko: '{api} API와 비교한 손익분기점은 {volume}입니다.',
}
const NEVER: Bilingual = {
  en: 'Against {api} through its API it never breaks even at these rents: one replica cannot carry enough requests to earn its rent.',
  ko: '이 임대료로는 {api} API와 비교해 손익분기점이 없습니다. 복제본 하나가 임대료를 벌 만큼 요청을 처리하지 못합니다.',
}
const NO_FLEET: Bilingual = {
  en: 'It cannot be sized: {why}.',
  ko: '규모를 계산할 수 없습니다: {why}.',
}

type Lead = Readonly<{ sentences: readonly Sentence[]; estimates: readonly Estimate[] }>

/** Self-hosting first: the monthly bill, the fleet behind it, its speed, and where it breaks even with an API. */
export function hostingLead(
  recommendation: Recommendation,
  catalog: Catalog,
  defaults: Defaults,
  citations: Citations,
  language: Language,
): Lead {
  const { request, options } = recommendation
  const option = options.find((o) => o.choice === 'self-host')
  const model = catalog.model(option?.model ?? '')
  const accelerator = catalog.accelerator(defaults.accelerator)
  const volume = recommendation.estimates.find((e) => e.id === 'volume')
  if (!option || !model || !accelerator || !volume) return { sentences: [], estimates: [] }
  const fleet = fleetFor(model, accelerator, request, defaults)
  if (isUnknown(fleet))
    return {
      sentences: [say(NO_FLEET, language, { why: figure(option.figures.usdPerMonth, language) })],
      estimates: [],
    }
  const base = {
    subject: option.id,
    sources: [fleet.rentSource],
    inputs: {},
    asOf: fleet.rentAsOf,
  } as const
  const replicas: Estimate = {
    ...base,
    id: 'fleet.replicas',
    quantity: 'replicas',
    unit: 'replicas',
    value: fleet.replicas,
    kind: 'computed',
    formula: 'replicas',
    sources: [],
    inputs: {
      requests_per_month: request.volume.value,
      answer_tokens: request.outputTokens.value,
      duty: defaults.duty.central,
    },
  }
  const gpus: Estimate = {
    ...base,
    id: 'fleet.gpus',
    quantity: 'gpus',
    unit: 'GPUs',
    value: exactly(fleet.gpusPerReplica),
    kind: 'computed',
    formula: 'gpus-needed',
    inputs: { weights_gb: fleet.weightsGB, kv_cache_gb: fleet.kvCacheGB },
  }
  const memory: Estimate = {
    ...base,
    id: 'fleet.memory',
    quantity: 'memory',
    unit: 'GB',
    value: exactly(fleet.weightsGB),
    kind: 'computed',
    formula: 'weights',
  }
  const rent: Estimate = {
    ...base,
    id: 'fleet.rent',
    quantity: 'rent',
    unit: 'USD/hour',
    value: fleet.rentUsdPerHour,
    kind: 'cited',
  }
  const duty: Estimate = {
    ...base,
    id: 'fleet.duty',
    quantity: 'duty',
    unit: 'share',
    value: defaults.duty,
    kind: 'assumed',
    sources: [],
  }
  const speed: Estimate = {
    ...base,
    id: 'fleet.speed',
    quantity: 'tokens-per-second',
    unit: 'tokens/s',
    value: fleet.tokensPerSecondPerReplica,
    kind: 'computed',
    formula: 'decode',
    sources: [],
  }
  const concurrency: Estimate = {
    ...base,
    id: 'fleet.concurrency',
    quantity: 'volume',
    unit: 'requests',
    value: exactly(defaults.concurrency),
    kind: 'assumed',
    sources: [],
  }
  const sentences: Sentence[] = [
    cited(
      say(COST, language, {
        option: option.label[language],
        cost: figure(option.figures.usdPerMonth, language),
        volume: figure(volume, language),
      }),
      sourceNumbers([option.figures.usdPerMonth], citations),
    ),
    cited(
      say(FLEET, language, {
        replicas: figure(replicas, language),
        gpus: figure(gpus, language),
        accelerator: accelerator.label,
        precision: defaults.precision,
        memory: figure(memory, language),
        rent: figure(rent, language),
        duty: figure(duty, language),
      }),
      sourceNumbers([rent], citations),
    ),
    say(SPEED, language, {
      speed: figure(speed, language),
      concurrency: figure(concurrency, language),
    }),
  ]
  const estimates = [replicas, gpus, memory, rent, duty, speed, concurrency]
  const api =
    options.find((o) => o.model === model.id && o.provider !== undefined) ??
    cheapestApi(recommendation)
  if (!api || isUnknown(api.usdPerRequest.value)) return { sentences, estimates }
  const even = breakEvenRequests(fleet, api.usdPerRequest, request, defaults)
  return even
    ? {
        sentences: [
          ...sentences,
          say(BREAK_EVEN, language, { api: api.label[language], volume: figure(even, language) }),
        ],
        estimates: [...estimates, even],
      }
    : { sentences: [...sentences, say(NEVER, language, { api: api.label[language] })], estimates }
}

function cheapestApi({ options }: Recommendation) {
  const usd = (e: Estimate) => (isUnknown(e.value) ? Number.POSITIVE_INFINITY : e.value.central)
  return options
    .filter((o) => o.provider !== undefined && (o.choice === 'smaller' || o.choice === 'bigger'))
    .sort((a, b) => usd(a.usdPerRequest) - usd(b.usdPerRequest))[0]
}
