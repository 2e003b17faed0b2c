import type { Bilingual, Language } from '../language/language.ts'
import { type AccessEntry, type AccessKind, HOME, OPERATOR } from './ports.ts'

const KINDS: Readonly<Record<AccessKind, Bilingual>> = {
  preview: { en: 'digest preview', ko: '요약 미리보기' },
  digest: { en: 'digest post', ko: '요약 게시' },
  question: { en: 'question', ko: '질문' },
  button: { en: 'button', ko: '버튼' },
  home: { en: 'Home', ko: '홈' },
  setup: { en: 'setting up', ko: '설정' },
  import: { en: 'import', ko: '가져오기' },
  ask: { en: 'asking', ko: '질문 권한' },
  record: { en: 'decision', ko: '결정 기록' },
  export: { en: 'export of a person', ko: '개인 데이터 내보내기' },
  delete: { en: 'deletion of a person', ko: '개인 데이터 삭제' },
  keys: { en: 'keys', ko: '키' },
  retention: { en: 'retention', ko: '보관 기간' },
}

/** What stands where an id of a person or channel does elsewhere. */
const PLACES = {
  [HOME]: { en: 'Home', ko: '홈' },
  [OPERATOR]: { en: 'command line', ko: '명령줄' },
} as const satisfies Record<string, Bilingual>

/** The access log as lines of a table, tab separated: when (UTC), who, where, what, how it went, and what was changed. */
export function accessRows(entries: readonly AccessEntry[], language: Language): readonly string[] {
  const ko = language === 'ko'
  if (entries.length === 0)
    return [ko ? '아직 아무도 지출을 보려 하지 않았습니다.' : 'Nobody has asked for spend yet.']
  return entries.map(({ at, person, channel, kind, allowed, reason, detail }) =>
    [
      new Date(at).toISOString(),
      person === OPERATOR ? PLACES[OPERATOR][language] : person || (ko ? '예약' : 'schedule'),
      channel in PLACES ? PLACES[channel as keyof typeof PLACES][language] : channel,
      KINDS[kind][language],
      allowed ? (ko ? '허용' : 'allowed') : `${ko ? '거부' : 'refused'}: ${reason}`,
      ...(detail === '' ? [] : [detail]),
    ].join('\t'),
  )
}
