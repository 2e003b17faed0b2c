import type { Estimate } from '../../engine/estimate.ts'
import { exactly } from '../../engine/range.ts'
import { FORMULAS } from '../../engine/registry.ts'
import { quantityLabel } from '../../language/labels.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import type { Claim } from '../../retrieval/note.ts'
import type { Answer, Citation, Section, Sentence } from '../answer.ts'
import { type Citations, sourceOf } from '../evidence.ts'
import type { Knowledge } from '../knowledge.ts'
import { shownClaims } from './mechanism.ts'
import { cited, figure, say, sentenceCase } from './say.ts'
import { shownFigures } from './shown-figures.ts'
import { LISTS } from './titles.ts'

const CLAIM: Bilingual = {
  en: '{claim} – {basis}{locator}; {age}',
  ko: '{claim} – {basis}{locator}, {age}',
}
const FIGURE: Bilingual = {
  en: '{quantity} {shown} rests on {title} ({basis}; {age})',
  ko: '{quantity} {shown}의 근거: {title}({basis}, {age})',
}
const FORMULA: Bilingual = {
  en: '{quantity} {shown} is computed by the formula {id}: {source}.',
  ko: '{quantity} {shown:은/는} 공식 {id:으로/로} 계산했습니다: {source}.',
}
const OLD: Bilingual = { en: 'age {age}', ko: '경과 {age}' }
const THIS_YEAR: Bilingual = { en: 'of this year', ko: '올해 자료' }
const TODAY: Bilingual = { en: 'read today', ko: '오늘 확인' }
const UNDATED: Bilingual = { en: ', place not noted', ko: ', 위치 기록 없음' }
const BASIS: Readonly<Record<Claim['basis'], Bilingual>> = {
  published: { en: 'published', ko: '원문' },
  secondary: { en: 'secondary, reported by others', ko: '재인용 자료' },
  derived: { en: 'derived by us from published figures', ko: '발표된 수치에서 직접 계산' },
}
const FEWER: Bilingual = {
  en: 'The last answer has fewer points than that.',
  ko: '앞 답변에는 그만큼 많은 항목이 없습니다.',
}
const NONE: Bilingual = {
  en: 'The last answer rests on no outside source.',
  ko: '앞 답변은 외부 출처에 기대지 않습니다.',
}

/** How many formulas are listed; the working shows all. */
const FORMULAS_SHOWN = 5

type Origins = Readonly<{ sentences: readonly Sentence[]; estimates: readonly Estimate[] }>

/** Where an answer, or one point of it, comes from: claims with their place, figures with their sources, formulas. */
export function originsOf(
  answer: Answer,
  point: number | undefined,
  knowledge: Knowledge,
  citations: Citations,
  language: Language,
): Origins {
  const sections =
    point === undefined
      ? answer.sections.filter((s) => s.kind !== 'options')
      : pointOf(answer, point)
  const part = { ...answer, sections }
  if (part.sections.length === 0) return { sentences: [say(FEWER, language)], estimates: [] }
  const ages: Estimate[] = []
  const ageOf = (source: Pick<Citation, 'id' | 'year' | 'read'>): Sentence => {
    const age = ageEstimate(source, knowledge.at())
    if ('central' in age.value && age.value.central < 1)
      return say(source.read === undefined ? THIS_YEAR : TODAY, language)
    ages.push(age)
    return say(OLD, language, { age: figure(age, language) })
  }
  const sentences = [
    ...claimLines(part, knowledge, citations, language, ageOf),
    ...figureLines(part, knowledge, citations, language, ageOf),
    ...formulaLines(part, language),
  ]
  return {
    sentences: sentences.length > 0 ? sentences : [say(NONE, language)],
    estimates: [...new Map(ages.map((e) => [e.id, e])).values()],
  }
}

/** The listed point of that number, counted as the reader sees them; the last for -1. */
function pointOf({ sections }: Answer, point: number): Section[] {
  const points = sections
    .filter((s) => LISTS.has(s.kind))
    .flatMap((s) => s.sentences.map((sentence): Section => ({ ...s, sentences: [sentence] })))
  const found = point < 0 ? points.at(point) : points[point - 1]
  return found ? [found] : []
}

type AgeOf = (source: Pick<Citation, 'id' | 'year' | 'read'>) => Sentence

function claimLines(
  part: Answer,
  { corpus }: Knowledge,
  citations: Citations,
  language: Language,
  ageOf: AgeOf,
): Sentence[] {
  return shownClaims(part).flatMap((id): Sentence[] => {
    const found = corpus.claim(id)
    const source = found && corpus.source(sourceOf(found.claim, found.note))
    if (!found || !source) return []
    const { claim, note } = found
    const number = citations.cite(sourceOf(claim, note))
    const line = say(CLAIM, language, {
      claim: { claim: id, shown: language === 'ko' ? claim.text_ko : claim.text_en },
      basis: { text: BASIS[claim.basis][language] },
      locator:
        claim.locator === undefined
          ? { text: UNDATED[language] }
          : [{ text: ', ' }, { name: claim.locator }],
      age: ageOf({ id: sourceOf(claim, note), year: source.year }),
    })
    return [cited(line, number === undefined ? [] : [number])]
  })
}

/** One line a source behind the figures shown, with the first figure that rests on it. */
function figureLines(
  part: Answer,
  { corpus }: Knowledge,
  citations: Citations,
  language: Language,
  ageOf: AgeOf,
): Sentence[] {
  const all = corpus.notes.flatMap((note) => note.claims.map((claim) => ({ claim, note })))
  const basisOf = (id: string) =>
    all.find(({ claim, note }) => sourceOf(claim, note) === id)?.claim.basis ?? 'published'
  const figures = shownFigures(part)
  const sources = [...new Set(figures.flatMap((f) => f.sources))]
  return sources.flatMap((id): Sentence[] => {
    const number = citations.cite(id)
    const source = number === undefined ? undefined : citations.list()[number - 1]
    const resting = figures.find((f) => f.sources.includes(id))
    if (number === undefined || !source || !resting) return []
    const line = say(FIGURE, language, {
      quantity: { text: sentenceCase(quantityLabel(resting.quantity, language)) },
      shown: figure(resting, language),
      title: source.title,
      basis: { text: BASIS[basisOf(id)][language] },
      age: ageOf(source),
    })
    return [cited(line, [number])]
  })
}

/** One line a formula of the figures shown. */
function formulaLines(part: Answer, language: Language): Sentence[] {
  const figures = shownFigures(part)
  const used = [...new Set(figures.flatMap((f) => f.formula ?? []))]
  return used
    .flatMap((id): Sentence[] => {
      const formula = FORMULAS.find((f) => f.id === id)
      const shown = figures.find((f) => f.formula === id)
      if (!formula || !shown) return []
      return [
        say(FORMULA, language, {
          quantity: { text: sentenceCase(quantityLabel(shown.quantity, language)) },
          shown: figure(shown, language),
          id: formula.id,
          source: formula.source,
        }),
      ]
    })
    .slice(0, FORMULAS_SHOWN)
}

/** Whole days since a page was read, or years since a paper came out. */
function ageEstimate({ id, year, read }: Parameters<AgeOf>[0], at: string): Estimate {
  const days = read === undefined ? undefined : (Date.parse(at) - Date.parse(read)) / 86_400_000
  const age = days === undefined ? Number(at.slice(0, 4)) - year : Math.floor(days)
  return {
    id: `age.${id}`,
    quantity: 'age',
    subject: id,
    unit: days === undefined ? 'years' : 'days',
    value: exactly(Math.max(0, age)),
    kind: 'computed',
    inputs:
      read === undefined ? { published: year, on: at.slice(0, 10) } : { read, on: at.slice(0, 10) },
    sources: [id],
  }
}
