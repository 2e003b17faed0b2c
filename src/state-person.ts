import type { AccessStore } from './access/ports.ts'
import type { Language } from './language/language.ts'
import { deletePerson, exportPerson, isPersonId } from './privacy/person.ts'
import { forgottenLines, nothing } from './privacy/person-text.ts'
import type { PersonStore } from './privacy/ports.ts'
import type { StateReply } from './state.ts'

/** What is asked about the data of one person. */
export type PersonRequest = Readonly<{
  command: 'person'
  act: 'export' | 'delete'
  person: string
  dryRun: boolean
  language: Language
}>

type PersonState = Readonly<{
  tenant: string
  now: () => number
  newId: () => string
  access: AccessStore
  people: PersonStore
}>

/** Hands out or deletes what is stored by and about a person. */
export async function handlePerson(
  { act, person, dryRun, language }: PersonRequest,
  state: PersonState,
): Promise<StateReply> {
  const { tenant, now } = state
  if (!isPersonId(person)) {
    const received = person.slice(0, 40)
    const line =
      language === 'ko'
        ? `사람은 U012AB3CD 같은 Slack 멤버 ID로 지정합니다(Slack 프로필의 "멤버 ID 복사"). 받은 값: "${received}"`
        : `Name the person by their Slack member id such as U012AB3CD ("Copy member ID" in their profile); received "${received}".`
    return { ok: false, lines: [line], data: null }
  }
  if (act === 'export') {
    const stored = await exportPerson(state, tenant, person)
    const data = { person, workspace: tenant, exportedAt: new Date(now()).toISOString(), stored }
    const lines =
      Object.keys(stored).length > 0
        ? [JSON.stringify(data, undefined, 2)]
        : [nothing(person, language)]
    return { ok: true, lines, data }
  }
  const forgotten = await deletePerson(state, tenant, person, dryRun)
  return {
    ok: true,
    lines: forgottenLines(person, forgotten, language, dryRun),
    data: { person, dryRun, tables: forgotten },
  }
}
