import type { Reading } from '../../../src/answering/assist/reading-request.ts'

/** A question the rules alone are unsure of, a sensible reading of it, and what a right answer is about. */
export type Case = Readonly<{ question: string; reading: Reading } & Expected>
type Expected = Readonly<{ note: string } | Readonly<{ task: string }>>

const about = (question: string, restated: string, terms: string[], note: string): Case => ({
  question,
  reading: { kind: 'knowledge', restated, facts: [], terms },
  note,
})
const work = (question: string, restated: string, task: string): Case => ({
  question,
  reading: { kind: 'workload', restated, facts: [{ key: 'task', span: task }], terms: [] },
  task,
})

export const ENGLISH: readonly Case[] = [
  about(
    'Can the apprentice outdo its master?',
    'Can a distilled student model become better than its teacher?',
    ['knowledge distillation', 'student and teacher models'],
    'busbridge-2025',
  ),
  about(
    'Will robots run out of things to read?',
    'Will language models run out of training data?',
    ['data exhaustion', 'human-written training text'],
    'villalobos-2024',
  ),
  about(
    'Is it bad when a machine learns from its own homework?',
    'Is it harmful to train a model on its own synthetic data?',
    ['model collapse', 'synthetic data'],
    'shumailov-2024',
  ),
  about(
    'Who gets stuck with the electricity tab of the server farms?',
    'Who bears the electricity costs of data centres?',
    ['data centre electricity costs', 'ratepayers'],
    'jlarc-2024',
  ),
  about(
    'How thirsty are server halls?',
    'How much water do data centres use?',
    ['data centre water use', 'cooling water'],
    'water-2023',
  ),
  about(
    'Do little brains suffice when a big brother checks the tricky cases?',
    'Is a small model enough when hard cases go to a large model?',
    ['cascade', 'routing between models'],
    'cascade-economics',
  ),
  about(
    'Should we rent brains or keep our own in the cellar?',
    'Should we use an API or host a model ourselves?',
    ['self-hosting break-even', 'API'],
    'self-hosting-2026',
  ),
  about(
    'Do I need to retrain it or just tell it what to do in the question?',
    'Should I fine-tune a model or rely on prompting?',
    ['fine-tuning versus prompting'],
    'lora-land-2024',
  ),
  work(
    'Is the pricey one overkill for our complaints inbox?',
    'Is a large model more than is needed for sorting complaints?',
    'classification',
  ),
  work(
    'Do we need the fancy brain to jot down what was said in meetings?',
    'Is a large model needed to summarise meetings?',
    'summarisation',
  ),
  work(
    'Which one should turn our manuals into Spanish?',
    'Which model should translate our manuals into Spanish?',
    'translation',
  ),
]

export const KOREAN: readonly Case[] = [
  about(
    '제자가 스승을 뛰어넘을 수 있나',
    '증류한 학생 모델이 교사 모델보다 나을 수 있는가?',
    ['지식 증류', '학생 모델'],
    'busbridge-2025',
  ),
  about(
    '숫자를 반으로 깎아도 멀쩡한가',
    '가중치를 양자화해도 품질이 유지되는가?',
    ['양자화', '저정밀도'],
    'quantisation-2024',
  ),
  about(
    '전기료는 결국 동네 사람이 내나',
    '데이터센터의 전기 요금 부담을 지역 주민이 지는가?',
    ['데이터센터 전기요금', '부담'],
    'power-prices-near-clusters',
  ),
  about(
    '쉬운 건 막내가, 어려운 건 큰형이 하면 어때',
    '쉬운 요청은 작은 모델, 어려운 요청은 큰 모델로 보내면 어떤가?',
    ['라우팅', '캐스케이드'],
    'frugalgpt-2023',
  ),
  about(
    '머리를 빌려 쓸까 지하실에 둘까',
    'API를 쓸까 직접 호스팅할까?',
    ['자체 호스팅 손익분기', 'API'],
    'self-hosting-2026',
  ),
  about(
    '새로 가르쳐야 하나 말로 시키면 되나',
    '미세조정이 필요한가, 프롬프트로 충분한가?',
    ['미세조정', '프롬프트'],
    'bucher-2024',
  ),
  about(
    '찬물 먹는 하마라던데 사실이야?',
    '데이터센터가 물을 많이 쓴다는 말이 사실인가?',
    ['데이터센터 물 사용량', '냉각수'],
    'water-stress',
  ),
  about(
    '덩치가 곧 실력이야?',
    '모델이 클수록 성능이 좋은가?',
    ['스케일링 법칙', '모델 크기'],
    'kaplan-2020',
  ),
  work('비싼 놈이 민원함에 과한가?', '민원을 분류하는 데 큰 모델이 과한가?', 'classification'),
  work(
    '회의에서 나온 말 적어 두는 데 좋은 머리가 필요해?',
    '회의 내용을 요약하는 데 큰 모델이 필요한가?',
    'summarisation',
  ),
]
