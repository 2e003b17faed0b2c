import type { Catalog } from '../catalog/types.ts'
import type { Concepts } from '../retrieval/concepts.ts'
import type { Corpus } from '../retrieval/corpus.ts'

/** What bears a name of its own, as it stands behind the name. */
const KINDS =
  '벤치마크|리더보드|연구소|연구원|연구팀|연구진|대학교|대학|논문|보고서|백서|모델|가속기|칩|클라우드|데이터셋|라우터'
/** What is written onto a name without a space. */
const ENDS = '연구소|연구원|연구팀|연구진|대학교|랩스|테크|클라우드|소프트|AI'

const PARTICLES = '(?:에서|에게|이라는|라는|으로|은|는|이|가|을|를|의|에|도|로|와|과)?'
const KOREAN_NAMES = [
  // "우주소년 벤치마크", "하이퍼룬 7 모델", "퀼마크 40B 모델"
  new RegExp(
    `(?<![가-힣])([가-힣]{2,8})(?:[\\s-]+v?\\d+(?:\\.\\d+)?[bB]?)?\\s(?:${KINDS})${PARTICLES}(?![가-힣])`,
    'g',
  ),
  // "한빛미래연구원", "조블랏AI"
  new RegExp(`(?<![가-힣])([가-힣]{2,8})(?:${ENDS})${PARTICLES}(?![가-힣A-Za-z])`, 'g'),
  // "트링켓-9"
  /(?<![가-힣])([가-힣]{2,8})-\d+(?![\d,]|억|만|천|개|건)/g,
]
/** Capitalised words in a row, and a number that belongs to them. */
const LATIN_NAME =
  /(?<![\p{Script=Latin}\d])[A-Z][\p{Script=Latin}\d'’.-]*(?:\s(?:[A-Z][\p{Script=Latin}\d'’-]*|\d[\d.]*(?!\S)))*/gu
/** Letters that only abbreviate say nothing of whose they are. */
const ABBREVIATION = /^[A-Z]{1,5}\d?s?$/

/** Names in a question that neither catalogue, notes nor the list of ordinary words know. */
export function createUnknownNames(
  catalog: Catalog,
  corpus: Corpus,
  concepts: Concepts,
  ordinary: ReadonlySet<string>,
): (question: string) => string | undefined {
  // Read through at the first question: starting up does without.
  let read: { text: string; words: ReadonlySet<string> } | undefined
  const known = () => {
    if (!read) {
      const text = textsOf(catalog, corpus, concepts).join('\n').normalize('NFKC')
      read = { text, words: new Set(text.toLowerCase().match(WORD)) }
    }
    return read
  }
  const isKnownWord = (word: string) =>
    ABBREVIATION.test(word) ||
    ordinary.has(word) ||
    namingParts(word).every(
      (part) => part.length < 3 || formsOf(part).some((form) => known().words.has(form)),
    )
  const latin = (question: string) =>
    [...question.matchAll(LATIN_NAME)]
      .map(({ 0: name, index }) => {
        const words = name.split(/\s+/).map((w) => w.replace(/['’]s?$|[.'’-]+$/g, ''))
        // Every first word of a sentence is capitalised.
        const begins = /(?:^|[.?!:;"“(]|\n)\s*$/.test(question.slice(0, index))
        return words.slice(begins ? 1 : 0)
      })
      .find((words) => words.some((word) => !isKnownWord(word)))
      ?.join(' ')
  const korean = (question: string) =>
    KOREAN_NAMES.flatMap((pattern) => [...question.matchAll(pattern)]).find(
      ({ 1: name = '' }) =>
        isNoun(name) &&
        ![name, name.replace(OF_A_NAME, '')].some(
          (form) => ordinary.has(form) || known().text.includes(form),
        ),
    )?.[1]
  return (raw) => {
    const question = raw.normalize('NFKC')
    return latin(question) ?? korean(question)
  }
}

const WORD = /[\p{L}\d]+/gu

/** The parts of a compound that name something, in lower case: what is joined on in small letters, as in "PUE-wise" or "OpenAI-compatible", does not. */
function namingParts(word: string): string[] {
  return (word.match(WORD) ?? [])
    .filter((part) => !/^\p{Ll}/u.test(part))
    .map((p) => p.toLowerCase())
}

/** A word, and what stands before an ending of its own: "Claudes", "Kaplanesque". */
function formsOf(word: string): string[] {
  const stem = word.replace(/(?:e?s|esque|ish|ian|like|wise|ists?)$/, '')
  return stem.length < SHORTEST_STEM ? [word] : [word, stem, word.replace(/s$/, '')]
}
const SHORTEST_STEM = 3

/** What makes a kind of a Korean name: "클로드류", "엔비디아제", "라마계열". */
const OF_A_NAME = /(?<=[가-힣]{2})(?:[류네표제발산판파들]|계열|스타일|식|쪽)$/

/** False for words with an ending: "쓸 만한", "비싼", "모델이" qualify or ask, and name nothing. */
function isNoun(word: string): boolean {
  const final = ((word.codePointAt(word.length - 1) ?? 0) - 0xac00) % 28
  return !QUALIFIES.test(word) && final !== FINAL_N && final !== FINAL_L
}
/** Places of ㄴ and ㄹ among the final consonants of a syllable: with them verbs qualify nouns. */
const FINAL_N = 4
const FINAL_L = 8
/** Endings that make a word qualify the next one. */
const QUALIFIES = /[의적용형급별식고며면지게로도을를에]$/

function textsOf(catalog: Catalog, { notes }: Corpus, concepts: Concepts): string[] {
  return [
    ...catalog.models.flatMap((m) => [m.id, m.label, m.vendor, ...m.aliases]),
    ...catalog.accelerators.flatMap((a) => [a.id, a.label, ...a.aliases]),
    ...catalog.regions.flatMap((r) => [r.id, r.label.en, r.label.ko, ...r.aliases]),
    ...catalog.providers.flatMap((p) => [p.id, p.label]),
    ...catalog.tasks.flatMap((t) => [t.quality.benchmark, ...t.words.en, ...t.words.ko]),
    ...concepts.words,
    ...notes.flatMap((note) => [
      note.title,
      note.title_ko,
      ...note.authors,
      note.gist_en,
      note.gist_ko,
      note.body,
      ...note.questions_en,
      ...note.questions_ko,
      ...note.sources.flatMap((s) => [s.title, ...s.authors]),
      ...note.claims.flatMap((c) => [c.text_en, c.text_ko, c.boundary ?? '', c.locator ?? '']),
    ]),
  ]
}
