/** Each was once worked out to a wrong figure; right or no figure at all is what is wanted. */
export const UNDONE: readonly string[] = [
  "We have 16 H100s at $2.40/hr but they're busy only 35% of the time. What do we pay per useful GPU-hour?",
  'Users wait 8 seconds per answer and we serve 25,000 answers a day. How many hours of waiting is that a day?',
  '상담원 60명이 하루 15분씩 아끼면 하루에 총 몇 시간이야?',
  '요청 80%는 건당 0.001달러, 20%는 건당 0.02달러, 월 100만 건이면 총비용?',
]
