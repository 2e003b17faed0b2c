import type { Bilingual, Language } from '../../language/language.ts'
import type { UnknownPaper } from '../../retrieval/papers.ts'
import type { SizingInput } from '../../sizing/request.ts'
import { KEY_HELP, KEY_LABELS } from '../../sizing/request-sentences.ts'
import type { Section, Sentence } from '../answer.ts'
import { say } from './say.ts'

const COVERED: readonly Bilingual[] = [
  {
    en: 'whether a bigger or a smaller model pays for a workload you describe, with the money, the quality risk and what would flip it',
    ko: '설명해 주신 업무에 큰 모델과 작은 모델 중 무엇이 맞는지: 비용, 품질 위험, 결론을 뒤집는 조건',
  },
  {
    en: 'what a model costs through an API or on your own accelerators, and when distilling or self-hosting pays back',
    ko: 'API 또는 자체 가속기로 쓸 때의 비용, 증류나 자체 호스팅의 회수 시점',
  },
  {
    en: 'electricity, emissions and water of a workload, by place, and who bears them',
    ko: '업무의 전력, 탄소, 물 사용량과 지역별 차이, 그리고 그 부담을 지는 사람',
  },
  {
    en: 'what scaling-law, data, distillation, routing and climate research found, with sources',
    ko: '스케일링 법칙, 데이터, 증류, 라우팅, 기후 연구의 결과와 출처',
  },
]

const EXAMPLES: readonly Bilingual[] = [
  {
    en: 'Do we need GPT-class models to tag 200k support tickets a month?',
    ko: '티켓 분류를 월 200만 건 하는데 큰 모델이 꼭 필요해?',
  },
  {
    en: 'What would a 70B model cost us to self-host for 50 requests a second?',
    ko: '70B 모델을 초당 50건으로 자체 호스팅하면 비용이 얼마야?',
  },
  {
    en: 'Why did Chinchilla change Kaplan’s advice?',
    ko: '스케일링 법칙이 뭐야, 투자 판단에 쓸 수 있어?',
  },
  {
    en: 'How much CO2 is 1M chatbot answers a month in Korea versus France?',
    ko: '챗봇 답변 월 100만 건의 탄소는 한국과 프랑스에서 얼마나 달라?',
  },
]

const WORDS = {
  securities: {
    en: 'I do not advise on buying or selling securities.',
    ko: '증권의 매매에 대해서는 조언하지 않습니다.',
  },
  instructions: {
    en: 'I keep to my rules and do not show my instructions.',
    ko: '정해진 규칙을 따르며 내부 지시문은 공개하지 않습니다.',
  },
  'private-people': {
    en: 'I do not look up private data about people or companies.',
    ko: '개인이나 회사의 비공개 정보는 찾아 드리지 않습니다.',
  },
  advice: {
    en: 'I give no medical, legal or personal advice.',
    ko: '의료, 법률, 개인 문제에 대해서는 조언하지 않습니다.',
  },
  uncovered: {
    en: 'My sources do not cover that, so I will not guess.',
    ko: '제 자료에서 다루지 않는 내용이라 추측하지 않겠습니다.',
  },
  nearest: {
    en: 'My sources do not answer this directly. These are the closest notes, not an answer:',
    ko: '제 자료에 직접적인 답은 없습니다. 아래는 답이 아니라 가장 가까운 내용입니다:',
  },
  keywordOnly: {
    en: 'Keyword search only: the vectors did not answer in time.',
    ko: '키워드 검색만 사용했습니다. 벡터 검색이 제때 응답하지 않았습니다.',
  },
  long: {
    en: 'Your message was long; only its beginning was read.',
    ko: '메시지가 길어 앞부분만 읽었습니다.',
  },
  spend: {
    en: 'Your own spend is shown to those who were allowed to see it: ask “why did spend jump last week?”, or type /model-size digest preview.',
    ko: '실제 지출은 허용된 사람에게만 보여 드립니다. “지난주 비용 왜 늘었어?”처럼 묻거나 /model-size digest preview를 입력하십시오.',
  },
  spendShown: {
    en: 'This was answered from your own spend. The figures are not kept here: ask again to see them.',
    ko: '실제 지출로 답한 질문입니다. 금액은 여기에 보관하지 않으니 다시 물어 주십시오.',
  },
  help: {
    en: 'Ask me whether an AI model is worth its price. I answer with a verdict, the money, the quality risk, the energy and carbon, what would flip it, and the sources. Press “Record decision” under a recommendation to keep it; /model-size decisions lists what was kept.',
    ko: 'AI 모델이 값을 하는지 물어보십시오. 결론, 비용, 품질 위험, 에너지와 탄소, 결론을 뒤집는 조건, 출처를 답합니다. 추천 아래의 ‘결정 기록’을 누르면 보관되며, /model-size decisions 로 목록을 볼 수 있습니다.',
  },
  task: {
    en: 'What does the model do, and about how many times a month? For example: “tag support tickets, a hundred thousand a month”.',
    ko: '모델이 어떤 일을 하며 한 달에 대략 몇 번 쓰입니까? 예: “문의 티켓 분류, 월 십만 건”.',
  },
} as const satisfies Record<string, Bilingual>

export type FixedWords = keyof typeof WORDS

/** A fixed sentence. */
export function fixed(words: FixedWords, language: Language): Sentence {
  return say(WORDS[words], language)
}

/** What can be asked, as a section. */
export function covered(language: Language): Section {
  return { kind: 'covered', sentences: COVERED.map((line) => say(line, language)) }
}

/** Questions to start from. */
export function examples(language: Language): string[] {
  return EXAMPLES.map((example) => example[language])
}

const UNKNOWN_PAPER: Bilingual = {
  en: 'I know no such source as {paper}, so I cannot say what it found.',
  ko: '{paper:이라는/라는} 자료는 알지 못하므로 그 결과를 말씀드릴 수 없습니다.',
}
const KNOWN_PAPER: Bilingual = { en: 'I do know {known}.', ko: '제가 아는 것은 {known}입니다.' }

/** Declines a paper that is not in the corpus, naming the one that is. */
export function unknownPaper(
  { author, year }: Pick<UnknownPaper, 'author' | 'year'>,
  known: string | undefined,
  language: Language,
): Sentence[] {
  return [
    say(UNKNOWN_PAPER, language, {
      paper: [{ name: author }, { text: ' ' }, { name: String(year) }],
    }),
    ...(known ? [say(KNOWN_PAPER, language, { known })] : []),
  ]
}

const UNKNOWN_NAME: Bilingual = {
  en: 'My sources do not know {name}.',
  ko: '제 자료에는 {name:이/가} 나오지 않습니다.',
}

/** Says that a name stands in no source. */
export function unknownName(name: string, language: Language): Sentence {
  return say(UNKNOWN_NAME, language, { name })
}

const IMPOSSIBLE: Bilingual = {
  en: '“{words}” does not fit. What I need: {help}.',
  ko: '“{words}” 값은 쓸 수 없습니다. 필요한 값: {help}.',
}

const NOT_STATED: Bilingual = {
  en: 'Nothing was said yet about the {what}, so there is nothing to change. Please give it: {help}.',
  ko: '{what} 값을 아직 알려 주지 않으셔서 바꿀 것이 없습니다. 값을 알려 주십시오: {help}.',
}

/** Asks for a number that was to be changed and that nobody stated. */
export function notStated(key: keyof SizingInput, language: Language): Sentence {
  const what = KEY_LABELS[key][language]
  return say(NOT_STATED, language, {
    what: language === 'en' ? what.toLowerCase() : what,
    help: KEY_HELP[key][language],
  })
}

/** Asks for a number that can be. */
export function impossibleValue(words: string, help: string, language: Language): Sentence {
  return say(IMPOSSIBLE, language, { words, help })
}
