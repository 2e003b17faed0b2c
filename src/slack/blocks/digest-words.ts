import type { Bilingual } from '../../language/language.ts'

/** Words around a digest, and what its buttons answer. */
export const DIGEST_WORDS = {
  none: { en: 'No channel gets a digest yet.', ko: '요약을 받는 채널이 아직 없습니다.' },
  details: { en: 'Details', ko: '자세히' },
  why: { en: 'Why?', ko: '왜 변했나요?' },
  change: { en: 'Change schedule', ko: '일정 바꾸기' },
  snooze: { en: 'Snooze an anomaly', ko: '이상 지출 알림 미루기' },
  preview: { en: 'Send me a preview', ko: '미리보기 받기' },
  detailsTitle: { en: 'Details', ko: '자세히' },
  whyTitle: { en: 'Why it changed', ko: '변화의 원인' },
  inThread: { en: 'The details are in the thread', ko: '자세한 내용은 스레드에 있습니다' },
  noWhy: {
    en: 'There is nothing to compare with, so no change to explain.',
    ko: '비교할 기간이 없어 설명할 변화가 없습니다.',
  },
  noDetails: { en: 'There is nothing more to say.', ko: '더 자세한 내용이 없습니다.' },
  noAnomaly: {
    en: 'That anomaly is not in the figures any more, or is snoozed already.',
    ko: '그 이상 지출은 이제 수치에 없거나 이미 알림이 꺼져 있습니다.',
  },
  badPeriod: {
    en: 'The period must be a week such as 2026-W47, a day such as 2026-11-24 or a month such as 2026-10; received',
    ko: '기간은 2026-W47 같은 주, 2026-11-24 같은 날, 2026-10 같은 달이어야 합니다. 받은 값:',
  },
} as const satisfies Record<string, Bilingual>
