/** The questions that answers, memory and cold start are measured on: those of the README and their like. */
export const QUESTIONS = [
  'Do we need GPT-class models to tag 200k support tickets a month?',
  'What would a 70B model cost us to self-host for 50 requests a second?',
  'Why did Chinchilla change Kaplan’s advice?',
  'How much CO2 is 1M chatbot answers a month in Korea versus France?',
  'When does distilling to a small model pay back?',
  'Is the internet really running out of training data?',
  '티켓 분류를 월 200만 건 하는데 큰 모델이 꼭 필요해?',
  '작은 모델로 바꾸면 탄소가 얼마나 줄어?',
  '스케일링 법칙이 뭐야, 투자 판단에 쓸 수 있어?',
] as const
