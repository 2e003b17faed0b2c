import type { Language } from '../../language/language.ts'
import { convertedLines } from '../converted-text.ts'
import type { CurrencyDigest, Digest } from '../digest.ts'
import { noteLine } from '../digest-sentences.ts'
import { amountsOf, familyLines, perDayLines, totalLines, unitCostLines } from './answer-amounts.ts'
import { breakdownLines } from './answer-breakdown.ts'
import { budgetLines } from './answer-budget.ts'
import { coverageLines } from './answer-coverage.ts'
import { across, cannotText, notAsked, notNamed, onlyAll, together } from './answer-limits.ts'
import { type Moved, movedLines } from './answer-moved.ts'
import { ofAll, outcomes } from './answer-of-all.ts'
import { usageLines } from './answer-usage.ts'
import { whyLines } from './answer-why.ts'
import { coverageLine, noteLines } from './coverage-line.ts'
import { type Family, familyIn } from './model-family.ts'
import { allNamedIn, type Known, namedIn, otherNamedIn } from './names-in-data.ts'
import { PER_DAY } from './question-words.ts'
import type { SpendQuestion } from './spend-question.ts'

/** Longest answer, in lines; the last restates the period and the coverage. */
const MOST = 6

/** What the digest of the period does not hold. */
export type Beside = Readonly<{
  /** For a "what if": the usage of what is named, on another model. */
  moved?: Moved
  /** The newest settled day of all. */
  newest?: string
}>

/**
 * Answers a question about spend from the digest of its period: the verdict first, figures of the
 * digest alone, and what cannot be known said. At most six lines, the last of which restates the
 * period (UTC days) and the coverage.
 */
export function answerSpendQuestion(
  question: SpendQuestion,
  digest: Digest,
  language: Language,
  beside: Beside = {},
): readonly string[] {
  const span = question.cannot ? [cannotText(question.cannot, digest.period.cadence, language)] : []
  const [main] = digest.currencies
  const notes = noteLines(digest, language)
  const room = MOST - 1 - span.length
  const body = main
    ? bodyOf(question, digest, main, language, beside)
    : nothingKnown(digest, beside.newest, language)
  const noted = main ? notes : []
  return [...span, ...body.slice(0, room - noted.length), ...noted, coverageLine(digest, language)]
}

function bodyOf(
  question: SpendQuestion,
  digest: Digest,
  main: CurrencyDigest,
  language: Language,
  beside: Beside,
): string[] {
  const known = namedIn(question, digest)
  const isExact = known !== undefined && !('unknown' in known)
  const family =
    isExact || question.kind === 'what-if' ? undefined : familyIn(question.words, digest)
  if (family && family.names.length > 1) return ofFamily(question, family, digest, main, language)
  const [only] = family?.names ?? []
  if (!isExact && only === undefined && known) return [notNamed(known, language)]
  const about = isExact
    ? known
    : only === undefined
      ? undefined
      : { by: 'model' as const, name: only }
  return ofOne(question, about, digest, main, language, beside)
}

/** Several models that share a name: their sum; of anything else what all spend has. */
function ofFamily(
  question: SpendQuestion,
  family: Family,
  digest: Digest,
  main: CurrencyDigest,
  language: Language,
): string[] {
  if (question.kind === 'total') return familyLines(digest, main, family, language)
  const about = { by: 'model' as const, name: family.called }
  const note =
    question.kind === 'breakdown'
      ? across(question, about, language)
      : onlyAll(question, about, language)
  return [...note, ...ofOne(question, undefined, digest, main, language, {})]
}

function ofOne(
  question: SpendQuestion,
  about: Known | undefined,
  digest: Digest,
  main: CurrencyDigest,
  language: Language,
  { moved, newest }: Beside,
): string[] {
  const crossed = about ? crossedBy(question, about, digest, language) : []
  switch (question.kind) {
    case 'why':
      return [...crossed, ...whyLines(digest, main, about, language)]
    case 'total':
      return [...crossed, ...totalsOf(question, about, digest, main, language)]
    case 'breakdown':
      return [...across(question, about, language), ...breakdownLines(main, question, language)]
    case 'usage':
      return [...crossed, ...usageLines(main, about, question, language)]
    case 'budget':
      return budgetLines(digest, main, about, language)
    case 'unit-cost':
      return [...crossed, ...unitCostLines(main, question, about, language)]
    case 'what-if':
      return moved && about
        ? movedLines(moved, about.name, question.to, language)
        : [notAsked(language)]
    case 'follow-up':
      return outcomes(digest, language)
    case 'coverage':
      return coverageLines(digest, main, { newest, words: question.words }, language)
    default:
      return [
        ...onlyAll(question, about, language),
        ...ofAll(question.kind, question.words, digest, main, language),
      ]
  }
}

function totalsOf(
  question: SpendQuestion,
  about: Known | undefined,
  digest: Digest,
  main: CurrencyDigest,
  language: Language,
): string[] {
  const several = allNamedIn(question, digest)
  const asked = several.length > 1 ? several : [about]
  const amounts = asked.flatMap((one) => amountsOf(digest, main, one))
  const lines = [
    ...asked.flatMap((one) => totalLines(digest, main, one, language)),
    ...convertedLines(amounts, digest, language),
  ]
  return PER_DAY.test(question.words) && asked.length === 1
    ? [...perDayLines(digest, main, about, language), ...lines]
    : lines
}

/** Something of another kind is named as well: the two together are not among the figures. */
function crossedBy(
  question: SpendQuestion,
  about: Known,
  digest: Digest,
  language: Language,
): string[] {
  const other = otherNamedIn(question, digest, about)
  return other === undefined ? [] : [together(about.name, other, language)]
}

/** Nothing is known of the period; what is known of others is told. */
function nothingKnown({ notes }: Digest, newest: string | undefined, language: Language): string[] {
  const why = noteLine(notes[0] ?? { kind: 'no-data' }, language)
  if (newest === undefined) return [why]
  return [
    why,
    language === 'ko'
      ? `데이터는 ${newest}까지 있습니다.`
      : `The newest day with data is ${newest}.`,
  ]
}
