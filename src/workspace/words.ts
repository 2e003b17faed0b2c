import type { Bilingual, Language } from '../language/language.ts'
import type { Store } from './store.ts'

/** The words of the workspace itself; those of the bot come with its messages. */
export const WORDS = {
  file: { en: 'Attach a bill: FOCUS file or CSV', ko: '청구 자료 첨부: FOCUS 파일 또는 CSV' },
  bytes: { en: 'bytes', ko: '바이트' },
  commands: { en: 'Commands', ko: '명령' },
  unread: { en: 'unread', ko: '읽지 않음' },
  react: { en: 'React', ko: '반응' },
  title: { en: 'Rightsize – local workspace', ko: 'Rightsize – 로컬 워크스페이스' },
  company: { en: 'Sample company', ko: '예시 회사' },
  workspace: { en: 'Workspace', ko: '워크스페이스' },
  skip: { en: 'Skip to messages', ko: '메시지로 건너뛰기' },
  channels: { en: 'Channels', ko: '채널' },
  apps: { en: 'Apps', ko: '앱' },
  directMessage: { en: 'Direct message', ko: '다이렉트 메시지' },
  home: { en: 'Home', ko: '홈' },
  messages: { en: 'Messages', ko: '메시지' },
  actAs: { en: 'Act as', ko: '사용자 바꾸기' },
  notMember: {
    en: 'Rightsize is not a member of this channel',
    ko: 'Rightsize는 이 채널의 구성원이 아닙니다',
  },
  empty: { en: 'No messages yet.', ko: '아직 메시지가 없습니다.' },
  homeEmpty: {
    en: 'The app has not published a Home page.',
    ko: '앱이 아직 홈 화면을 게시하지 않았습니다.',
  },
  thread: { en: 'Thread', ko: '스레드' },
  replies: { en: 'Replies', ko: '답글' },
  close: { en: 'Close', ko: '닫기' },
  replyInThread: { en: 'Reply in thread', ko: '스레드에서 답글 달기' },
  oneReply: { en: '1 reply', ko: '답글 1개' },
  app: { en: 'APP', ko: '앱' },
  edited: { en: '(edited)', ko: '(수정됨)' },
  streaming: { en: 'still writing…', ko: '쓰는 중…' },
  onlyYou: { en: 'Only visible to you', ko: '나에게만 표시됩니다' },
  deleted: { en: 'This message was deleted.', ko: '삭제된 메시지입니다.' },
  actions: { en: 'Actions for this message', ko: '이 메시지에 할 수 있는 작업' },
  ask: { en: 'Ask Rightsize about this', ko: '이 메시지를 Rightsize에 묻기' },
  edit: { en: 'Edit', ko: '수정' },
  editedText: { en: 'Edited text', ko: '수정할 내용' },
  save: { en: 'Save', ko: '저장' },
  delete: { en: 'Delete', ko: '삭제' },
  message: { en: 'Message', ko: '메시지 입력' },
  reply: { en: 'Reply', ko: '답글 입력' },
  send: { en: 'Send', ko: '보내기' },
  prompts: { en: 'Suggested questions', ko: '추천 질문' },
  askHere: { en: 'Ask Rightsize', ko: 'Rightsize에 질문하기' },
  messageHere: {
    en: 'Message, @rightsize … or /model-size …',
    ko: '메시지, @rightsize … 또는 /model-size …',
  },
  channelHint: {
    en: 'Mention @rightsize to ask. /model-size opens a form, or takes arguments: /model-size task=classification volume=2M/month',
    ko: '@rightsize를 멘션하여 질문합니다. /model-size만 입력하면 양식이 열리고, 인수도 쓸 수 있습니다: /model-size task=classification volume=2M/month',
  },
  dmHint: {
    en: 'Only you and Rightsize see this. Attach a bill (CSV or FOCUS) to have it read.',
    ko: '본인과 Rightsize만 봅니다. 청구 자료(CSV 또는 FOCUS)를 첨부하면 읽어 들입니다.',
  },
  threadHint: {
    en: 'Follow-ups in a thread with Rightsize need no mention. Slash commands do not work in threads.',
    ko: 'Rightsize가 참여한 스레드에서는 멘션 없이 이어서 물을 수 있습니다. 스레드에서는 슬래시 명령을 쓸 수 없습니다.',
  },
  choose: { en: 'Choose an option', ko: '선택하십시오' },
  apply: { en: 'Apply', ko: '적용' },
  required: {
    en: 'Please complete this required field.',
    ko: '필수 항목입니다. 값을 입력해 주십시오.',
  },
  trouble: {
    en: 'The app did not answer within 3 seconds (operation_timeout). What you typed is still here; please try again.',
    ko: '앱이 3초 안에 응답하지 않았습니다(operation_timeout). 입력하신 내용은 그대로 있습니다. 다시 시도해 주십시오.',
  },
  refusedAnswer: {
    en: 'Slack would refuse what the app answered; the traffic page says why. What you typed is still here.',
    ko: '앱의 응답을 Slack이 거절합니다. 이유는 트래픽 페이지에 있습니다. 입력하신 내용은 그대로 있습니다.',
  },
  imageElsewhere: {
    en: 'Pictures on other hosts are not loaded here.',
    ko: '다른 서버의 그림은 여기에서 불러오지 않습니다.',
  },
  cannotDraw: { en: 'This block cannot be drawn:', ko: '이 블록은 그릴 수 없습니다:' },
  blockOfType: { en: 'Block of type', ko: '블록 유형' },
} as const satisfies Record<string, Bilingual>

/** Pages that only say why something was refused. */
export const NOTICES = {
  host: {
    en: 'This workspace answers only to 127.0.0.1 and localhost.',
    ko: '이 워크스페이스는 127.0.0.1과 localhost로만 열 수 있습니다.',
  },
  address: {
    en: 'That is not an address of this workspace.',
    ko: '이 워크스페이스의 주소가 아닙니다.',
  },
  method: { en: 'Only GET and POST are understood.', ko: 'GET과 POST만 처리합니다.' },
  origin: {
    en: 'Forms of other sites are refused.',
    ko: '다른 사이트에서 보낸 양식은 받지 않습니다.',
  },
  tooLarge: {
    en: 'That is more than 1 MB; please send less.',
    ko: '1MB를 넘었습니다. 내용을 줄여서 보내 주십시오.',
  },
  noForm: { en: 'There is no such form.', ko: '그런 양식은 없습니다.' },
  noFile: { en: 'There is no such file.', ko: '그런 파일은 없습니다.' },
  noPage: { en: 'There is no such page.', ko: '그런 페이지는 없습니다.' },
  failed: {
    en: 'Something went wrong in the local workspace; reload the page.',
    ko: '로컬 워크스페이스에 문제가 생겼습니다. 페이지를 새로 고쳐 주십시오.',
  },
  noPerson: {
    en: 'The form names a person who is not here; open the page again.',
    ko: '양식에 적힌 사용자가 없습니다. 페이지를 다시 열어 주십시오.',
  },
  noChannel: {
    en: 'The form names a channel that this person is not in; open the page again.',
    ko: '양식에 적힌 채널에 이 사용자가 없습니다. 페이지를 다시 열어 주십시오.',
  },
  noThread: {
    en: 'That thread is not there any more; reload the page.',
    ko: '그 스레드는 더 이상 없습니다. 페이지를 새로 고쳐 주십시오.',
  },
  noMessage: {
    en: 'That message is not there any more; reload the page.',
    ko: '그 메시지는 더 이상 없습니다. 페이지를 새로 고쳐 주십시오.',
  },
  noButton: {
    en: 'The form does not say which button was clicked; reload the page.',
    ko: '어느 버튼을 눌렀는지 알 수 없습니다. 페이지를 새로 고쳐 주십시오.',
  },
} as const satisfies Record<string, Bilingual>

/** What Slack itself says about a command, in its own manner. */
export const COMMAND_NOTES = {
  unknown: {
    en: (command: string) => `\`${command}\` is not a valid command.`,
    ko: (command: string) => `\`${command}\`은(는) 올바른 명령어가 아닙니다.`,
  },
  inThread: {
    en: (command: string) => `${command} is not supported in threads. Sorry!`,
    ko: (command: string) => `${command}은(는) 스레드에서 지원되지 않습니다. 죄송합니다.`,
  },
  timeout: {
    en: (command: string) => `${command} failed with the error "operation_timeout"`,
    ko: (command: string) => `${command} 명령이 "operation_timeout" 오류로 실패했습니다.`,
  },
} as const

/** "2 replies". */
export function repliesLabel(count: number, language: Language): string {
  if (count === 1) return WORDS.oneReply[language]
  return language === 'ko' ? `답글 ${count}개` : `${count} replies`
}

/** "Mina and Rightsize reacted with :eyes:". */
export function reactedBy(emoji: string, names: readonly string[], language: Language): string {
  const who = new Intl.ListFormat(language).format(names)
  return language === 'ko' ? `${who}: :${emoji}: 반응` : `${who} reacted with :${emoji}:`
}

/** The language of a person's Slack. */
export function languageFor(store: Store, user: string): Language {
  return store.person(user)?.locale.startsWith('ko') ? 'ko' : 'en'
}
