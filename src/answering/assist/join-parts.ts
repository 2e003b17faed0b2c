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
    const isBeside = part.tool === 'size_workload' && part !== lead
    const answer = isBeside ? shortened(part.answer, BESIDE_THE_FIRST) : part.answer
    return { ...part, answer: part === lead ? answer : apart(answer, `part${i + 1}.`) }
  })
  const citations = [
    ...new Map(pieces.flatMap((p) => p.answer.citations).map((c) => [c.id, c])).values(),
  ]
  const sections = pieces.map(({ answer }) => renumbered(answer, citations))
  const caveats = sections.flat().filter((s) => s.kind === 'caveats')
  const coverages = pieces.map((p) => p.answer.coverage)
  const sum = (key: 'cited' | 'computed' | 'yours' | 'assumed') =>
    coverages.reduce((total, c) => total + c[key], 0)
  return {
    kind: 'answer',
    language,
    question: text,
    sections: [
      ...pieces.flatMap(({ title }, i): Section[] => [
        { kind: 'part', sentences: [title] },
        ...(sections[i] ?? []).filter((s) => s.kind !== 'caveats'),
      ]),
      ...(caveats.length > 0 ? [{ kind: 'caveats' as const, sentences: once(caveats) }] : []),
    ],
    ...(lead?.answer.recommendation ? { recommendation: lead.answer.recommendation } : {}),
    names: parts.flatMap(
      (p) => p.answer.recommendation?.options.map((o) => o.label[language]) ?? [],
    ),
    steps: parts.map(({ tool, title }) => ({ tool, title: sentenceText(title) })),
    citations,
    estimates: pieces.flatMap((p) => p.answer.estimates),
    coverage: {
      cited: sum('cited'),
      computed: sum('computed'),
      yours: sum('yours'),
      assumed: sum('assumed'),
      unknown: coverages.flatMap((c) => c.unknown),
    },
    replay: replayId([text, ...parts.map((p) => p.answer.replay)], catalog.version, at()),
    suggestions: [],
  }
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

/** The sentences, those that read alike once. */
function once(sections: readonly Section[]): Sentence[] {
  return [
    ...new Map(sections.flatMap((s) => s.sentences).map((x) => [sentenceText(x), x])).values(),
  ]
}
