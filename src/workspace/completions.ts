import type { Bilingual } from '../language/language.ts'

/** Something that may be typed, and what it does. */
export type Completion = Readonly<{ insert: string; says: Bilingual }>

/** Commands the app declares, with the words that may follow; Slack itself answers all others. */
export const COMMANDS: Readonly<Record<string, readonly Completion[]>> = {
  '/model-size': [
    { insert: '', says: { en: 'open the form', ko: '양식 열기' } },
    {
      insert: 'task=classification volume=2M/month value=0.50 error-cost=2',
      says: { en: 'size a workload at once', ko: '작업량을 바로 계산' },
    },
    { insert: 'help', says: { en: 'what can be asked', ko: '물을 수 있는 것' } },
    { insert: 'compare', says: { en: 'two models, side by side', ko: '두 모델을 나란히 비교' } },
    { insert: 'explain', says: { en: 'a word of the field', ko: '용어 설명' } },
    { insert: 'spend', says: { en: 'what AI cost last week', ko: '지난주 AI 지출' } },
    {
      insert: 'digest Monday 09:00 Asia/Seoul',
      says: { en: 'post the week here', ko: '이 채널에 주간 요약 올리기' },
    },
    { insert: 'decisions', says: { en: 'what was decided', ko: '기록된 결정' } },
    { insert: 'defaults', says: { en: 'what is assumed', ko: '가정한 값' } },
    { insert: 'sources', says: { en: 'what answers rest on', ko: '답변의 근거' } },
    { insert: 'status', says: { en: 'how the app stands', ko: '앱의 상태' } },
    { insert: 'admin help', says: { en: 'for admins', ko: '관리자용' } },
  ],
}
