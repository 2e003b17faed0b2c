import type { Bilingual, Language } from '../language/language.ts'
import { type AccessEntry, type AccessKind, HOME } from './ports.ts'

const KINDS: Readonly<Record<AccessKind, Bilingual>> = {
  preview: { en: 'digest preview', ko: '요약 미리보기' },
  digest: { en: 'digest post', ko: '요약 게시' },
  question: { en: 'question', ko: '질문' },
  button: { en: 'button', ko: '버튼' },
  home: { en: 'Home', ko: '홈' },
  setup: { en: 'setting up', ko: '설정' },
  import: { en: 'import', ko: '가져오기' },
}

/** The access log as lines of a table, tab separated: when (UTC), who, where, what, and how it went. */
export function accessRows(entries: readonly AccessEntry[], language: Language): readonly string[] {
  const ko = language === 'ko'
  if (entries.length === 0)
    return [ko ? '아직 아무도 지출을 보려 하지 않았습니다.' : 'Nobody has asked for spend yet.']
  return entries.map(({ at, person, channel, kind, allowed, reason }) =>
    [
      new Date(at).toISOString(),
      person || (ko ? '예약' : 'schedule'),
      channel === HOME ? KINDS.home[language] : channel,
      KINDS[kind][language],
      allowed ? (ko ? '허용' : 'allowed') : `${ko ? '거부' : 'refused'}: ${reason}`,
    ].join('\t'),
  )
}
