import { remembered } from '../engine/remembered.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { PAID_HOURS, presetOf, type WorkspaceDefaults } from '../settings/workspace-defaults.ts'
import { coverageOf } from '../sizing/coverage.ts'
import type { Coverage } from '../sizing/recommendation.ts'
import type { SizingInput } from '../sizing/request.ts'
import { KEY_LABELS } from '../sizing/request-sentences.ts'
import { createSizer, type Sizer } from '../sizing/size-model.ts'
import type { Answer, Section, Segment, Sentence } from './answer.ts'
import { datedRate, inCurrency } from './compose/in-currency.ts'
import { figure, say } from './compose/say.ts'
import type { Knowledge } from './knowledge.ts'
import { verified } from './verified.ts'

const TAKEN: Bilingual = {
  en: 'Taken from the defaults of your workspace: {what}.',
  ko: '워크스페이스 기본값에서 가져온 조건: {what}.',
}

/** Sizers with another cost of time, kept while the knowledge is. */
const sizers = new WeakMap<Knowledge, Map<number, Sizer>>()

/** The knowledge with what a workspace has set in the place of what is assumed; a question's own words come first. */
export function withDefaults(knowledge: Knowledge, set: WorkspaceDefaults): Knowledge {
  const preset = presetOf(set)
  if (Object.keys(preset).length === 0 && set.staff === undefined) return knowledge
  const defaults =
    set.staff === undefined
      ? knowledge.defaults
      : { ...knowledge.defaults, staff_usd_per_year: set.staff * PAID_HOURS }
  const size =
    set.staff === undefined
      ? knowledge.size
      : remembered(
          remembered(sizers, knowledge, () => new Map<number, Sizer>()),
          set.staff,
          () => createSizer(knowledge.catalog, defaults, knowledge.at, knowledge.pause),
        )
  return {
    ...knowledge,
    defaults,
    size: (input, language) => size({ ...preset, ...input }, language),
  }
}

/** An answer that says which of its conditions are the workspace's, and shows its money in the workspace's currency too. */
export function saidWithDefaults(
  answer: Answer,
  stated: SizingInput,
  set: WorkspaceDefaults,
  knowledge: Knowledge,
): Answer {
  if (answer.kind !== 'answer' || answer.back || answer.spend) return answer
  const { language } = answer
  const taken = answer.recommendation && takenSentence(answer, stated, set, knowledge, language)
  const rate = set.currency && datedRate(knowledge.rates, set.currency, knowledge.at())
  const restated =
    rate &&
    set.currency &&
    inCurrency(answer, rate, set.currency, knowledge.catalog, language, true)
  if (!restated && !taken) return answer
  const sections: readonly Section[] = [
    ...answer.sections,
    ...(restated
      ? [
          { kind: 'explanation' as const, sentences: [restated.lead] },
          { kind: 'amounts' as const, sentences: restated.amounts },
        ]
      : []),
    ...(taken ? [{ kind: 'caveats' as const, sentences: [taken] }] : []),
  ]
  const added = restated?.estimates ?? []
  const estimates = [...answer.estimates, ...added]
  const coverage = together(answer.coverage, coverageOf(added))
  return verified({ ...answer, sections, estimates, coverage }, knowledge)
}

function together(a: Coverage, b: Coverage): Coverage {
  return {
    cited: a.cited + b.cited,
    computed: a.computed + b.computed,
    yours: a.yours + b.yours,
    assumed: a.assumed + b.assumed,
    unknown: [...a.unknown, ...b.unknown],
  }
}

/** Names the defaults that the sizing took; undefined where it took none. */
function takenSentence(
  { estimates, recommendation }: Answer,
  stated: SizingInput,
  set: WorkspaceDefaults,
  { catalog }: Knowledge,
  language: Language,
): Sentence | undefined {
  const request = recommendation?.request
  const keys = (Object.keys(presetOf(set)) as (keyof SizingInput)[]).filter(
    (key) => stated[key] === undefined,
  )
  if (request === undefined || keys.length === 0) return undefined
  const parts = keys.map((key): readonly Segment[] => {
    const factor = key === 'price-factor' ? estimates.find((e) => e.id === key) : undefined
    const name =
      key === 'region' ? catalog.region(request.region.value)?.label[language] : undefined
    return [
      { text: `${KEY_LABELS[key][language]} ` },
      factor ? figure(factor, language) : { name: name ?? String(request.input[key]) },
    ]
  })
  return say(TAKEN, language, {
    what: parts.flatMap((part, i) => [...(i > 0 ? [{ text: ', ' }] : []), ...part]),
  })
}
