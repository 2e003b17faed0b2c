import { describe, expect, it } from 'vitest'
import { readCoverage } from '../../eval/coverage.ts'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const knowledge = await shippedKnowledge()
const check = readCoverage('check')

/** Share of the check half, on which no word and no weight was set, that is answered. */
async function answered(language: 'en' | 'ko', covered: boolean): Promise<number> {
  const rows = check.filter((q) => q.language === language && q.covered === covered)
  const kinds = await Promise.all(
    rows.map(async (q) => (await answerQuestion(q.question, knowledge)).answer.kind),
  )
  return kinds.filter((kind) => kind === 'answer').length / kinds.length
}

describe.each(['en', 'ko'] as const)('questions in %s', (language) => {
  it('that the notes do not answer are declined or marked as nearest', async () =>
    expect(1 - (await answered(language, false))).toBeGreaterThanOrEqual(0.85))
  it('that they do answer are answered, however they are put', async () =>
    expect(await answered(language, true)).toBeGreaterThanOrEqual(0.88))
})

describe('names that are known in another form', () => {
  it.each([
    'Same list price, dearer document: why on newer Claudes?',
    'How wasteful were data centres in 2007, PUE-wise?',
    'Do older GPTs use more power than newer ones?',
    'Are Chinchilla-style laws still in fashion at Claude-like labs?',
    'What did Chinchilla-era models get wrong?',
    'How do Llamas and Geminis compare in tokens per second?',
    'Is a GPT-class model worth it for tagging?',
    'Are OpenAI-compatible gateways adding cost?',
    'What happens with NVIDIA-based servers as the grid gets cleaner?',
    "Do Claudes' prompts cost more on long documents?",
    'How costly is a DeepSeek-style mixture of experts to serve?',
    'What is a Kaplan-type power law good for?',
    'Are Qwen-sized models good enough for extraction?',
    'Price-wise, is Anthropic-hosted Claude cheaper than Bedrock-hosted Claude?',
    'Are post-Chinchilla recipes overtrained?',
    'Which H100-equivalent cards are cheapest to rent?',
    'How many A100-hours did BLOOM take?',
    'What does a Korea-based data centre emit per kWh?',
    'Are the EU-wide AI rules already in force?',
    'What do Geminis cost on long prompts?',
    "Is Jevons' paradox real for AI?",
    'Does a Haiku-tier model pay at 10k tickets?',
    'Is the Llama-3-era 20-to-1 rule dead?',
    'How do Mistrals measure water use?',
    'What are Kaplanesque exponents?',
    'Is Opus-grade quality needed for summaries?',
    'What about Sonnet-vs-Haiku pricing for batch?',
    'Do Phi-like models beat bigger ones at reasoning?',
    'Are non-NVIDIA accelerators cheaper?',
    'Would a Bedrock-only setup cost more?',
    '클로드류 모델은 왜 토큰이 더 나와?',
    'GPT들 전력 소모가 어떻게 달라졌어?',
    '라마계열 모델은 물을 얼마나 써?',
    '제미나이급 모델이 꼭 필요한가요?',
    '딥시크식 모델은 서빙 비용이 어떤가요?',
    'Claude류는 왜 긴 문서에서 더 비싸?',
    'Chinchilla식 법칙은 아직 유효해?',
    'GPT-4급 모델 학습 비용이 얼마였어?',
    '친칠라식 모델 학습은 지금도 쓰이나요?',
    '지피티 계열 모델들은 배치 할인이 있나요?',
    '큐원네 모델은 한국어 토큰이 몇 배야?',
    '미스트랄발 보고서에서 물은 얼마였어?',
    '카플란표 논문은 왜 뒤집혔어?',
    '엔비디아제 칩 말고 다른 가속기는 싸?',
    '오픈AI산 모델은 캐시 할인이 얼마예요?',
    '싸구려 모델로 먼저 돌려도 되나요?',
    '구닥다리 모델은 전기를 더 먹나요?',
    '옛날식 모델이랑 비교하면 탄소가 얼마나 줄어?',
    '비싼거 말고 중간급 모델이면 충분해?',
    '요즘나온 모델은 토큰당 전력이 얼마야?',
    '잘나가는 모델 하나 학습하는 데 얼마 들었어?',
    '국산 모델은 토큰 비용이 어떤가요?',
    '우리가쓰는 모델 탄소 계산은 어떻게 해?',
    '똑똑한 모델이 환각도 적어?',
    '외산 모델 쓰면 데이터가 해외로 나가?',
  ])('"%s"', (question) => expect(knowledge.unknownName(question)).toBeUndefined())
})

describe('names that stand in no source', () => {
  it.each([
    ['What did the Halvorsen Institute find about routing?', 'Halvorsen Institute'],
    ['Is Glimmerbox-3 faster?', 'Glimmerbox-3'],
    ['Is a Zorblatt-style model cheaper?', 'Zorblatt-style'],
    ['How do Claudes compare with Fizzbots?', 'Fizzbots'],
    ['트링켓류 모델은 얼마나 들어?', '트링켓류'],
    ['Where does Claude rank on the Moonlight benchmark?', 'Moonlight'],
    ['조수웅덩이 벤치마크에서 몇 점이야?', '조수웅덩이'],
    ['한빛미래연구원이 라우팅에 대해 뭐라고 했어?', '한빛미래'],
    ['조블랏AI 기업가치가 얼마였어?', '조블랏'],
  ])('"%s" holds %s', (question, name) => expect(knowledge.unknownName(question)).toBe(name))
  it.each([
    'PM here. What does a think-harder toggle do to cost?',
    'What did Hoffmann and Kaplan disagree on?',
    'AI Energy Score에서 F1이 뭐예요?',
    '제번스 역설이 AI랑 무슨 상관이야?',
    '쓸 만한 모델이 있어? 최신 벤치마크로 비교해줘',
    '사내 모델 성능은 어떻게 재?',
  ])('"%s" holds none', (question) => expect(knowledge.unknownName(question)).toBeUndefined())
  it('make an answer the nearest notes at most, and are named', async () => {
    const { answer } = await answerQuestion(
      '한빛미래연구원이 라우팅에 대해 뭐라고 했어?',
      knowledge,
    )
    expect(answer.kind).not.toBe('answer')
    expect(JSON.stringify(answer.sections)).toContain('한빛미래')
  })
})
