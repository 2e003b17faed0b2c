import type { Turn } from '../answering/ports.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { replayId } from '../sizing/replay.ts'
import type { DecisionRecord } from './decision-record.ts'
import { type Ground, groundOf } from './ground.ts'
import { DAY_MS } from './retirement.ts'

/** Days until a decision is looked at again when nobody says otherwise. */
const REVIEW_AFTER_DAYS = 90

/** What the form asks, as it was filled in. */
export type DecisionForm = Readonly<{ owner: string; reviewOn: string; note: string }>

/** A field of the form and what is wrong with it. */
export type FormProblem = Readonly<{ field: keyof DecisionForm; sentence: string }>

/** UTC day of a moment in epoch milliseconds, as an ISO date. */
export function dayOf(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10)
}

/** The form as it opens for a person. */
export function emptyForm(person: string, now: number): DecisionForm {
  return { owner: person, reviewOn: dayOf(now + REVIEW_AFTER_DAYS * DAY_MS), note: '' }
}

/** What keeps a form from being recorded; nothing when it can be. */
export function formProblems(
  { owner, reviewOn }: DecisionForm,
  now: number,
  language: Language,
): FormProblem[] {
  const problems: FormProblem[] = []
  const ko = language === 'ko'
  if (!owner)
    problems.push({
      field: 'owner',
      sentence: ko ? '책임자를 골라 주십시오.' : 'Choose who owns the decision.',
    })
  if (!isDay(reviewOn))
    problems.push({
      field: 'reviewOn',
      sentence: ko
        ? `검토일은 2027-02-22 같은 날짜여야 합니다. 받은 값: "${reviewOn.slice(0, 40)}"`
        : `The review date must be a date such as 2027-02-22; received "${reviewOn.slice(0, 40)}".`,
    })
  else if (reviewOn <= dayOf(now))
    problems.push({
      field: 'reviewOn',
      sentence: ko
        ? `검토일은 오늘(${dayOf(now)}, UTC) 이후여야 합니다. 받은 값: ${reviewOn}`
        : `The review date must be after today (${dayOf(now)}, UTC); received ${reviewOn}.`,
    })
  return problems
}

/** An ISO date that the calendar has. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && dayOf(time) === text
}

/** The record of a turn's recommendation; undefined for a turn that has none. */
export function recordOf(
  turn: Turn,
  { owner, reviewOn, note }: DecisionForm,
  by: string,
  knowledge: Ground,
  now: number,
): DecisionRecord | undefined {
  const { recommendation, citations, scope } = turn.answer
  if (!recommendation) return undefined
  const { catalog } = knowledge
  const { task, region } = recommendation.request
  const answeredAt = new Date(turn.createdAt).toISOString()
  const sameCatalogue =
    replayId(recommendation.request.input, catalog.version, answeredAt) === recommendation.replay
  return {
    id: turn.id,
    place: turn.place,
    visibility: turn.visibility,
    language: turn.language,
    question: turn.question,
    owner,
    recordedBy: by,
    recordedAt: now,
    reviewOn,
    ...(note.trim() ? { note: note.trim() } : {}),
    recommendation,
    ...(scope === undefined ? {} : { scope }),
    names: {
      task: catalog.task(task.value)?.label ?? itself(task.value),
      region: catalog.region(region.value)?.label ?? itself(region.value),
    },
    citations,
    ...(sameCatalogue
      ? { catalog: { version: catalog.version, ground: groundOf(knowledge, turn.createdAt) } }
      : {}),
    state: 'open',
    unreachable: false,
  }
}

function itself(name: string): Bilingual {
  return { en: name, ko: name }
}
