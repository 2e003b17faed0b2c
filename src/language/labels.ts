import type { Kind, Quantity } from '../engine/estimate.ts'
import type { Bilingual, Language } from './language.ts'

const QUANTITIES: Record<Quantity, Bilingual> = {
  cost: { en: 'cost', ko: '비용' },
  saving: { en: 'saving', ko: '절감액' },
  quality: { en: 'quality', ko: '품질' },
  'quality-gap': { en: 'quality gap', ko: '품질 차이' },
  'required-uplift': { en: 'uplift needed to pay', ko: '본전이 되는 품질 향상' },
  'net-value': { en: 'net value', ko: '순가치' },
  probability: { en: 'probability', ko: '확률' },
  latency: { en: 'time to a whole answer', ko: '전체 응답 시간' },
  'latency-limit': { en: 'longest acceptable time', ko: '응답 시간 한도' },
  energy: { en: 'electricity', ko: '전력' },
  carbon: { en: 'emissions', ko: '탄소 배출' },
  'carbon-difference': { en: 'emissions avoided', ko: '줄어드는 탄소' },
  water: { en: 'water', ko: '물' },
  volume: { en: 'volume', ko: '사용량' },
  'input-tokens': { en: 'prompt tokens', ko: '입력 토큰' },
  'output-tokens': { en: 'answer tokens', ko: '출력 토큰' },
  'value-right': { en: 'value of a right answer', ko: '맞은 답의 가치' },
  'error-cost': { en: 'cost of a wrong answer', ko: '틀린 답의 비용' },
  budget: { en: 'budget', ko: '예산' },
  'price-input': { en: 'input price', ko: '입력 단가' },
  'price-output': { en: 'output price', ko: '출력 단가' },
  gpus: { en: 'accelerators', ko: '가속기' },
  memory: { en: 'weights in memory', ko: '가중치 메모리' },
  'kv-cache': { en: 'KV cache', ko: 'KV 캐시' },
  throughput: { en: 'throughput per replica', ko: '복제본당 처리량' },
  'tokens-per-second': { en: 'tokens per second', ko: '초당 토큰' },
  rent: { en: 'accelerator rent', ko: '가속기 임대료' },
  duty: { en: 'duty', ko: '가동률' },
  replicas: { en: 'replicas', ko: '복제본 수' },
  'break-even-volume': { en: 'break-even volume', ko: '손익분기 사용량' },
  payback: { en: 'payback', ko: '회수 기간' },
  'fixed-cost': { en: 'one-off cost', ko: '일회성 비용' },
  'pilot-items': { en: 'labelled examples for a pilot', ko: '파일럿용 정답 예제' },
  forecast: { en: 'bill ahead', ko: '예상 청구액' },
  horizon: { en: 'horizon', ko: '기간' },
  'information-value': { en: 'expected worth of the pilot', ko: '파일럿의 기대 가치' },
  'perfect-information': { en: 'worth of knowing for sure', ko: '확실히 아는 것의 가치' },
  'pilot-cost': { en: 'cost of the pilot', ko: '파일럿 비용' },
  'grid-intensity': { en: 'grid intensity', ko: '전력 탄소집약도' },
  confidence: { en: 'confidence', ko: '확신도' },
  'cached-share': { en: 'share of the prompt read from cache', ko: '캐시에서 읽는 입력 비율' },
  'price-factor': { en: 'supposed change of token prices', ko: '가정한 토큰 가격 변화' },
  spend: { en: 'spend', ko: '지출' },
  'flip-value': { en: 'value at which the verdict changes', ko: '결론이 바뀌는 값' },
  staff: { en: 'staff', ko: '인건비' },
  amount: { en: 'amount', ko: '금액' },
  price: { en: 'unit price', ko: '단가' },
  count: { en: 'count', ko: '개수' },
  share: { en: 'share', ko: '비율' },
  time: { en: 'time', ko: '시간' },
  length: { en: 'length of the text', ko: '글 분량' },
  tokens: { en: 'tokens', ko: '토큰 수' },
  'gpu-hours': { en: 'accelerator hours', ko: '가속기 사용 시간' },
  compute: { en: 'compute', ko: '연산량' },
  'computing-speed': { en: 'speed of an accelerator', ko: '가속기 연산 속도' },
  parameters: { en: 'parameters', ko: '파라미터 수' },
  power: { en: 'power draw', ko: '소비 전력' },
  overhead: { en: 'overhead of the data centre (PUE)', ko: '데이터센터 전력 효율(PUE)' },
  'speed-up': { en: 'speed-up', ko: '가속비' },
  'exchange-rate': { en: 'exchange rate', ko: '환율' },
  age: { en: 'age', ko: '경과 기간' },
  shape: { en: 'shape of the model', ko: '모델 구조' },
  change: { en: 'change', ko: '변화율' },
}

/** What a figure measures, in words. */
export function quantityLabel(quantity: Quantity, language: Language): string {
  return QUANTITIES[quantity][language]
}

const MARKS: Record<Kind, Bilingual> = {
  cited: { en: '', ko: '' },
  computed: { en: ' ƒ', ko: ' ƒ' },
  yours: { en: ' (yours)', ko: '(입력값)' },
  assumed: { en: ' (assumed)', ko: '(가정)' },
}

/** How a figure says where it comes from; a cited one is followed by its source number instead. */
export function kindMark(kind: Kind, language: Language): string {
  return MARKS[kind][language]
}

const KINDS: Record<Kind, Bilingual> = {
  cited: { en: 'cited', ko: '인용' },
  computed: { en: 'computed (ƒ)', ko: '계산(ƒ)' },
  yours: { en: 'yours', ko: '입력값' },
  assumed: { en: 'assumed', ko: '가정' },
}

export function kindLabel(kind: Kind, language: Language): string {
  return KINDS[kind][language]
}

/** Confidence in words; the bands are ours. */
export function confidenceWords(probability: number, language: Language): string {
  const words: Bilingual =
    probability >= 0.95
      ? { en: 'very confident', ko: '매우 확신' }
      : probability >= 0.8
        ? { en: 'confident', ko: '확신' }
        : probability >= 0.65
          ? { en: 'fairly confident', ko: '어느 정도 확신' }
          : probability >= 0.5
            ? { en: 'barely more likely than not', ko: '반반보다 조금 높음' }
            : { en: 'less likely than not', ko: '반반에 못 미침' }
  return words[language]
}
