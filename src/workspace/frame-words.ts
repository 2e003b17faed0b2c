import type { Bilingual } from '../language/language.ts'
import { dayAndTime } from './render/time.ts'
import type { Kind } from './traffic.ts'

/** The words around the messages: the bar on top, the clock, the look, the keys. */
export const FRAME = {
  tools: { en: 'Tools', ko: '도구' },
  agent: { en: 'Ask Rightsize', ko: 'Rightsize에 묻기' },
  closeAgent: { en: 'Close Rightsize', ko: 'Rightsize 닫기' },
  greeting: {
    en: 'What would you like to weigh up?',
    ko: '무엇을 비교해 볼까요?',
  },
  greetingMore: {
    en: 'Ask whether a bigger model is worth its price, or start with one of these. What you write here stays between you and Rightsize.',
    ko: '더 큰 모델이 값을 하는지 물어보거나, 아래 질문으로 시작하십시오. 여기에 쓴 내용은 본인과 Rightsize만 봅니다.',
  },
  newChat: { en: 'New question', ko: '새 질문' },
  history: { en: 'Earlier questions', ko: '이전 질문' },
  conversation: { en: 'Conversation with Rightsize', ko: 'Rightsize와의 대화' },
  follow: { en: 'Follow up', ko: '이어서 묻기' },
  start: {
    en: 'Nothing here yet. Three things to try:',
    ko: '아직 아무것도 없습니다. 세 가지를 해 보십시오.',
  },
  startSteps: {
    en: 'Ask in the channel: <code>@rightsize Do we need GPT-class models to tag 200k support tickets a month?</code>|Type <code>/</code> to see the commands; <code>/model-size</code> alone opens a form.|Act as Mina, the owner, and schedule a digest with <code>/model-size digest Monday 09:00 Asia/Seoul</code>; then move the clock on top to Monday.',
    ko: '채널에서 묻기: <code>@rightsize 티켓 분류를 월 200만 건 하는데 큰 모델이 꼭 필요해?</code>|<code>/</code>를 입력하면 명령이 나옵니다. <code>/model-size</code>만 입력하면 양식이 열립니다.|소유자 Mina로 바꾸고 <code>/model-size digest Monday 09:00 Asia/Seoul</code>로 요약을 예약한 다음, 위의 시계를 월요일로 옮기십시오.',
  },
  clock: { en: 'Time', ko: '시각' },
  realTime: { en: 'This is the real time.', ko: '실제 시각입니다.' },
  clockMeans: {
    en: 'Move the clock ahead and what is due by then is done at once: digests are posted, decisions come up for review.',
    ko: '시계를 앞으로 옮기면 그때까지 예정된 일이 바로 실행됩니다. 요약이 게시되고, 검토할 결정이 올라옵니다.',
  },
  hour: { en: '+1 hour', ko: '+1시간' },
  day: { en: '+1 day', ko: '+1일' },
  monday: { en: 'Monday 09:00', ko: '월요일 09:00' },
  goTo: { en: 'Go to', ko: '옮길 시각' },
  goToHint: {
    en: 'For example +2 weeks, Friday 17:00, 2027-01-04 09:00',
    ko: '예: +2주, 금요일 17:00, 2027-01-04 09:00',
  },
  zone: { en: 'Time zone', ko: '시간대' },
  go: { en: 'Go', ko: '옮기기' },
  back: { en: 'Back to the real time', ko: '실제 시각으로 되돌리기' },
  noSchedule: {
    en: 'No digest is scheduled yet: /model-size digest Monday 09:00 Asia/Seoul sets one.',
    ko: '예약된 요약이 없습니다. /model-size digest Monday 09:00 Asia/Seoul로 예약할 수 있습니다.',
  },
  schedulesUnknown: {
    en: 'The scheduled digests cannot be read at the moment.',
    ko: '지금은 예약된 요약을 읽을 수 없습니다.',
  },
  view: { en: 'View', ko: '보기' },
  theme: { en: 'Colours', ko: '색상' },
  auto: { en: 'As the system', ko: '시스템 설정' },
  light: { en: 'Light', ko: '밝게' },
  dark: { en: 'Dark', ko: '어둡게' },
  keys: { en: 'Keyboard', ko: '키보드' },
  traffic: { en: 'Traffic', ko: '트래픽' },
  toWorkspace: { en: 'Back to the workspace', ko: '워크스페이스로 돌아가기' },
  trafficMeans: {
    en: 'What Slack would send to the app and what the app calls in return, newest first, the last 400. Tokens and keys are blotted out. A payload over one of Slack’s limits is refused here as there, and says which.',
    ko: 'Slack이 앱에 보내는 요청과 앱이 호출하는 API를 최신순으로 최근 400건까지 보여 줍니다. 토큰과 키는 가립니다. Slack의 한도를 넘은 페이로드는 실제처럼 거절되며 어느 한도인지 표시합니다.',
  },
  all: { en: 'All', ko: '전체' },
  refusedOnly: { en: 'Refused or failed', ko: '거절·실패' },
  forget: { en: 'Clear the list', ko: '목록 비우기' },
  nothing: { en: 'Nothing yet.', ko: '아직 없습니다.' },
  toApp: { en: 'to the app', ko: '앱으로' },
  fromApp: { en: 'from the app', ko: '앱에서' },
  running: { en: 'still running', ko: '실행 중' },
  refusedFor: { en: 'Slack refuses this payload:', ko: 'Slack이 이 페이로드를 거절하는 이유:' },
  sent: { en: 'Payload', ko: '페이로드' },
  answered: { en: 'Answer', ko: '응답' },
} as const satisfies Record<string, Bilingual>

export const KIND_WORDS: Readonly<Record<Kind, Bilingual>> = {
  event: { en: 'Event', ko: '이벤트' },
  command: { en: 'Command', ko: '명령' },
  interaction: { en: 'Interaction', ko: '인터랙션' },
  'web-api': { en: 'Web API', ko: 'Web API' },
  'response-url': { en: 'response_url', ko: 'response_url' },
  file: { en: 'File', ko: '파일' },
}

/** Keys and what they do, as they are listed for whoever looks. */
export const KEYS: readonly Readonly<{ keys: string; does: Bilingual }>[] = [
  { keys: 'Enter', does: { en: 'Send', ko: '보내기' } },
  { keys: 'Shift + Enter', does: { en: 'New line', ko: '줄 바꿈' } },
  {
    keys: '/ · ↑ ↓ · Tab',
    does: { en: 'Complete a command', ko: '명령 자동 완성' },
  },
  { keys: 'Ctrl + K', does: { en: 'To the channels', ko: '채널 목록으로' } },
  { keys: 'F6', does: { en: 'To the next part of the page', ko: '다음 영역으로' } },
  {
    keys: '↑ ↓',
    does: {
      en: 'From the empty field to the messages, and between them',
      ko: '빈 입력란에서 메시지로, 메시지 사이로 이동',
    },
  },
  {
    keys: 'T · E · R',
    does: {
      en: 'On a message: thread, edit, react',
      ko: '메시지에서: 스레드, 수정, 반응',
    },
  },
  { keys: 'Ctrl + /', does: { en: 'This list', ko: '이 목록' } },
  { keys: 'Esc', does: { en: 'Close', ko: '닫기' } },
]

/** "1 day 3 h ahead of the real time." */
export function aheadWords(ms: number): Bilingual {
  const minutes = Math.round(ms / 60_000)
  const [days, hours, rest] = [
    Math.floor(minutes / 1440),
    Math.floor(minutes / 60) % 24,
    minutes % 60,
  ]
  const en = [days && `${days} d`, hours && `${hours} h`, rest && `${rest} min`].filter(Boolean)
  const ko = [days && `${days}일`, hours && `${hours}시간`, rest && `${rest}분`].filter(Boolean)
  return {
    en: `${en.join(' ') || '0 min'} ahead of the real time.`,
    ko: `실제 시각보다 ${ko.join(' ') || '0분'} 앞섭니다.`,
  }
}

/** Said once the clock was moved; what was due is being done. */
export function movedTo(at: number, zone: string): Bilingual {
  const [en, ko] = [dayAndTime(at, zone, 'en'), dayAndTime(at, zone, 'ko')]
  return {
    en: `The clock says ${en} (${zone}). What was due by then is being done.`,
    ko: `시계를 ${ko}(${zone})(으)로 옮겼습니다. 그때까지 예정된 일을 실행합니다.`,
  }
}

/** "Next digest in #ai-spend: Mon 30 Nov 09:00". */
export function nextDigest(channel: string, when: string): Bilingual {
  return {
    en: `To the next digest in #${channel}: ${when}`,
    ko: `#${channel}의 다음 요약으로: ${when}`,
  }
}
