/** No rule covers these yet: right or no figure at all is what is wanted. */
export const UNDONE: readonly string[] = [
  "We have 16 H100s at $2.40/hr but they're busy only 35% of the time. What do we pay per useful GPU-hour?",
  'Users wait 8 seconds per answer and we serve 25,000 answers a day. How many hours of waiting is that a day?',
  '상담원 60명이 하루 15분씩 아끼면 하루에 총 몇 시간이야?',
  '요청 80%는 건당 0.001달러, 20%는 건당 0.02달러, 월 100만 건이면 총비용?',
  'we ran 850 GPU-hours in march and 1,120 in april, how many more is that?',
  'Transcription is $0.006 a minute. 2,400 hours of calls?',
  'Eval set of 400 items, 3 models, 5 runs each, $0.02 per answer. What will it cost?',
  'Three A100s at $1.40/hr each, up 9 to 6 on 21 workdays. Monthly?',
  'support bot deflects 1,300 tickets a week at $6.50 each, runs at $4,000 a month. Net monthly saving?',
  '3월 GPU시간 850, 4월 1,120이면 얼마나 늘었어?',
  '평가 문항 400개, 모델 3개, 반복 5회, 답변당 20원이면 평가비는?',
  '챗봇이 월 5,600건 막아주고 건당 7천원 아끼는데 운영비가 월 400만원이야. 월 순절감액은?',
]
