import type { Bilingual } from '../../language/language.ts'

/** Words on buttons, headings and notices. */
export const WORDS = {
  adjust: { en: 'Adjust assumptions', ko: '가정 바꾸기' },
  working: { en: 'Show the working', ko: '계산 과정 보기' },
  share: { en: 'Share to channel', ko: '채널에 공유' },
  helpful: { en: 'Helpful', ko: '도움이 됨' },
  unhelpful: { en: 'Not helpful', ko: '도움 안 됨' },
  thanks: { en: 'Thank you, noted.', ko: '의견 감사합니다. 기록했습니다.' },
  shared: { en: 'Shared.', ko: '공유했습니다.' },
  gone: {
    en: 'That answer is no longer stored; please ask again.',
    ko: '그 답변은 더 이상 보관되어 있지 않습니다. 다시 질문해 주십시오.',
  },
  openForm: { en: 'Open the form', ko: '양식 열기' },
  option: { en: 'Option', ko: '선택지' },
  notEligible: { en: 'not eligible', ko: '제외' },
  formTitle: { en: 'Size a workload', ko: '업무 규모 계산' },
  submit: { en: 'Work it out', ko: '계산하기' },
  close: { en: 'Close', ko: '닫기' },
  workingTitle: { en: 'The working', ko: '계산 과정' },
  replay: { en: 'Replay id', ko: '재현 번호' },
  formula: { en: 'formula', ko: '공식' },
  inputs: { en: 'inputs', ko: '입력' },
  sources: { en: 'sources', ko: '출처' },
  asked: { en: 'You asked', ko: '질문' },
  sized: { en: 'You gave', ko: '입력하신 조건' },
  invite: {
    en: 'I am not a member of this channel, so only you see this. Invite me with /invite @rightsize to answer in the open.',
    ko: '이 채널의 구성원이 아니어서 이 답은 본인에게만 보입니다. /invite @rightsize 로 초대하시면 채널에 답합니다.',
  },
  inviteToShare: {
    en: 'I am not a member of that channel, so I cannot post there. Invite me with /invite @rightsize and share again.',
    ko: '그 채널의 구성원이 아니어서 글을 올릴 수 없습니다. /invite @rightsize 로 초대하신 뒤 다시 공유해 주십시오.',
  },
  failed: {
    en: 'Something went wrong on my side. Please try again; if it happens again, pass on this reference:',
    ko: '제 쪽에서 문제가 생겼습니다. 다시 시도해 주시고, 반복되면 이 번호를 전달해 주십시오:',
  },
  status: { en: 'is working it out…', ko: '계산하고 있습니다…' },
  private: { en: 'Your private answers', ko: '나만 보는 답변' },
  reopen: { en: 'Reopen', ko: '다시 열기' },
  readAs: { en: 'Read as', ko: '관점별로 읽기' },
  whatIf: { en: 'What if', ko: '만약' },
  home: {
    en: 'Ask me in a channel with @rightsize, here in the messages tab, or type /model-size anywhere.',
    ko: '채널에서 @rightsize 로, 이 메시지 탭에서, 또는 어디서든 /model-size 로 물어보십시오.',
  },
  otherTeam: {
    en: 'Spend is shown only to members of this workspace.',
    ko: '지출은 이 워크스페이스 구성원에게만 보여 드립니다.',
  },
} as const satisfies Record<string, Bilingual>
