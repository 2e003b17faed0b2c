import type { Bilingual, Language } from '../language/language.ts'
import type { Forgotten } from './ports.ts'

/** Tables in words, and why some of what names a person stays without the name. */
const KINDS: Readonly<Record<string, Bilingual>> = {
  turn: { en: 'questions with their answers and votes', ko: '질문과 그 답변, 평가' },
  feedback: { en: 'votes', ko: '평가' },
  outbox: { en: 'messages to the person', ko: '본인에게 보낸 메시지' },
  role: { en: 'roles', ko: '역할' },
  rate: { en: 'counts of how often they asked', ko: '질문 횟수 집계' },
  model_call: {
    en: 'calls of language models, which are costs of the company',
    ko: '언어 모델 호출: 회사의 비용 기록입니다',
  },
  decision: {
    en: 'decisions, which are records of the company; question and note stay as they were written',
    ko: '결정: 회사의 기록이며 질문과 메모는 적힌 그대로 남습니다',
  },
  decision_notice: { en: 'notices about decisions', ko: '결정에 관한 알림' },
  schedule: {
    en: 'digest schedules, which belong to their channels',
    ko: '요약 일정: 채널의 것입니다',
  },
  settings: { en: 'settings of the workspace', ko: '워크스페이스 설정' },
  access_log: {
    en: 'entries of the access log, kept until their period ends',
    ko: '열람 기록: 보관 기간이 끝날 때까지 남습니다',
  },
}

/** Of each kind how much was deleted and what stays without the person's id, and what is beyond the database. */
export function forgottenLines(
  person: string,
  forgotten: Forgotten,
  language: Language,
  planned: boolean,
): readonly string[] {
  const ko = language === 'ko'
  const kinds = Object.entries(forgotten)
  if (kinds.length === 0) return [nothing(person, language)]
  const lines = kinds.flatMap(([table, { deleted, kept }]) => {
    const kind = KINDS[table]?.[language] ?? table
    return [
      ...(deleted > 0 ? [`${deleted}\t${ko ? '삭제' : 'deleted'}\t${kind}`] : []),
      ...(kept > 0 ? [`${kept}\t${ko ? '이름 없이 보관' : 'kept without the id'}\t${kind}`] : []),
    ]
  })
  const head = planned ? PLANNED : DONE
  return [head[language].replace('{who}', person), ...lines, BEYOND[language]]
}

/** That nothing names a person. */
export function nothing(person: string, language: Language): string {
  return language === 'ko'
    ? `${person}: 저장된 것이 없습니다.`
    : `Nothing is stored by or about ${person}.`
}

const PLANNED: Bilingual = {
  en: 'Nothing was changed. Deleting {who} would do this:',
  ko: '아무것도 바꾸지 않았습니다. {who} 님을 삭제하면 다음과 같이 됩니다.',
}

const DONE: Bilingual = {
  en: '{who} was deleted:',
  ko: '{who} 님의 데이터를 삭제했습니다.',
}

const BEYOND: Bilingual = {
  en: 'Messages in Slack stay there: an owner of the workspace deletes them. Backups made before still hold the data until they are replaced.',
  ko: 'Slack에 올라간 메시지는 그대로 남으며 워크스페이스 소유자가 지웁니다. 이전 백업에는 새 백업으로 바뀔 때까지 데이터가 남아 있습니다.',
}
