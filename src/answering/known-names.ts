import type { Catalog } from '../catalog/types.ts'
import { FORMULAS } from '../engine/registry.ts'
import { remembered } from '../engine/remembered.ts'
import type { Language } from '../language/language.ts'
import { showDate } from '../language/numbers.ts'
import type { Corpus } from '../retrieval/corpus.ts'
import type { Answer } from './answer.ts'
import { shortCitation } from './compose/say.ts'

const PRECISIONS = ['bf16', 'fp8', 'int4', 'nvfp4', 'mxfp4']

/** Names that may hold digits without being figures: what the catalogue, a source or the asker calls things, and dates of prices and rates. */
export function knownNames(
  answer: Answer,
  catalog: Catalog,
  corpus: Corpus,
): (name: string) => boolean {
  const { language } = answer
  const names = new Set([
    ...standing(catalog, corpus, language),
    ...answer.citations.map((c) => c.title),
    ...(answer.names ?? []),
    ...answer.estimates.flatMap((e) => [
      ...(e.formula ? [e.formula] : []),
      ...(e.quantity === 'exchange-rate' && e.asOf ? [showDate(e.asOf, language)] : []),
    ]),
    ...(answer.recommendation?.options.flatMap((o) => [
      o.id,
      o.label[language],
      ...(o.control?.retires ? [showDate(o.control.retires.value, language)] : []),
    ]) ?? []),
  ])
  return (name) =>
    names.has(name) ||
    answer.question.includes(name) ||
    [...names].some((known) => name.endsWith(`(${known})`))
}

const kept = new WeakMap<Corpus, Map<Language, readonly string[]>>()

/** The names that every answer over this knowledge may hold, collected once. */
function standing(catalog: Catalog, corpus: Corpus, language: Language): readonly string[] {
  const own = remembered(kept, corpus, () => new Map<Language, readonly string[]>())
  return remembered(own, language, () => [
    ...PRECISIONS,
    ...catalog.models.flatMap((m) => [m.label, m.id]),
    ...catalog.accelerators.map((a) => a.label),
    ...catalog.tasks.flatMap((t) => [t.quality.benchmark, t.label[language]]),
    ...catalog.regions.flatMap((r) => [r.label[language], ...r.bearers.map((b) => b[language])]),
    ...catalog.prices.flatMap((p) => [
      showDate(p.from, language),
      showDate(p.source.checked, language),
    ]),
    ...corpus.notes.map((n) => shortCitation(n)),
    ...corpus.notes.flatMap((n) => n.claims.flatMap((c) => c.locator ?? [])),
    ...FORMULAS.flatMap((f) => [f.id, f.source]),
  ])
}
