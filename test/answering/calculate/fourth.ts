import type { Calculation } from '../calculator-questions.ts'

/** A month is 730 hours here and 30 days to some: results differ by this share. */
const MONTH = 0.02

/** Terse, mistyped and wordy, by finance, product, engineering and sustainability. */
export const FOURTH_ENGLISH: readonly Calculation[] = [
  [
    'Claude Sonnet 5.5, 120k calls this quarter, input 2,400 and output 350 each. Total bill?',
    (120e3 * (2400 * 2 + 350 * 10)) / 1e6,
  ],
  [
    'GPT-5 mini: 1,800 in / 220 out, what does a single request cost?',
    (1800 * 0.25 + 220 * 2) / 1e6,
    0.01,
  ],
  [
    'gemini 2.5 flash for 3M docs, 900 in 60 out, total $ pls',
    (3e6 * (900 * 0.3 + 60 * 2.5)) / 1e6,
  ],
  ['from 12,000 to 9,500 calls is how much less?', 2500],
  ['Our latency went from 2.4 s to 1.5 s, what percent faster is that?', 37.5],
  [
    'spend grows 8% a month for a year, now at $20,000 a month. Where does it end up?',
    20000 * 1.08 ** 12,
  ],
  [
    'Volume doubles every year for 3 years from 50k calls a month, how many calls a month then?',
    400_000,
  ],
  [
    '70% of traffic goes to a model at $0.002 a call and 30% to one at $0.03. Blended cost per call?',
    0.7 * 0.002 + 0.3 * 0.03,
  ],
  [
    '70/30 split between a $0.40 and a $3 per million token model, what is the blended price per million?',
    0.7 * 0.4 + 0.3 * 3,
  ],
  ['Each answer costs 4 cents and 80% are correct. Cost per correct answer?', 0.05],
  ['$0.012 per attempt, success rate 60%, whats the cost per success?', 0.02],
  ['How many labelled samples for a margin of error of 3 points at 95% confidence?', 1067, 0.002],
  [
    'sample size to measure an accuracy of about 90% within +/- 2 points, 95% confidence?',
    864,
    0.003,
  ],
  [
    '1,200 input tokens, half of them cached at a 90% discount, $3 per million. Cost for 1M calls?',
    (1e6 * (600 * 3 + 600 * 0.3)) / 1e6,
  ],
  ['Bill is $14,000, batch moves 60% of it to half price. New bill?', 14000 * 0.7],
  ['We are 340 people and pay $11,900 a month for copilots. Cost per employee?', 35],
  [
    'Licences: 85 seats at $24 per seat per month with 15% off for paying yearly. Annual total?',
    85 * 24 * 12 * 0.85,
  ],
  ['Budget $50k a year, we used 62% so far, how much is left?', 19_000],
  [
    'Four nodes of 8 H100s for 12 days at $2.20 per GPU-hour, what do we owe?',
    4 * 8 * 12 * 24 * 2.2,
  ],
  [
    'A run of 21 days on 512 GPUs at 650 W with PUE 1.15, MWh?',
    (512 * 0.65 * 21 * 24 * 1.15) / 1000,
  ],
  ['18,000 kWh at 1.9 L/kWh, how many cubic metres of water?', 34.2],
  ['Data center used 2.4 GWh last year at 280 gCO2/kWh. Tonnes?', 672],
  ['6ND for an 8B model on 15T tokens?', 6 * 8e9 * 15e12],
  [
    'FLOPs to train 3B params on 60B tokens, and on how many GPU hours at 400 TFLOP/s effective?',
    (6 * 3e9 * 60e9) / 4e14 / 3600,
  ],
  ['TTFT 350ms, TPOT 18 ms, 500 tokens out. End to end latency in seconds?', 0.35 + 0.018 * 500],
  ['Node pushes 12,000 tok/s, a user reads at 15 tok/s. How many users can it serve at once?', 800],
  ['We have 5,000 tokens/s. Average reply 250 tokens. Replies per minute?', 1200],
  ['setup forty thousand dollars, then saves 3.2k a month, months to pay back?', 12.5],
  [
    'Self hosting is 5,200 dollars a month flat, API is $0.65 per 1k requests. Break even volume?',
    8_000_000,
  ],
  [
    'Fine-tune costs $9k, cuts the per call cost from $0.011 to $0.002, at 250k calls/mo. Payback?',
    4,
  ],
  ['1.5 million emails of 180 words each, 1.3 tokens per word. How many tokens?', 351e6],
  [
    'a 40 page contract is how many tokens at 600 tokens a page, and at $2.50/M what does it cost to read?',
    0.06,
  ],
  ['3.5k calls/day × 22 working days × $0.004, monthly?', 308],
  ['20 people x 45 minutes a day saved x 220 days, hours per year?', 3300],
  ['Human review takes 3 min per item at $30 an hour, 4,000 items a month. Monthly cost?', 6000],
  [
    '2.5x our current 40k requests/day at $0.003 each, monthly cost?',
    2.5 * 40000 * 30.4167 * 0.003,
    MONTH,
  ],
  ['What is 7,500 EUR in dollars at 1.12?', 8400],
  ['Vendor quote 96,000 a year for 1.2M calls a month; dollars per call?', 96000 / 14.4e6],
  ['$18k of $150k total spend is inference; what percent?', 12],
  ['8 GPUs × 720 h × $1.85, minus a 20% reserved discount?', 8 * 720 * 1.85 * 0.8],
  ['$9,000 monthly bill grows 8% a month, what is it after 6 months?', 9000 * 1.08 ** 6],
]

export const FOURTH_KOREAN: readonly Calculation[] = [
  ['Gemini 3.8 Flash에 올해 안으로 20만 건 돌릴 건데 건당 입력 3,000에 출력 400이면 총액?', 750],
  ['GPT-5 mini로 5만건, 입력 1,200 출력 300. 총 얼마?', (50000 * (1200 * 0.25 + 300 * 2)) / 1e6],
  ['Claude Haiku 4.5 요청 하나가 입력 2천, 출력 500이면 건당 비용은?', 0.0045, 0.01],
  ['12,000건에서 9,500건이면 얼마나 줄은거야?', 2500],
  ['비용이 월 480만원에서 360만원이 됐는데 몇 % 줄었지?', 25],
  ['지금 월 200만 원인데 매달 5%씩 1년 늘면 얼마?', 2e6 * 1.05 ** 12],
  ['요청이 분기마다 20%씩 늘면 지금 월 10만 건이 1년 뒤엔 월 몇 건?', 100000 * 1.2 ** 4],
  ['요청 70%는 건당 2원, 30%는 건당 30원짜리 모델로 보내면 평균 단가는?', 10.4],
  ['8:2로 나눠서 백만 토큰당 0.5달러 모델이랑 5달러 모델 쓰면 평균 얼마?', 1.4],
  ['건당 50원에 정답률 80%면 정답 1건당 비용은?', 62.5],
  ['시도당 0.03달러, 성공률 75%일 때 성공 한 건당 얼마야?', 0.04],
  ['오차범위 ±3%p, 신뢰수준 95%로 정확도 재려면 표본이 몇 개?', 1067, 0.002],
  ['정확도 90% 정도를 ±2%포인트로 재려면 (95% 신뢰수준) 몇 건 라벨링해야 돼?', 864, 0.003],
  [
    '입력 2,000토큰 중 75%가 캐시 적중, 캐시는 90% 할인, 백만 토큰당 2달러. 10만 건이면 얼마?',
    (1e5 * (500 * 2 + 1500 * 0.2)) / 1e6,
  ],
  ['월 청구액 800만원 중 40%를 배치로 돌려 반값이면 청구액은?', 6.4e6],
  ['직원 240명, 월 구독료 총 720만원. 1인당 얼마?', 30_000],
  ['좌석 130개, 좌석당 월 22달러, 연납 10% 할인하면 1년에 얼마', 130 * 22 * 12 * 0.9],
  ['예산 5천만원인데 62% 썼어. 남은 금액은?', 19e6],
  ['H100 8장짜리 노드 4대를 12일, GPU시간당 2.2달러면 총 비용?', 4 * 8 * 12 * 24 * 2.2],
  ['GPU 256장 600W로 2주 돌리고 PUE 1.2면 전력량 몇 MWh야', (256 * 0.6 * 336 * 1.2) / 1000],
  ['전력 18,000kWh, kWh당 물 1.9리터면 물은 몇 톤?', 34.2],
  ['작년에 2.4GWh 썼고 배출계수 0.45kg/kWh면 탄소 몇 톤인가', 1080],
  ['8B 모델을 15조 토큰으로 학습하면 6ND로 몇 FLOP?', 7.2e23],
  ['첫 토큰 350밀리초, 이후 토큰당 18ms, 출력 500토큰이면 총 몇 초', 9.35],
  ['노드 하나가 초당 12,000토큰 내고 사용자 한 명이 초당 15토큰 쓰면 동시에 몇 명?', 800],
  ['초당 5,000토큰 나오는데 답변이 평균 250토큰이면 분당 답변 몇 개?', 1200],
  ['구축비 4천만원, 매달 320만원 절감. 몇 달이면 본전?', 12.5],
  ['자체 서버 월 700만원, API는 천 건당 900원. 월 몇 건부터 이득?', 7e6 / 0.9],
  ['파인튜닝에 9천 달러, 건당 0.011달러가 0.002달러로 내려가고 월 25만 건이면 회수 기간은?', 4],
  ['이메일 150만 통, 통당 180단어, 단어당 2.5토큰이면 총 몇 토큰?', 675e6],
  ['계약서 40쪽, 쪽당 600토큰, 백만 토큰당 2.5달러면 읽는 데 얼마?', 0.06],
  ['하루 3,500건, 주 5일, 건당 4원이면 한 달(22일) 비용은?', 3500 * 22 * 4],
  ['상담원 20명이 하루 45분씩 아끼면 1년 220일 동안 몇 시간?', 3300],
  ['검수 한 건에 3분, 시급 1만 5천원, 월 4천 건이면 검수비는?', 3e6],
  ['지금 하루 4만 건인데 2.5배 되면 건당 3원에 한 달 비용은?', 2.5 * 40000 * 30.4167 * 3, MONTH],
  ['7,500달러를 환율 1,380원으로 하면 몇 원?', 7500 * 1380],
  ['1억 2천만원 예산에서 추론비가 1,800만원이면 몇 퍼센트?', 15],
  ['견적이 연 9,600만원이고 월 120만 건이면 건당 얼마?', 96e6 / 14.4e6],
  ['H200 16장 한 달 720시간, 시간당 3달러에서 25% 할인이면?', 16 * 720 * 3 * 0.75],
  [
    '문의 하루 900건 중 35%만 챗봇이 해결하고 해결 건당 2천원 아끼면 하루 절감액은?',
    900 * 0.35 * 2000,
  ],
  ['월 900만 원이 매달 8%씩 늘면 6개월 뒤 얼마?', 9e6 * 1.08 ** 6],
]
