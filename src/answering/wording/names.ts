import { remembered } from '../../engine/remembered.ts'
import type { Language } from '../../language/language.ts'
import type { Corpus } from '../../retrieval/corpus.ts'
import type { Knowledge } from '../knowledge.ts'
import { QUANTITIES } from './words/amounts.ts'

/** What the reviewed knowledge tells of words: which are names. */
export type Lore = Readonly<{
  /** True for a lower-case English word that may begin a sentence without being a name. */
  ordinary: (word: string) => boolean
  /** Names written in Hangul, the longest first. */
  hangul: readonly string[]
}>

/** A name in a text and where it stands; `name` is the same for all its forms. */
export type Named = Readonly<{ name: string; at: number }>

const WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}]*/gu
const BEGINS = /(?:^|[.?!:;"“(]\s*|⟧\s?[.?!:;]\s*)$/
const NAME_KO =
  /[A-Z][\p{Script=Latin}.-]+(?: [A-Z][\p{Script=Latin}.-]+)*\(([가-힣]{2,8}(?: [가-힣]{2,8})?)\)/gu
/** Makers, papers and places that the notes write in Hangul alone. */
const KNOWN_HANGUL = [
  '카플란',
  '친칠라',
  '호프만',
  '구글',
  '메타',
  '오픈AI',
  '네이버',
  '카카오',
  '삼성',
  '한국',
  '미국',
  '프랑스',
  '스웨덴',
  '독일',
  '폴란드',
  '중국',
  '일본',
  '영국',
  '아일랜드',
  '노르웨이',
  '브라질',
  '인도',
  '유럽',
  '서울',
  '도쿄',
  '파리',
  '버지니아',
  '텍사스',
  '캘리포니아',
  '엔비디아',
  '아마존',
  '마이크로소프트',
  '앤트로픽',
  '딥시크',
  '미스트랄',
  '라마',
  '큐원',
  '제미나이',
  '클로드',
  '챗GPT',
  '딥마인드',
]

const kept = new WeakMap<Corpus, Lore>()

/** What the reviewed notes tell of names: collected once. */
export function loreOf({ corpus }: Pick<Knowledge, 'corpus'>): Lore {
  return remembered(kept, corpus, () => {
    const claims = corpus.notes.flatMap((note) => note.claims)
    const counts = new Map<string, number>()
    const count = (word: string, by: number) => counts.set(word, (counts.get(word) ?? 0) + by)
    for (const note of corpus.notes)
      for (const [word] of note.authors.join(' ').matchAll(WORD)) count(word.toLowerCase(), -9)
    for (const { text_en } of claims)
      for (const { 0: word, index } of text_en.matchAll(WORD)) {
        const lower = word.toLowerCase()
        if (word === lower) count(lower, 1)
        else count(lower, BEGINS.test(text_en.slice(0, index)) ? 0 : -1)
      }
    const paired = claims
      .flatMap(({ text_ko }) => [...text_ko.matchAll(NAME_KO)].map(([, hangul = '']) => hangul))
      .filter((name) => !QUANTITIES.some(({ ko }) => name.search(ko) >= 0))
    return {
      ordinary: (word) => COMMON.has(word) || formsOf(word).some((f) => (counts.get(f) ?? -1) >= 0),
      hangul: [...new Set([...KNOWN_HANGUL, ...paired])].sort((a, b) => b.length - a.length),
    }
  })
}

/** A word and what it may be a form of. */
function formsOf(word: string): string[] {
  const stem = word.replace(/(?:ing|ly|ed|es|s)$/, '')
  return [word, stem, `${stem}e`]
}

/** Ordinary words that begin sentences and that the notes may lack. */
const COMMON = new Set(
  'a an and as at but by for from however here if in instead it its meanwhile of on only or overall so still that the their then there these they this those thus to under while with using compared based once since though although because both each either even given most much many more less such what when where which who why how yet'.split(
    ' ',
  ),
)

/** The names in a text, in reading order. English: capitalised words; Korean: Latin words and known names in Hangul. */
export function namesIn(text: string, language: Language, lore: Lore): Named[] {
  const latin = [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    language === 'ko' || isName(word, text.slice(0, index), lore)
      ? [{ name: stem(word), at: index }]
      : [],
  )
  if (language === 'en') return latin
  // "Mistral(미스트랄)" is one name.
  const spelled = text.replace(/(?<=\p{Script=Latin}|⟧)\([가-힣 ]+\)/gu, (all, at: number) =>
    lore.hangul.includes(all.slice(1, -1)) || text[at - 1] === '⟧' ? ' '.repeat(all.length) : all,
  )
  const hangul = lore.hangul.length === 0 ? [] : [...spelled.matchAll(hangulPattern(lore))]
  return [...latin, ...hangul.map(({ 0: name, index }) => ({ name, at: index }))].sort(
    (a, b) => a.at - b.at,
  )
}

const patterns = new WeakMap<Lore, RegExp>()

function hangulPattern(lore: Lore): RegExp {
  return remembered(
    patterns,
    lore,
    () => new RegExp(`(?<![가-힣])(?:${lore.hangul.join('|')})`, 'g'),
  )
}

function isName(word: string, before: string, lore: Lore): boolean {
  if (word === 'I' || word === word.toLowerCase()) return false
  if (/\p{Lu}/u.test(word.slice(1))) return true
  return !BEGINS.test(before) || !lore.ordinary(word.toLowerCase())
}

/** "GPUs" and "GPU" are one name. */
function stem(word: string): string {
  return /^\p{Lu}{2,}s$/u.test(word) ? word.slice(0, -1) : word
}
