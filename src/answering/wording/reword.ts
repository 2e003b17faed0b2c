import { z } from 'zod'
import type { Answer, SectionKind, Sentence } from '../answer.ts'
import type { Knowledge } from '../knowledge.ts'
import { knownNames } from '../known-names.ts'
import type { Asked, ModelFailure, ModelUse } from '../language-model.ts'
import { problemsOf } from '../verify.ts'
import { type Problem, type ProblemKind, problemsOfWording } from './check.ts'
import { dataOf, repairOf, SYSTEM } from './instructions.ts'
import { masked, type Template, unmasked } from './mask.ts'
import { loreOf } from './names.ts'

const SHAPE = z.object({ sentences: z.array(z.string().max(2000)).max(60) })
type Wording = z.infer<typeof SHAPE>

/** `LanguageModel.ask`, bound to the purpose `word`, to whom it serves and to the time that is left. */
export type AskForWording = (
  request: Readonly<{
    system: string
    data: Readonly<Record<string, string>>
    shape: z.ZodType<Wording>
  }>,
) => Promise<Asked<Wording>>

/** Why words of the model were not taken: what was wrong with a sentence, or with the whole reply. */
export type WordingFailure = ProblemKind | ModelFailure | 'unverified'

export type Reworded = Readonly<{
  /** The answer in better words, or as it was. */
  answer: Answer
  uses: readonly ModelUse[]
  /** How many refusals there were of each kind, repaired ones included. */
  failures: Readonly<Partial<Record<WordingFailure, number>>>
}>

/** Sections of prose. In all others, and in a verdict's first sentence, every word stands as composed. */
const PROSE: ReadonlySet<SectionKind> = new Set([
  'verdict',
  'reasons',
  'findings',
  'explanation',
  'consequence',
  'other-side',
  'replaced',
  'replacing',
  'next-step',
])

/** A sentence that may be reworded. */
type Candidate = Readonly<{ sentence: Sentence; template: Template }>
type Judged = Candidate & Readonly<{ text: string; problems: readonly Problem[] }>
type Round = Readonly<{ uses: readonly ModelUse[]; judged: readonly Judged[]; why?: ModelFailure }>

/**
 * Lets a language model word the prose of a verified answer. Figures, names, claims, sources and
 * caveats stay; a sentence that would say anything else than before is sent back once, and then keeps
 * its own words. An answer of which fewer than half of the sentences pass stays as it was.
 */
export async function reword(
  answer: Answer,
  knowledge: Knowledge,
  ask: AskForWording,
): Promise<Reworded> {
  const lore = loreOf(knowledge)
  const { language, question } = answer
  const problemsOfText = (template: Template, text: string) =>
    problemsOfWording(template.text, text, language, lore, SYSTEM)
  const candidates = candidatesOf(answer).filter(
    ({ template }) => problemsOfText(template, template.text).length === 0,
  )
  if (candidates.length < 2) return { answer, uses: [], failures: {} }

  const round = async (
    asked: readonly Candidate[],
    data: Readonly<Record<string, string>>,
  ): Promise<Round> => {
    const reply = await ask({ system: SYSTEM, data, shape: SHAPE })
    if (!reply.ok) return { uses: reply.uses, judged: [], why: reply.why }
    const { sentences } = reply.value
    if (sentences.length !== asked.length) return { uses: reply.uses, judged: [], why: 'malformed' }
    const judged = asked.map((candidate, i): Judged => {
      const text = (sentences[i] ?? '').normalize('NFC').trim()
      return { ...candidate, text, problems: problemsOfText(candidate.template, text) }
    })
    return { uses: reply.uses, judged }
  }

  const templates = candidates.map(({ template }) => template)
  const first = await round(candidates, dataOf(question, language, templates))
  const refused = first.judged.filter(({ problems }) => problems.length > 0)
  const second: Round =
    refused.length > 0
      ? await round(refused, repairOf(question, language, refused))
      : { uses: [], judged: [] }
  const rounds = [first, second]
  const uses = rounds.flatMap((r) => r.uses)
  const judged = rounds.flatMap((r) => r.judged)
  const taken = judged.filter(({ problems }) => problems.length === 0)
  const failures = counted([
    ...rounds.flatMap(({ why }) => why ?? []),
    ...judged.flatMap(({ problems }) => [...new Set(problems.map(({ kind }) => kind))]),
  ])
  if (taken.length * 2 < candidates.length) return { answer, uses, failures }

  const worded = withWords(answer, taken)
  const { corpus, catalog } = knowledge
  const sound = problemsOf(worded, { corpus, names: knownNames(worded, catalog, corpus) })
  return sound.length === 0
    ? { answer: worded, uses, failures }
    : { answer, uses, failures: { ...failures, unverified: 1 } }
}

/** The prose of an answer, masked; spend is told to no model. */
function candidatesOf({ kind, spend, language, sections }: Answer): Candidate[] {
  if (spend || (kind !== 'answer' && kind !== 'nearest')) return []
  const prose = sections
    .filter((section) => PROSE.has(section.kind))
    .flatMap((section) => section.sentences.slice(section.kind === 'verdict' ? 1 : 0))
  let next = 1
  return prose.flatMap((sentence) => {
    const template = masked(sentence, language, next)
    if (!template) return []
    next += template.held.size
    return [{ sentence, template }]
  })
}

function withWords(answer: Answer, taken: readonly Judged[]): Answer {
  const words = new Map(
    taken
      .filter(({ text, template }) => text !== template.text)
      .map(({ sentence, text, template }) => [sentence, unmasked(text, template)]),
  )
  return {
    ...answer,
    sections: answer.sections.map((section) => ({
      ...section,
      sentences: section.sentences.map((sentence) => words.get(sentence) ?? sentence),
    })),
  }
}

function counted(kinds: readonly WordingFailure[]): Reworded['failures'] {
  const counts: Partial<Record<WordingFailure, number>> = {}
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
