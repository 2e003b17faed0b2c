import { remembered } from '../engine/remembered.ts'
import type { Corpus } from '../retrieval/corpus.ts'
import { isAsking } from '../retrieval/korean.ts'
import type { Picked } from './compose/explanation.ts'

/** From so many words on, a question asks for more than what a term means. */
const LONGEST = 16

/** English words that ask for a meaning, or say for whom, and name nothing. */
const ENGLISH = new Set(
  (
    'a an the what whats what’s is are was does do did mean means meant meaning of define defined definition explain ' +
    'explained eli5 describe tell give us me my we i i’m im you they people someone everyone keep keeps hearing hear ' +
    'heard see seeing read reading about can could would please so ok okay hey hi exactly actually really even again ' +
    'it it’s its that this by to for in on as if like with just simply briefly quickly plain simple easy basic words ' +
    'word terms term english language short sentence one stand stands for called the finance financial product ' +
    'business sustainability non nontechnical technical engineer engineers engineering layman layman’s laymans person non-engineer non-technical non-expert nontech newcomers outsiders teammates colleagues ' +
    'manager boss cfo ceo cto board team colleague beginner beginners newcomer dummies five year years old 5 and but ' +
    'heck hell earth sorry quick question questions why matter matters care new used use say says said talk talking talks meeting slide today team’s idea concept acronym abbreviation jargon thing understand don’t dont know remind one-liner summary simplest possible way supposed human non-expert outsider student child kid'
  ).split(' '),
)

/** The same in Korean, besides the words that every question asks with: whole words, and beginnings of words. */
const KOREAN =
  /^(?:게|건|것|거|란|이란|해|말|한|줄로|에게|한테|나|내가)$|^(?:뜻|의미|정의|개념|용어|약자|단어|뭔|뭐|뭘|무슨|무엇|쉽|쉬운|간단|짧|자세|다시|대체|도대체|정확히|자꾸|요즘|자주|계속|들리|들었|나오|보이|풀어|한마디|문장|설명(?!서)|부탁|알려|알고|알기|알아듣|가르쳐|궁금|해줘|해주|줄래|이라는|라는|이게|그게|재무|담당자|사람|비전공|어떻게|드리|드려|말이|말인|말을|말로|써|적혀|쓰여|초보|초등|위해|위한|수준|이해|모르|소리|얘기|하는데|말하|말씀|회의|나왔|중학생|고등학생|학생|신입|문과|임원|팀장|주실|주시|처음|이건|저건|그건|왜|중요|필요|관련)[가-힣]{0,5}$/

/** Whom something is to be said to: "비개발자한테", "임원분들께". */
const TO_WHOM = /^[가-힣]{1,8}(?:한테|에게|께|께는|한테는|에게는|입장에서|눈높이로|용으로)$/

/** The same in English, behind a word that asks to explain. */
const EXPLAINED_TO =
  /(?<=\b(?:explain|describe|define|tell)\b.*)\b(?:to|for) (?:an?|the|my|our|your|some) [\w’'-]+(?: (?!of\b|in\b|per\b)[\w’'-]+)?(?=\s*(?:[?!.,;]|$|in\b|with\b|so\b))/gi

/** What follows a Korean term within its word. */
const PARTICLES =
  '이라는게 라는게 이라는건 라는건 이라는 라는 이라고 라고 이란게 란게 이란 란 은 는 이 가 을 를 의 도 이요 요'.split(
    ' ',
  )

/** How, and for whom, something is to be explained. */
const MANNER =
  /\b(?:in|with) (?:very )?(?:plain|simple|other|a few|layman['’]?s) (?:words|terms|english|language)\b|\beli5\b|\blike i['’]?m (?:five|5)\b|\bi keep (?:hearing|seeing|reading)(?: about)?\b|\bto an? (?:finance|product|business|non-technical) person\b|(?:아주 )?(?:쉽게|쉬운 말로|알기 쉽게)|한마디로|(?:도대체|대체)(?= )/gi

/** A question without how it is to be answered, which says nothing of what it is about. */
export function withoutManner(text: string): string {
  const rest = text.replace(MANNER, ' ')
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text
}

/** "What about X?" goes on with what was asked before. */
const GOES_ON = /\b(?:what|how) about\b/i

/** Asks for a meaning, in a part of a longer message. */
const ASKS_MEANING =
  /\bwhat(?:['’]?s| is| are| was| does| do| on earth| the heck| exactly)\b|\bwhats\b|\b(?:define|explain|describe|meaning|means?|stands? for)\b|뭐|뭔|뭘|뭡|무슨|무엇|뜻|의미|정의|개념|설명|란\s?[?？]?$/i
/** Points back at what was named before. */
const POINTS_BACK =
  /\b(?:that|this|it|those|these)\b|(?:^|\s)(?:그게|그건|그거|그것|이게|이건|이거|저게|그)(?:[가-힣]{0,2})(?=\s|[?.!]|$)/i

/** Holds a question of its own. */
const ASKS = /[?？]|\b(?:what|why|which|how)\b/i

/**
 * The claim that says what a term means, when that is all a text asks, or what its last part asks;
 * undefined otherwise.
 * @param inThread something was asked before: then a term alone goes on with that
 */
export function definitionAsked(
  text: string,
  corpus: Corpus,
  inThread = false,
): Picked | undefined {
  if (GOES_ON.test(text)) return undefined
  const terms = remembered(known, corpus, () => termsOf(corpus))
  return termAsked(text, terms, inThread) ?? askedAtTheEnd(text, terms)
}

/** The term that is all a text names besides words that ask. */
function termAsked(text: string, terms: Terms, inThread = false): Defined | undefined {
  const words = wordsOf(text.replace(EXPLAINED_TO, ' '))
  if (words.length > LONGEST) return undefined
  const saysNothing = words.map((word, i) => asks(word) || TO_WHOM.test(words[i + 1] ?? ''))
  for (let length = words.length - (inThread ? 1 : 0); length > 0; length--)
    for (let from = 0; from + length <= words.length; from++) {
      const around = saysNothing.every((nothing, i) => nothing || (i >= from && i < from + length))
      const found = around && lookUp(words.slice(from, from + length), terms)
      if (found && isMeant(found.term, text)) return found
    }
  return undefined
}

/** "Everything is billed in tokens, so what is a token?", "They talk of PUE. What is that?" */
function askedAtTheEnd(text: string, terms: Terms): Defined | undefined {
  for (const start of startsOfParts(text)) {
    const [before, last] = [text.slice(0, start), text.slice(start)]
    if (!ASKS_MEANING.test(last)) continue
    const asked = termAsked(last, terms)
    if (asked) return asked
    const pointsBack = POINTS_BACK.test(last) && wordsOf(last).every(asks)
    if (pointsBack && !ASKS.test(before)) return lastNamed(before, terms)
  }
  return undefined
}

/** Where the sentences and clauses of a text begin, but for the first, in reading order. */
function startsOfParts(text: string): number[] {
  return [
    ...text.matchAll(
      /(?:[.?!。;:,]|[–—]|\s-(?=\s)|(?<=[가-힣](?:데|만|서|고|며|네|요|다))(?=\s))\s*/g,
    ),
  ]
    .map(({ 0: gap, index }) => index + gap.length)
    .filter((start) => /[\p{L}\p{N}]/u.test(text.slice(start)))
}

/** The term of a text's last sentence that is named last; of two in one place the longer. */
function lastNamed(text: string, terms: Terms): Defined | undefined {
  const words = wordsOf(
    text
      .trim()
      .split(/(?<=[.?!。])\s+/)
      .at(-1) ?? '',
  )
  for (let end = words.length; end > 0; end--)
    for (let from = Math.max(0, end - LONGEST_TERM); from < end; from++) {
      const found = lookUp(words.slice(from, end), terms)
      if (found && isMeant(found.term, text)) return found
    }
  return undefined
}

/** How many words a term has at most. */
const LONGEST_TERM = 6

type Defined = Picked & Readonly<{ term: string }>
type Terms = ReadonlyMap<string, Defined>

/** The terms of a corpus, which never changes once it is loaded. */
const known = new WeakMap<Corpus, Terms>()

/** A later note, such as a company's own, has the last word. */
function termsOf(corpus: Corpus): Terms {
  return new Map(
    corpus.notes.flatMap((note) =>
      note.claims.flatMap((claim) =>
        (claim.defines ?? []).map((term) => [keyOf(wordsOf(term)), { claim, note, term }] as const),
      ),
    ),
  )
}

function lookUp(words: readonly string[], terms: Terms): Defined | undefined {
  const last = words.at(-1) ?? ''
  const bare = PARTICLES.filter((p) => last.endsWith(p)).map((p) => last.slice(0, -p.length))
  const singular = last.replace(/(?<=[a-z]{2})s$/, '')
  return [last, ...bare, singular]
    .map((word) => terms.get(keyOf([...words.slice(0, -1), word])))
    .find((found) => found !== undefined)
}

/** A name in capitals that is long enough for a word, such as FOCUS, is meant only when it is written so. */
function isMeant(term: string, text: string): boolean {
  return !/^[A-Z]{5,}$/.test(term) || text.includes(term)
}

/** Spelled alike whatever the spaces, the hyphens and the case. */
function keyOf(words: readonly string[]): string {
  return words.join('').replace(/-/g, '')
}

function asks(word: string): boolean {
  return ENGLISH.has(word) || KOREAN.test(word) || TO_WHOM.test(word) || isAsking(word)
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(/['´`]/g, '’')
  return plain
    .replace(/(?<=[a-z])’s\b/g, (own, at: number) =>
      /(?:what|it|layman)$/.test(plain.slice(0, at)) ? own : 's',
    )
    .split(/[^\p{L}\p{N}@+’.-]+/u)
    .map((word) => word.replace(/^[-.’]+|[-.’]+$/g, ''))
    .filter((word) => word !== '')
}
