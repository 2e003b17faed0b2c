import type { Bilingual } from './language.ts'

/** A word that may follow `/model-size`, for help, completion and the reading of the command itself. */
export type SubCommand = Readonly<{
  word: string
  korean: string
  /** What follows the word, by place; empty where nothing does. */
  usage: Bilingual
  /** What it does, on one line. */
  about: Bilingual
  /** Whole commands that can be typed as they stand, without the slash command before them. */
  examples: Readonly<{ en: readonly string[]; ko: readonly string[] }>
}>

/** Every sub-command, in the order in which help lists them. */
export const SUB_COMMANDS = [
  {
    word: 'help',
    korean: '도움말',
    usage: { en: '[sub-command]', ko: '[하위 명령]' },
    about: {
      en: 'what can be typed, by example',
      ko: '입력할 수 있는 명령을 예로 보여 드립니다',
    },
    examples: { en: ['help compare'], ko: ['도움말 비교'] },
  },
  {
    word: 'compare',
    korean: '비교',
    usage: { en: 'MODEL MODEL [workload]', ko: '모델 모델 [업무]' },
    about: {
      en: 'two models side by side: price, quality, speed, energy and the verdict',
      ko: '두 모델의 가격, 품질, 속도, 에너지, 결론을 나란히 비교합니다',
    },
    examples: {
      en: [
        'compare gpt-6-astra gpt-6-luna',
        'compare gpt-6-astra gpt-6-luna tag 200k support tickets a month',
        'compare gpt-6-astra gpt-6-luna task=classification volume=2M/month',
      ],
      ko: [
        '비교 gpt-6-astra gpt-6-luna',
        '비교 gpt-6-astra gpt-6-luna 티켓 분류 월 20만 건',
        '비교 gpt-6-astra gpt-6-luna task=classification volume=2M/month',
      ],
    },
  },
  {
    word: 'explain',
    korean: '설명',
    usage: { en: '[TERM | last answer]', ko: '[용어 | 마지막 답변]' },
    about: {
      en: 'what a term means, or how your last private answer was computed',
      ko: '용어의 뜻, 또는 나만 본 마지막 답변을 어떻게 계산했는지 설명합니다',
    },
    examples: {
      en: ['explain cascade', 'explain PUE', 'explain last answer'],
      ko: ['설명 캐스케이드', '설명 PUE', '설명 마지막 답변'],
    },
  },
  {
    word: 'decisions',
    korean: '결정',
    usage: { en: '', ko: '' },
    about: {
      en: 'the decisions recorded in this channel and your own',
      ko: '이 채널에서 기록한 결정과 내 결정을 보여 드립니다',
    },
    examples: { en: ['decisions'], ko: ['결정'] },
  },
  {
    word: 'digest',
    korean: '요약',
    usage: {
      en: '[WHEN | preview [PERIOD] | list | snooze KEY | off]',
      ko: '[언제 | 미리보기 [기간] | 목록 | 보류 KEY | 끄기]',
    },
    about: {
      en: 'the regular spend digest of this channel',
      ko: '이 채널의 정기 지출 요약을 설정합니다',
    },
    examples: {
      en: ['digest Monday 09:00 Asia/Seoul', 'digest preview', 'digest off'],
      ko: ['요약 월요일 9시 Asia/Seoul', '요약 미리보기', '요약 끄기'],
    },
  },
  {
    word: 'spend',
    korean: '지출',
    usage: { en: '[question]', ko: '[질문]' },
    about: {
      en: 'your own spend, for those who may see it',
      ko: '실제 지출을 볼 수 있는 사람에게 보여 드립니다',
    },
    examples: {
      en: ['spend', 'spend why did it jump last week?'],
      ko: ['지출', '지출 지난주 비용 왜 늘었어?'],
    },
  },
  {
    word: 'defaults',
    korean: '기본값',
    usage: {
      en: '[currency=… region=… discount=… language=… | off KEY]',
      ko: '[currency=… region=… discount=… language=… | 해제 KEY]',
    },
    about: {
      en: 'what is taken for granted in this workspace, and what may be set',
      ko: '이 워크스페이스에서 기본으로 쓰는 값을 보여 드리고 바꿉니다',
    },
    examples: {
      en: ['defaults', 'defaults region=KOR discount=10%', 'defaults off discount'],
      ko: ['기본값', '기본값 지역=KOR 할인=10%', '기본값 해제 할인'],
    },
  },
  {
    word: 'status',
    korean: '상태',
    usage: { en: '', ko: '' },
    about: {
      en: 'what my language model did this month and what it cost',
      ko: '이번 달에 제 언어 모델이 한 일과 쓴 비용을 보여 드립니다',
    },
    examples: { en: ['status'], ko: ['상태'] },
  },
  {
    word: 'sources',
    korean: '출처',
    usage: { en: '', ko: '' },
    about: {
      en: 'where figures come from, how old they are and what is failing',
      ko: '수치의 출처와 오래된 정도, 실패한 연결을 보여 드립니다',
    },
    examples: { en: ['sources'], ko: ['출처'] },
  },
  {
    word: 'admin',
    korean: '관리자',
    usage: { en: 'help', ko: '도움말' },
    about: {
      en: 'who may see and set what',
      ko: '누가 무엇을 보고 설정할 수 있는지 정합니다',
    },
    examples: { en: ['admin help', 'admin list'], ko: ['관리자 도움말', '관리자 목록'] },
  },
] as const satisfies readonly SubCommand[]
