import type { Clock, Turn } from '../answering/ports.ts'
import type { Scope } from '../answering/scope.ts'
import type { Language } from '../language/language.ts'
import { formValues } from '../sizing/parse-arguments.ts'
import type { SizingInput } from '../sizing/request.ts'
import { compared } from './changes.ts'
import type { DecisionRecord } from './decision-record.ts'
import type { Ground } from './ground.ts'
import { noticeOf } from './notice.ts'
import type { DecisionStore, NoticePublisher, Reader } from './ports.ts'
import { type DecisionForm, emptyForm, type FormProblem, formProblems, recordOf } from './record.ts'
import { sendNotice } from './send-notice.ts'

/** What the adapters may do with decisions. */
export type Decisions = Readonly<{
  /** The form as it opens for a person. */
  form: (person: string) => DecisionForm
  problems: (form: DecisionForm, language: Language) => readonly FormProblem[]
  /** Keeps a turn's recommendation; recording it again replaces the record. Undefined where there is nothing to keep. */
  record: (turn: Turn, form: DecisionForm, by: string) => Promise<DecisionRecord | undefined>
  /** What a person may see, newest first. */
  list: (reader: Reader) => Promise<readonly DecisionRecord[]>
  find: (tenant: string, id: string) => Promise<DecisionRecord | undefined>
  close: (record: DecisionRecord) => Promise<DecisionRecord>
  /** Open again, and its thread tried again. */
  reopen: (record: DecisionRecord) => Promise<DecisionRecord>
  /** Says so, once, when an answer in the thread of an open decision gives its workload another verdict. */
  answered: (turn: Turn, publisher: NoticePublisher) => Promise<void>
}>

/** How many decisions a list shows. */
const LISTED = 20

export function createDecisions(
  sending: Readonly<{ store: DecisionStore; now: Clock; sender: string }>,
  current: (scope?: Scope) => Ground,
): Decisions {
  const { store, now } = sending
  const saved = async (record: DecisionRecord): Promise<DecisionRecord> => {
    await store.save(record)
    return record
  }
  return {
    form: (person) => emptyForm(person, now()),
    problems: (form, language) => formProblems(form, now(), language),
    record: async (turn, form, by) => {
      const record = recordOf(turn, form, by, current(turn.answer.scope), now())
      return record && saved(record)
    },
    list: (reader) => store.list(reader, LISTED),
    find: store.record,
    close: (record) => saved({ ...record, state: 'closed' }),
    reopen: (record) => saved({ ...record, state: 'open', unreachable: false }),
    answered: async (turn, publisher) => {
      const notices = (await store.ofThread(turn.place)).flatMap((record) => {
        const change = statedOtherwise(record, turn)
        return change ? [noticeOf(record, change, now())] : []
      })
      for (const notice of notices) await store.plan(notice)
      const own = (await store.unsaid(now())).filter((n) =>
        notices.some(
          ({ tenant, decision, fingerprint }) =>
            n.tenant === tenant && n.decision === decision && n.fingerprint === fingerprint,
        ),
      )
      for (const notice of own) await sendNotice(notice, publisher, sending)
    },
  }
}

/** The comparison with a turn that states the recorded workload otherwise; another task is another matter. */
function statedOtherwise({ recommendation }: DecisionRecord, turn: Turn) {
  const after = turn.answer.recommendation
  if (!after) return undefined
  const [was, is] = [recommendation.request, after.request]
  if (was.task.value !== is.task.value) return undefined
  if (sameStatement(was.input, is.input)) return undefined
  const comparison = compared(recommendation, after)
  return comparison && { kind: 'stated' as const, ...comparison }
}

function sameStatement(one: SizingInput, other: SizingInput): boolean {
  return JSON.stringify(formValues(one)) === JSON.stringify(formValues(other))
}
