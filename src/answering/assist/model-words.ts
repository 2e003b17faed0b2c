import { detectLanguage } from '../../language/detect.ts'
import type { Language } from '../../language/language.ts'
import type { Segment } from '../answer.ts'
import { refusalOf } from '../refusal.ts'

/** What a model's words are held against. */
export type Beside = Readonly<{ question: string; language: Language; system: string }>

const LONGEST = { reading: 300, term: 60 } as const
const MOST_TERMS = 5
/** So many words in a row that stand in our instructions are taken from there. */
const LEAKED = 6

const LINK_OR_MARKUP =
  /https?:|www\.|\b[\w-]+\.(?:com|net|org|io|ai|dev|kr|app)\b|[<>{}[\]|`*_~#\\@]|[\p{Cc}\p{Cf}]/iu
const NUMBER = /\p{N}+(?:[.,]\p{N}+)*/gu
const NUMBER_WORD =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens?|hundreds?|thousands?|millions?|billions?|half|halves|twice|doubles?|triples?|percent)\b|수?[십백천만억조](?=\s?(?:건|개|번|명|원|달러|토큰|배))|수[십백천만]|절반|[두세네] 배/gi

/**
 * Words of a model's that may be shown: short, in the question's language, without links, markup,
 * orders, our own instructions, or a number that the question has not. Undefined for any other.
 */
export function showable(words: string, beside: Beside): string | undefined {
  const plain = words.normalize('NFKC').trim()
  const isFit =
    /\p{L}/u.test(plain) &&
    plain.length <= LONGEST.reading &&
    !LINK_OR_MARKUP.test(plain) &&
    detectLanguage(plain, beside.language) === beside.language &&
    refusalOf(plain) === undefined &&
    addsNoNumber(plain, beside.question) &&
    !isLeaked(plain, beside.system)
  return isFit ? plain : undefined
}

/** At most five terms to search by; those that hold more than words, or a number of their own, are left out. */
export function searchTerms(terms: readonly string[], { question }: Beside): string[] {
  return [...new Set(terms.map((term) => term.normalize('NFKC').trim()))]
    .filter(
      (term) =>
        /\p{L}/u.test(term) &&
        term.length <= LONGEST.term &&
        !LINK_OR_MARKUP.test(term) &&
        refusalOf(term) === undefined &&
        addsNoNumber(term, question),
    )
    .slice(0, MOST_TERMS)
}

/** A model's words as a sentence holds them: each number, which is the asker's, as a name of its own. */
export function asNames(words: string): Segment[] {
  return words
    .split(/(\p{N}+(?:[.,]\p{N}+)*)/u)
    .filter((piece) => piece !== '')
    .map((name) => ({ name }))
}

/** Whether every number of the words, in digits or spelled, stands in the text. */
export function addsNoNumber(words: string, text: string): boolean {
  const own = numbersOf(text)
  return [...numbersOf(words)].every((number) => own.has(number))
}

function numbersOf(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKC').toLowerCase()
  return new Set([...(plain.match(NUMBER) ?? []), ...(plain.match(NUMBER_WORD) ?? [])])
}

function isLeaked(words: string, system: string): boolean {
  const plain = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const ours = ` ${plain(system).join(' ')} `
  const theirs = plain(words)
  return theirs.some(
    (_, i) =>
      i + LEAKED <= theirs.length && ours.includes(` ${theirs.slice(i, i + LEAKED).join(' ')} `),
  )
}
