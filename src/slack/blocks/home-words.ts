import type { Bilingual } from '../../language/language.ts'

/** Titles and notices of Home. */
export const HOME_WORDS = {
  month: { en: 'Spend this month', ko: '이번 달 지출' },
  open: { en: 'Open decisions', ko: '열린 결정' },
  moreDecisions: {
    en: 'There are more: type /model-size decisions.',
    ko: '더 있습니다. /model-size 결정 을 입력하십시오.',
  },
  digests: { en: 'Digests', ko: '요약' },
  moreDigests: {
    en: 'There are more: type /model-size digest list.',
    ko: '더 있습니다. /model-size 요약 목록 을 입력하십시오.',
  },
  defaults: { en: 'Defaults', ko: '기본값' },
  defaultsHow: {
    en: 'Admins set them: `/model-size defaults region=KOR discount=10%`.',
    ko: '관리자가 정합니다: `/model-size 기본값 지역=KOR 할인=10%`',
  },
  sources: { en: 'Sources and how they stand', ko: '출처와 상태' },
  cost: { en: 'What I cost myself', ko: '제가 쓰는 비용' },
  pause: {
    en: 'Home was opened more often than I can keep up with. It is drawn again in {seconds} seconds, when you open it.',
    ko: '홈이 너무 자주 열려 따라가지 못했습니다. {seconds}초 뒤에 다시 여시면 새로 그립니다.',
  },
} as const satisfies Record<string, Bilingual>
