import type { Calculation } from '../calculator-questions.ts'

/** Asked once the first batch was answered, to see how well that carries over. */
export const SECOND_ENGLISH: readonly Calculation[] = [
  ['quick one: 32 H100s, three days, $2.25 an hour each', 32 * 72 * 2.25],
  ['What would 5,000 H100-hours run us at 2.80 USD?', 14_000],
  ['rent for twelve A100 cards at $1.10 per card per hour over two weeks', 12 * 1.1 * 336],
  [
    'Prompt side 800M tokens at $0.15/M, completion side 120M tokens at $0.60/M – total spend?',
    192,
  ],
  ['4.5 billion tokens a month, $0.08 per million. Monthly spend?', 360],
  ['250 chars of text per message, 40k messages, how many tokens?', (40_000 * 250) / 4, 0.4],
  ['A $45,000 migration saves us 3,750 a month. Months until payback?', 12],
  [
    'Fixed $1,200/mo for the box or $0.004 per request on the API, at how many requests do they cost the same?',
    300_000,
  ],
  ['£3,000 in USD, rate 1.25 dollars per pound', 3750],
  ['how many flops = 6 * 34B params * 2T tokens', 6 * 34e9 * 2e12],
  ['5e21 FLOPs on 312 TFLOPS A100s at 45% utilization, GPU-hours?', 5e21 / (0.45 * 312e12) / 3600],
  ['Streaming 1,200 tokens at 80 tokens/s, TTFT 0.6 s: total time?', 15.6],
  ['VRAM for the weights of a 9B model at 16-bit?', 18],
  ['Rack pulls 12 kW around the clock for 30 days. kWh?', 8640],
  ['50 racks at 10 kW for a day, grid 300 g/kWh: tonnes CO2?', 3.6],
  ['How much CO2e is 7,500 kWh at 0.2 kg CO2e per kWh?', 1500],
  ['Our 40 agents each cost $60 a month in seats, yearly total?', 28_800],
  ['If $9,600 covered 120,000 chats, how much per chat?', 0.08],
  ['price went up from $2.00 to $2.60 per hour, how many percent?', 30],
  ['$80k annual spend minus 15% discount', 68_000],
]

export const SECOND_KOREAN: readonly Calculation[] = [
  ['H100 32장 사흘, 시간당 2.25달러', 32 * 72 * 2.25],
  ['A100 카드 12장을 2주간 카드당 시간당 1.1달러에 임대하면?', 12 * 1.1 * 336],
  ['5천 GPU시간, 시간당 2.8달러면 얼마 나와요', 14_000],
  ['입력 8억 토큰에 백만 토큰당 0.15달러, 출력 1.2억 토큰에 백만 토큰당 0.6달러. 총액?', 192],
  ['월 45억 토큰 사용, 100만 토큰당 0.08달러. 월 요금은?', 360],
  ['원고지 말고 한글 3,680자짜리 글은 몇 토큰?', 2000],
  ['4만 5천 달러 투자해서 매월 3,750달러 줄이면 투자금 회수까지 몇 개월?', 12],
  ['서버는 한 달 1,200달러 고정, API는 요청당 0.004달러. 몇 건부터 서버가 유리해?', 300_000],
  ['3,000달러, 환율 1,420원이면 원화로?', 4_260_000],
  ['340억 개 파라미터를 2조 토큰으로 학습, 총 FLOP은?', 6 * 34e9 * 2e12],
  [
    'A100(312 TFLOPS)에서 활용률 45%로 5e21 FLOP 돌리는 데 GPU시간 얼마?',
    5e21 / (0.45 * 312e12) / 3600,
  ],
  ['초당 80토큰, 첫 토큰 0.6초. 1,200토큰 다 받는 데 몇 초?', 15.6],
  ['9B 모델 16비트 가중치 용량은?', 18],
  ['서버 랙이 12kW로 30일 내내 돌면 전력량 kWh는?', 8640],
  ['7,500kWh 사용, 배출계수 0.2kg/kWh, 탄소배출량은?', 1500],
  ['상담원 40명, 1인당 월 60달러면 1년 총액?', 28_800],
  ['채팅 12만 건에 9,600달러 나왔어. 채팅 한 건에 얼마 꼴?', 0.08],
  ['시간당 2달러에서 2.6달러로 올랐어. 몇 퍼센트 인상?', 30],
  ['연 8만 달러 지출에서 15% 할인받으면 얼마?', 68_000],
  ['요청 1,000만 건 x 0.5Wh, 전기료 kWh당 150원이면 얼마?', 750_000],
]
