import type { Unknown, UnknownReason } from '../engine/unknown.ts'
import type { Bilingual, Language } from './language.ts'

const REASONS: Record<UnknownReason, Bilingual> = {
  'no-price': { en: 'unknown: no reviewed price', ko: '알 수 없음: 검토된 가격이 없습니다' },
  'no-price-at-date': {
    en: 'unknown: no price in force at that date',
    ko: '알 수 없음: 그 시점에 유효한 가격이 없습니다',
  },
  'size-undisclosed': {
    en: 'unknown: the vendor does not disclose the size',
    ko: '알 수 없음: 공급사가 모델 크기를 공개하지 않습니다',
  },
  'no-dimensions': {
    en: 'unknown: no published dimensions',
    ko: '알 수 없음: 공개된 모델 구조 정보가 없습니다',
  },
  'no-measured-score': {
    en: 'unknown: no measured score for this task',
    ko: '알 수 없음: 이 작업의 측정 점수가 없습니다',
  },
  'no-latency-record': {
    en: 'unknown: no measured speed',
    ko: '알 수 없음: 측정된 속도가 없습니다',
  },
  'no-grid-intensity': {
    en: 'unknown: no grid intensity for this place',
    ko: '알 수 없음: 이 지역의 전력 탄소집약도가 없습니다',
  },
  'no-water-factor': {
    en: 'unknown: no water factor for this place',
    ko: '알 수 없음: 이 지역의 물 사용 계수가 없습니다',
  },
  'no-rent': { en: 'unknown: no dated rent', ko: '알 수 없음: 날짜가 있는 임대료가 없습니다' },
  'needs-own-measurement': {
    en: 'unknown until you measure it',
    ko: '직접 측정해야 알 수 있습니다',
  },
  'does-not-apply': { en: 'does not apply', ko: '해당 없음' },
}

/** Says why a figure is missing; the subject, if any, stands in brackets. */
export function unknownSentence(gap: Unknown, language: Language): string {
  const words = REASONS[gap.unknown][language]
  return gap.subject === undefined ? words : `${words} (${gap.subject})`
}
