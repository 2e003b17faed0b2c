import type { Calculation } from '../calculator-questions.ts'

/** Other shapes: pairs of models, chains, shares of shares, limits, prices by the page and the minute. */
export const FIFTH_ENGLISH: readonly Calculation[] = [
  [
    'GPT-4.1 mini vs GPT-4.1 nano, 2M requests at 700 in / 90 out. How much cheaper is nano in total?',
    2 * (700 * 0.3 + 90 * 1.2),
  ],
  ['Ticket volume shrinks 3% a month from 40k a month; after half a year?', 40000 * 0.97 ** 6],
  [
    'agent makes 6 calls per task, 1.5k tokens each, $4 per million. cost for 20k tasks?',
    (6 * 1500 * 20000 * 4) / 1e6,
  ],
  ['OCR at $1.50 per 1,000 pages, we have 380k pages. total', 570],
  ['of 60,000 chats 25% are escalated, each escalation costs us $7. total escalation cost', 105000],
  ['With $2,500 and $0.018 per call how many calls can we afford?', 138888],
  ['Server draws 1.2 kW, 24/7, 0.31 $/kWh. Annual power bill?', 1.2 * 8760 * 0.31],
  ['We cut tokens per answer from 900 to 540. Percent saved?', 40],
  [
    'A 13.5 MWh training run, offset price $85 a tonne, grid 0.42 kg/kWh: what do offsets cost?',
    13.5 * 0.42 * 85,
  ],
  [
    'Cache hit rate is 40%, cached input costs $0.20 per million, fresh $2. Average input price?',
    0.4 * 0.2 + 0.6 * 2,
  ],
]

export const FIFTH_KOREAN: readonly Calculation[] = [
  [
    'GPT-5.4 mini랑 GPT-5.4 nano 비교해줘. 50만 건, 입력 800 출력 150이면 비용 차이 얼마?',
    0.5 * (800 * 0.55 + 150 * 3.25),
  ],
  ['월 4만 건인데 매달 3%씩 줄면 반년 뒤 월 몇 건?', 40000 * 0.97 ** 6],
  ['에이전트가 작업당 6번 호출하고 호출당 1,500토큰, 백만 토큰당 4달러. 작업 2만 개면 얼마?', 720],
  ['음성 인식이 분당 8원이야. 통화 2,400시간이면?', 2400 * 60 * 8],
  ['OCR 천 쪽당 2천원, 38만 쪽이면 총 얼마?', 760000],
  ['상담 6만 건 중 25%가 상담원 연결, 연결 건당 9천원이면 총비용은?', 135e6],
  ['예산 300만 원, 건당 25원이면 몇 건까지 가능해?', 120000],
  ['서버 1.2kW 24시간 1년 내내, kWh당 160원이면 연간 전기요금?', 1.2 * 8760 * 160],
  ['답변 토큰을 900에서 540으로 줄이면 몇 % 절감?', 40],
  ['학습에 13.5MWh, 배출계수 0.42kg/kWh, 톤당 2만원이면 탄소 비용은?', 13.5 * 0.42 * 20000],
  ['A100 3장, 장당 시간당 1.4달러, 하루 9시간씩 영업일 21일이면 얼마?', 3 * 1.4 * 9 * 21],
  ['캐시 적중률 40%, 캐시 입력은 백만 토큰당 0.2달러, 일반 입력은 2달러. 평균 입력 단가는?', 1.28],
]
