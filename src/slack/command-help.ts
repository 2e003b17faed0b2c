import { examples } from '../answering/compose/refusals.ts'
import { escapeMrkdwn } from '../block-kit/escape.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { SUB_COMMANDS } from '../language/sub-commands.ts'
import { markedSections } from './blocks/kit.ts'
import type { Message } from './post.ts'
import { nearestSubCommands, type SubCommandWord, subCommand } from './read-sub-command.ts'

const WORDS = {
  intro: {
    en: 'Type a workload, a question in your own words, or one of these after `/model-size`. The reply is for you alone.',
    ko: '`/model-size` 뒤에 업무 조건이나 질문, 또는 아래 명령을 입력하십시오. 답은 본인에게만 보입니다.',
  },
  workload: {
    en: '• `/model-size task=classification volume=2M/month value=0.50 error-cost=2`: a workload; with nothing behind it the form opens',
    ko: '• `/model-size task=classification volume=2M/month value=0.50 error-cost=2`: 업무 조건. 아무것도 붙이지 않으면 양식이 열립니다',
  },
  questions: { en: 'Questions to start from', ko: '이렇게 물어볼 수 있습니다' },
  more: {
    en: 'More on one of them: `/model-size help compare`.',
    ko: '한 명령을 더 보려면: `/model-size 도움말 비교`',
  },
  examples: { en: 'For example', ko: '예' },
  other: { en: 'In Korean', ko: '영어로는' },
  unknown: {
    en: 'I know no sub-command “{word}”.',
    ko: '‘{word}’ 하위 명령은 없습니다.',
  },
  meant: { en: 'Did you mean {nearest}?', ko: '혹시 {nearest} 명령입니까?' },
  question: {
    en: 'If it was a question, begin it with another word.',
    ko: '질문이었다면 다른 말로 시작해 주십시오.',
  },
} as const satisfies Record<string, Bilingual>

/** What more there is to say of a sub-command. */
const DETAILS: Readonly<Partial<Record<SubCommandWord, Bilingual>>> = {
  compare: {
    en: 'Without a workload the usual one is taken, and the answer says that it is assumed. Everything that `/model-size key=value` takes may follow.',
    ko: '업무를 적지 않으면 기본 업무로 계산하고, 가정이라고 밝힙니다. `/model-size key=value`에 쓰는 조건을 모두 뒤에 붙일 수 있습니다.',
  },
  digest: {
    en: 'Hours from 05:00 to 23:00; a language and a currency may follow, and a #channel may come first. Only admins set it up, and only where spend may be shown.',
    ko: '5시~23시에 보낼 수 있고, 뒤에 언어와 통화, 앞에 #채널을 붙일 수 있습니다. 관리자만, 지출을 보여도 되는 채널에만 설정합니다.',
  },
  spend: {
    en: 'Whoever may see spend is set with `/model-size admin spend allow …`.',
    ko: '지출을 볼 수 있는 사람은 `/model-size admin spend allow …` 명령으로 정합니다.',
  },
  defaults: {
    en: 'Only admins change them; every full member sees them. What a question says itself always comes first.',
    ko: '관리자만 바꾸고 정식 멤버는 모두 볼 수 있습니다. 질문에 적은 값이 언제나 먼저입니다.',
  },
}

/** Help by example: of everything, or of the one sub-command that is named. */
export function commandHelp(about: string, language: Language): Message {
  if (about === '') return helpMessage([...overview(language)])
  const found = subCommand(about)
  if (found === undefined)
    return unknownSubCommand(about, nearestSubCommands(about, true), language)
  const { word, korean, usage, about: does } = found
  const details = DETAILS[word]
  const name = language === 'ko' ? korean : word
  const other = language === 'ko' ? word : korean
  return helpMessage([
    `*\`${typed(name, usage[language])}\`*: ${does[language]}`,
    ...(details ? [details[language]] : []),
    `*${WORDS.examples[language]}*`,
    ...found.examples[language].map((example) => `• \`/model-size ${example}\``),
    `${WORDS.other[language]}: \`/model-size ${other}\``,
  ])
}

/** Says that a word is no sub-command, and which are spelled almost like it; otherwise all of them. */
export function unknownSubCommand(
  word: string,
  nearest: readonly string[],
  language: Language,
): Message {
  const unknown = WORDS.unknown[language].replace('{word}', escapeMrkdwn(word.slice(0, 40)))
  if (nearest.length === 0) return helpMessage([unknown, ...overview(language)])
  const named = nearest
    .map((one) => `\`/model-size ${one}\``)
    .join(language === 'ko' ? ' 또는 ' : ' or ')
  const meant = WORDS.meant[language].replace('{nearest}', named)
  return helpMessage([`${unknown} ${meant} ${WORDS.question[language]}`])
}

/** Every sub-command on one line each. */
export function subCommandLines(language: Language): readonly string[] {
  return SUB_COMMANDS.map(
    ({ word, korean, usage, about }) =>
      `• \`${typed(language === 'ko' ? korean : word, usage[language])}\`: ${about[language]}`,
  )
}

function overview(language: Language): readonly string[] {
  return [
    WORDS.intro[language],
    WORDS.workload[language],
    ...subCommandLines(language),
    WORDS.more[language],
    `*${WORDS.questions[language]}*`,
    ...examples(language).map((question) => `• ${escapeMrkdwn(question)}`),
  ]
}

function typed(name: string, usage: string): string {
  return ['/model-size', name, usage].filter(Boolean).join(' ')
}

function helpMessage(lines: readonly string[]): Message {
  const text = lines.join('\n')
  return { text, steps: [markedSections(text), []] }
}
