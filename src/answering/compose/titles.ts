import type { Bilingual, Language } from '../../language/language.ts'
import type { Coverage } from '../../sizing/recommendation.ts'
import type { SectionKind } from '../answer.ts'

const TITLES: Readonly<Partial<Record<SectionKind, Bilingual>>> = {
  reasons: { en: 'Why', ko: '이유' },
  findings: { en: 'What the sources say', ko: '자료에 따르면' },
  replaced: { en: 'What this replaced', ko: '이것이 대체한 것' },
  replacing: { en: 'What replaced it', ko: '이것을 대체한 것' },
  'other-side': { en: 'Seen otherwise', ko: '다르게 보는 자료' },
  consequence: { en: 'What follows for you', ko: '그래서 어떻게 할까' },
  working: { en: 'Working', ko: '계산 과정' },
  options: { en: 'Options', ko: '선택지' },
  change: { en: 'Before and after', ko: '변경 전과 후' },
  flips: { en: 'What would flip it', ko: '결론을 뒤집는 조건' },
  'next-step': { en: 'Next step', ko: '다음 단계' },
  caveats: { en: 'Mind', ko: '유의할 점' },
  origins: { en: 'Where it comes from', ko: '출처와 근거' },
  covered: { en: 'What I can answer', ko: '답할 수 있는 것' },
}

/** Sections that are drawn as lists. */
export const LISTS: ReadonlySet<SectionKind> = new Set([
  'reasons',
  'findings',
  'working',
  'replaced',
  'replacing',
  'other-side',
  'consequence',
  'options',
  'change',
  'flips',
  'caveats',
  'covered',
  'amounts',
  'origins',
])

/** The heading of a section, or undefined for those that need none. */
export function sectionTitle(kind: SectionKind, language: Language): string | undefined {
  return TITLES[kind]?.[language]
}

/** What closes an answer. */
export const closing = {
  sources: { en: 'Sources', ko: '출처' },
  suggestions: { en: 'You could ask', ko: '이렇게 물어볼 수 있습니다' },
  coverage: (
    { cited, computed, yours, assumed, unknown }: Coverage,
    replay: string,
    language: Language,
  ): string =>
    language === 'ko'
      ? `수치: 인용 ${cited}, 계산(ƒ) ${computed}, 입력값 ${yours}, 가정 ${assumed}, 알 수 없음 ${unknown.length}. 재현 번호 ${replay}.`
      : `Figures: ${cited} cited, ${computed} computed (ƒ), ${yours} yours, ${assumed} assumed, ${unknown.length} unknown. Replay id ${replay}.`,
} as const satisfies Record<string, Bilingual | ((c: Coverage, r: string, l: Language) => string)>
