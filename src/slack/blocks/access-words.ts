import type { Bilingual } from '../../language/language.ts'

/** Words about who may see and set what. */
export const ACCESS_WORDS = {
  spend: { en: 'Spend', ko: '지출' },
  access: { en: 'Spend access', ko: '지출 열람 권한' },
  budgets: { en: 'Budgets', ko: '예산' },
  alerts: { en: 'Alerts', ko: '알림' },
  schedule: { en: 'Digest schedule', ko: '요약 일정' },
  admins: { en: 'Admins', ko: '관리자' },
  channels: { en: 'Channels', ko: '채널' },
  anywhere: {
    en: 'In a direct message and in every allowed channel',
    ko: '다이렉트 메시지와 허용된 모든 채널',
  },
  everyone: { en: 'every full member there', ko: '그곳의 정식 멤버 모두' },
  nobody: {
    en: 'No channel is allowed yet: only admins see spend, in a direct message.',
    ko: '아직 허용된 채널이 없습니다. 관리자만 다이렉트 메시지로 지출을 볼 수 있습니다.',
  },
  noBudget: { en: 'No budget is set.', ko: '정해진 예산이 없습니다.' },
  scheduleHow: {
    en: 'A digest goes to an allowed channel every day, week or month. A channel has one schedule; a new one takes its place.',
    ko: '허용된 채널에 매일, 매주 또는 매월 요약을 올립니다. 채널마다 일정은 하나이며, 새로 정하면 바뀝니다.',
  },
  more: {
    en: 'There is more: type /model-size admin list.',
    ko: '더 있습니다. /model-size admin list 를 입력하십시오.',
  },
  allow: { en: 'Allow spend', ko: '지출 열람 허용' },
  nameAdmin: { en: 'Name an admin', ko: '관리자 지정' },
  setBudget: { en: 'Set a budget', ko: '예산 정하기' },
  setAlerts: { en: 'Change alerts', ko: '알림 바꾸기' },
  setSchedule: { en: 'Set a schedule', ko: '일정 정하기' },
  setDefaults: { en: 'Change defaults', ko: '기본값 바꾸기' },
  notSet: { en: 'Not set', ko: '정하지 않음' },
  remove: { en: 'Remove', ko: '제거' },
  save: { en: 'Save', ko: '저장' },
  person: { en: 'Person', ko: '사람' },
  channel: { en: 'Channel', ko: '채널' },
  people: { en: 'People', ko: '사람' },
  peopleHint: {
    en: 'With a channel: only these see spend there; nobody named means every full member there. Without one: in a direct message and in every allowed channel. User groups: /model-size admin spend allow @group.',
    ko: '채널과 함께: 그곳에서 이 사람들만 봅니다. 지정하지 않으면 그곳의 정식 멤버 모두가 봅니다. 채널 없이: 다이렉트 메시지와 허용된 모든 채널에서 봅니다. 사용자 그룹: /model-size admin spend allow @group',
  },
  amount: { en: 'Amount a month', ko: '월 금액' },
  currency: { en: 'Currency', ko: '통화' },
  team: { en: 'Team', ko: '팀' },
  teamHint: {
    en: 'As it is written in the spend data; empty for all spend.',
    ko: '지출 데이터에 적힌 이름. 비워 두면 전체 지출입니다.',
  },
  alertsState: { en: 'Alerts between digests', ko: '요약 사이의 알림' },
  on: { en: 'On', ko: '켜기' },
  off: { en: 'Off', ko: '끄기' },
  coolDown: { en: 'Quiet hours after an alert', ko: '알림 뒤 다시 알리지 않는 시간' },
  when: { en: 'Day', ko: '요일 또는 날짜' },
  hour: { en: 'Hour', ko: '시각' },
  zone: { en: 'Time zone', ko: '시간대' },
  language: { en: 'Language', ko: '언어' },
  currencyHint: {
    en: 'ISO 4217, such as USD or KRW: the one that comes first. Amounts stay as billed.',
    ko: 'USD, KRW 같은 ISO 4217 코드: 먼저 보여 줄 통화입니다. 금액은 청구된 그대로입니다.',
  },
  wrongCurrency: {
    en: 'The currency must be an ISO 4217 code such as USD or KRW.',
    ko: '통화는 USD, KRW 같은 ISO 4217 코드여야 합니다.',
  },
  wrongZone: {
    en: 'The time zone must be an IANA name such as Asia/Seoul or Europe/Paris.',
    ko: '시간대는 Asia/Seoul, Europe/Paris 같은 IANA 이름이어야 합니다.',
  },
  key: {
    en: 'That looks like a secret key. I have not kept it, and I never take keys by chat: they are set by environment variable, secret file or command line. Please delete the message and replace the key where it was issued, because others may have read it.',
    ko: '비밀 키로 보이는 내용입니다. 저장하지 않았으며, 저는 채팅으로 키를 받지 않습니다. 키는 환경 변수, 비밀 파일 또는 명령줄로 설정합니다. 다른 사람이 읽었을 수 있으니 메시지를 지우고 발급한 곳에서 키를 교체하십시오.',
  },
} as const satisfies Record<string, Bilingual>
