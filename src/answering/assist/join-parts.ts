import type { Coverage } from '../../sizing/recommendation.ts'
import { replayId } from '../../sizing/replay.ts'
import type { Answer, Citation, Section, Segment, Sentence } from '../answer.ts'
import type { Knowledge } from '../knowledge.ts'
import { sentenceText } from '../plain-text.ts'
import type { Understanding } from '../understand.ts'
import type { Part } from './part.ts'
import { shortened } from './size-tools.ts'

/** What of a second workload is shown: its options, flips and buttons would be taken for the first one's. */
const BESIDE_THE_FIRST = ['explanation', 'verdict', 'restated', 'reasons', 'caveats'] as const

/**
 * Several parts as one answer: each under its title, sources numbered anew, caveats once at the end.
 * The first workload is the answer's own, so that its buttons work; figures of the others get ids apart.
 */
export function joinParts(
  parts: readonly Part[],
  { text, language }: Understanding,
  { catalog, at }: Knowledge,
): Answer {
  const lead = parts.find((p) => p.tool === 'size_workload')
  const pieces = parts.map((part, i) => {
    if (part === lead) return part
    const isSized = part.tool === 'size_workload'
    const answer = isSized ? shortened(part.answer, BESIDE_THE_FIRST) : part.answer
    return { ...part, answer: apart(answer, `part${i + 1}.`) }
  })
  const answers = pieces.map((p) => p.answer)
  const citations = citedIn(answers)
  return {
    kind: 'answer',
    language,
    question: text,
    sections: arranged(
      pieces.map(({ title, answer }) => ({ title, sections: renumbered(answer, citations) })),
    ),
    ...(lead?.answer.recommendation ? { recommendation: lead.answer.recommendation } : {}),
    names: answers.flatMap((a) => a.recommendation?.options.map((o) => o.label[language]) ?? []),
    steps: parts.map(({ tool, title }) => ({ tool, title: sentenceText(title) })),
    citations,
    estimates: answers.flatMap((a) => a.estimates),
    coverage: summed(answers.map((a) => a.coverage)),
    replay: replayId([text, ...answers.map((a) => a.replay)], catalog.version, at()),
    suggestions: [],
  }
}

/** The parts under their titles; a workload is restated where it stands first, and caveats come last. */
function arranged(
  parts: readonly Readonly<{ title: Sentence; sections: readonly Section[] }>[],
): Section[] {
  const restated = new Set<string>()
  const isNew = (section: Section) => {
    if (section.kind !== 'restated') return true
    const words = section.sentences.map(sentenceText).join(' ')
    const known = restated.has(words)
    restated.add(words)
    return !known
  }
  const caveats = parts
    .flatMap((p) => p.sections.filter((s) => s.kind === 'caveats'))
    .flatMap((s) => s.sentences)
  const once = [...new Map(caveats.map((x) => [sentenceText(x), x])).values()]
  return [
    ...parts.flatMap(({ title, sections }): Section[] => [
      { kind: 'part', sentences: [title] },
      ...sections.filter((s) => s.kind !== 'caveats').filter(isNew),
    ]),
    ...(once.length > 0 ? [{ kind: 'caveats' as const, sentences: once }] : []),
  ]
}

/** The answer with a prefix to the ids of its figures. */
function apart(answer: Answer, prefix: string): Answer {
  const { coverage } = answer
  return {
    ...answer,
    sections: mapped(answer.sections, (x) =>
      'figure' in x ? { ...x, figure: `${prefix}${x.figure}` } : x,
    ),
    estimates: answer.estimates.map((e) => ({ ...e, id: `${prefix}${e.id}` })),
    coverage: { ...coverage, unknown: coverage.unknown.map((id) => `${prefix}${id}`) },
  }
}

/** The sources that sentences point at, each once, in the order in which they do. */
function citedIn(answers: readonly Answer[]): Citation[] {
  const cited = answers.flatMap(({ sections, citations }) =>
    sections.flatMap((s) =>
      s.sentences.flat().flatMap((x) => ('cite' in x ? (citations[x.cite - 1] ?? []) : [])),
    ),
  )
  return [...new Map(cited.map((c) => [c.id, c])).values()]
}

function renumbered(answer: Answer, all: readonly Citation[]): Section[] {
  return mapped(answer.sections, (x) => {
    if (!('cite' in x)) return x
    const source = answer.citations[x.cite - 1]?.id
    return { cite: all.findIndex((c) => c.id === source) + 1 }
  })
}

function mapped(sections: readonly Section[], change: (x: Segment) => Segment): Section[] {
  return sections.map((s) => ({ ...s, sentences: s.sentences.map((x) => x.map(change)) }))
}

function summed(coverages: readonly Coverage[]): Coverage {
  const sum = (key: Exclude<keyof Coverage, 'unknown'>) =>
    coverages.reduce((total, c) => total + c[key], 0)
  return {
    cited: sum('cited'),
    computed: sum('computed'),
    yours: sum('yours'),
    assumed: sum('assumed'),
    unknown: coverages.flatMap((c) => c.unknown),
  }
}
