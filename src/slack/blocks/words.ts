import type { Stage } from '../../answering/answer-with-model.ts'
import type { Bilingual } from '../../language/language.ts'

/** Words on buttons, headings and notices. */
export const WORDS = {
  adjust: { en: 'Adjust assumptions', ko: '가정 바꾸기' },
  working: { en: 'Show the working', ko: '계산 과정 보기' },
  charts: { en: 'Charts', ko: '차트' },
  noChart: {
    en: 'That answer no longer has the figures for this chart; please ask again.',
    ko: '그 답변에는 이 차트를 그릴 수치가 남아 있지 않습니다. 다시 질문해 주십시오.',
  },
  share: { en: 'Share to channel', ko: '채널에 공유' },
  plan: { en: 'What was done', ko: '진행한 단계' },
  modelUsed: { en: 'Language model', ko: '언어 모델' },
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
  measure: { en: 'Side by side', ko: '나란히 비교' },
  qualityBasis: { en: 'what the quality rests on', ko: '품질의 근거' },
  verdict: { en: 'verdict', ko: '결론' },
  chosen: { en: 'recommended', ko: '추천' },
  undecided: { en: 'not decided by the evidence', ko: '근거만으로 결정되지 않음' },
  formTitle: { en: 'Size a workload', ko: '업무 규모 계산' },
  submit: { en: 'Work it out', ko: '계산하기' },
  close: { en: 'Close', ko: '닫기' },
  workingTitle: { en: 'The working', ko: '계산 과정' },
  replay: { en: 'Replay id', ko: '재현 번호' },
  formula: { en: 'formula', ko: '공식' },
  inputs: { en: 'inputs', ko: '입력' },
  sources: { en: 'sources', ko: '출처' },
  assumed: { en: 'assumed', ko: '가정' },
  asked: { en: 'You asked', ko: '질문' },
  sized: { en: 'You gave', ko: '입력하신 조건' },
  invite: {
    en: 'I am not a member of this channel, so only you see this. Invite me with /invite @rightsize to answer in the open.',
    ko: '이 채널의 구성원이 아니어서 이 답은 본인에게만 보입니다. /invite @rightsize 로 초대하시면 채널에 답합니다.',
  },
  ownNotes: {
    en: 'I cannot share this there: it was drawn with the notes and prices of your company at hand, and people of another company read that channel, or I could not look it up. Ask again in that channel.',
    ko: '그 채널에는 공유할 수 없습니다. 회사 자체 노트와 가격을 참고한 답인데, 다른 회사 사람이 그 채널을 보거나 채널을 확인할 수 없었습니다. 그 채널에서 다시 질문해 주십시오.',
  },
  inviteToShare: {
    en: 'I am not a member of that channel, so I cannot post there. Invite me with /invite @rightsize and share again.',
    ko: '그 채널의 구성원이 아니어서 글을 올릴 수 없습니다. /invite @rightsize 로 초대하신 뒤 다시 공유해 주십시오.',
  },
  failed: {
    en: 'Something went wrong on my side. Please try again; if it happens again, pass on this reference:',
    ko: '제 쪽에서 문제가 생겼습니다. 다시 시도해 주시고, 반복되면 이 번호를 전달해 주십시오:',
  },
  busy: {
    en: 'Many questions are waiting, so I did not take yours. Please ask again in a minute.',
    ko: '지금은 기다리는 질문이 많아 이 질문은 받지 못했습니다. 1분 뒤에 다시 질문해 주십시오.',
  },
  storeAway: {
    en: 'I cannot reach what I keep at the moment, so I cannot answer. Please try again in a few minutes; if it lasts, pass on this reference:',
    ko: '지금은 저장소에 접근할 수 없어 답을 드릴 수 없습니다. 몇 분 뒤 다시 시도해 주시고, 계속되면 이 번호를 전달해 주십시오:',
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
  examples: { en: 'You could ask', ko: '이렇게 물어볼 수 있습니다' },
  record: { en: 'Record decision', ko: '결정 기록' },
  keep: { en: 'Record', ko: '기록' },
  owner: { en: 'Owner', ko: '책임자' },
  reviewOn: { en: 'Review date', ko: '검토일' },
  note: { en: 'Note', ko: '메모' },
  decision: { en: 'Decision', ko: '결정' },
  decisions: { en: 'Decisions', ko: '결정' },
  noDecisions: {
    en: 'No decisions are recorded here. Press "Record decision" under a recommendation to keep one.',
    ko: '기록된 결정이 없습니다. 추천 아래의 ‘결정 기록’을 누르면 보관됩니다.',
  },
  openDecision: { en: 'Open', ko: '열기' },
  closeDecision: { en: 'Close decision', ko: '결정 닫기' },
  reopenInThread: { en: 'Reopen in thread', ko: '스레드에서 다시 열기' },
  thread: { en: 'Open the thread', ko: '스레드 열기' },
  recorded: { en: 'Decision recorded', ko: '결정을 기록했습니다' },
  reopened: { en: 'Decision reopened', ko: '결정을 다시 열었습니다' },
  recordedAs: { en: 'Recorded as', ko: '기록된 내용' },
  decisionGone: {
    en: 'That decision is no longer stored.',
    ko: '그 결정은 더 이상 보관되어 있지 않습니다.',
  },
} as const satisfies Record<string, Bilingual>

/** What Slack shows while an answer is under way: the status behind the bot's name, the others alone, in turn. */
export type Progress = Readonly<{ status: Bilingual; loading: readonly Bilingual[] }>

/** Before any stage of a language model, and without one. */
export const WORKING: Progress = {
  status: WORDS.status,
  loading: [
    { en: 'Reading the question…', ko: '질문을 읽고 있습니다…' },
    { en: 'Looking through notes and prices…', ko: '노트와 가격을 찾아보고 있습니다…' },
    { en: 'Doing the sums…', ko: '수치를 계산하고 있습니다…' },
  ],
}

/** What a language model is at. */
export const STAGES: Readonly<Record<Stage, Progress>> = {
  reading: {
    status: { en: 'is reading the question again…', ko: '질문을 다시 읽고 있습니다…' },
    loading: [{ en: 'Reading the question again…', ko: '질문을 다시 읽고 있습니다…' }],
  },
  planning: {
    status: { en: 'is planning the steps…', ko: '단계를 나누고 있습니다…' },
    loading: [{ en: 'Planning the steps…', ko: '단계를 나누고 있습니다…' }],
  },
  wording: {
    status: { en: 'is wording the answer…', ko: '답변을 다듬고 있습니다…' },
    loading: [{ en: 'Wording the answer…', ko: '답변을 다듬고 있습니다…' }],
  },
  waiting: {
    status: { en: 'is waiting for its turn…', ko: '차례를 기다리고 있습니다…' },
    loading: [{ en: 'Waiting for my turn…', ko: '차례를 기다리고 있습니다…' }],
  },
}
