import { remembered } from '../engine/remembered.ts'
import type { ClaimSearch } from '../retrieval/claim-search.ts'
import type { Concepts } from '../retrieval/concepts.ts'
import type { Claim, Note } from '../retrieval/note.ts'
import type { Passage } from '../retrieval/retriever.ts'

type About = Claim['about'][number]

/** What kinds of claim a question asks for, by its asking words, the surest first. */
const ASKED: readonly (readonly [RegExp, readonly About[]])[] = [
  [
    /\bwhat (?:is|are|does)\b|\bdefine\b|\bmean\b|뭐야|뭐예요|뭔가요|뭔지|무엇|란(?=[?\s]|$)|뜻|정의/i,
    ['definition', 'finding'],
  ],
  [
    /\bwhy\b|\bhow come\b|\breason\b|왜|이유|까닭/i,
    ['mechanism', 'comparison', 'superseded', 'finding'],
  ],
  [/\bchange[ds]?\b|\bsupersed|\boverturn|\bstill\b|바뀌|뒤집|아직/i, ['superseded', 'comparison']],
  [
    /\bhow (?:much|many|fast|big|long|far|often)\b|\bwhat share\b|얼마|몇|비율/i,
    ['figure', 'finding'],
  ],
  [
    /\bshould\b|\bcan (?:i|we)\b|\bdecid|\binvest|\bworth\b|판단|결정|투자|써도|쓸 수|해야/i,
    ['decision', 'limitation', 'practice'],
  ],
  [/\bwho\b|\bfair|\bpays?\b|누가|누구|부담/i, ['who-bears']],
  [
    /\breally\b|\btrue\b|\bright\b|정말|진짜|맞아|맞나|사실/i,
    ['superseded', 'figure', 'limitation'],
  ],
  [
    /\bversus\b|\bvs\b|\bagainst\b|\bcompare|\bbetter\b|비교|대비|보다|차이/i,
    ['comparison', 'figure'],
  ],
]

/** What a question wants that has no asking word. */
const USEFUL: readonly About[] = ['finding', 'figure', 'decision', 'comparison']

/** How much a kind that was not the first asked for counts less, step by step. */
const NEXT_KIND = 0.15

/** What a question asks for, by its asking words. */
function kindsAsked(question: string): readonly About[] {
  return ASKED.flatMap(([pattern, about]) => (pattern.test(question) ? about : []))
}

/** 1 for what only says the meaning of a term that is not asked for, else 0. */
function unaskedMeaning(question: string): (claim: Claim) => number {
  const asked = kindsAsked(question).includes('definition')
  return ({ about }) => (!asked && about.every((kind) => kind === 'definition') ? 1 : 0)
}

/** How well the kind of a claim fits what is asked for, 0 to 1. */
function kindFit(question: string): (claim: Claim) => number {
  const named = kindsAsked(question)
  const kinds = named.length > 0 ? named : USEFUL
  return (claim) =>
    claim.about.reduce((best, about) => {
      const rank = kinds.indexOf(about)
      return rank < 0 ? best : Math.max(best, 1 - rank * NEXT_KIND)
    }, 0)
}

/** Forms of figures: how a question asks for one, and how an English claim states it. */
const FORMS: readonly (readonly [asked: RegExp, stated: RegExp])[] = [
  [
    /\b(?:per|an?|each|every|one) year\b|\byearly\b|\bannual(?:ly)?\b|\bper annum\b|(?:1|일|한)\s?(?:년|해)에|(?:1|일)\s?년이면|매년|해마다|연간|연평균|연(?=\s?(?:몇|\d))/i,
    /\b(?:a|per|each|every) year\b|\byearly\b|\bannual/i,
  ],
  [
    /\bhow many times\b|\bfactor\b|\b(?:how )?many-?fold\b|몇\s?배/i,
    /\d ?x\b|\btimes\b|\bfactors?\b|-fold\b|\b(?:doubl|tripl|halv)/i,
  ],
  [/\bpercent|\bpercentage\b|\bwhat share\b|%|몇\s?(?:프로|퍼센트|할)|비율|비중/i, /%|\bpercent/i],
  [
    /\bhow much (?:money|did .* cost|does .* cost)\b|\bdollars?\b|달러|비용|얼마짜리|쓴 돈|드는 돈|든 돈|학습비/i,
    /\$|€|\bdollars?\b/,
  ],
]

/** Share of the forms of figure asked for that a claim states, 0 to 1. */
function formFit(question: string): (claim: Claim) => number {
  const asked = FORMS.filter(([form]) => form.test(question))
  return ({ text_en }) =>
    asked.length === 0
      ? 0
      : asked.filter(([, stated]) => stated.test(text_en)).length / asked.length
}

/** Words that take something for granted, or for true without exception. */
const PRESUMES =
  /\bsince (?!\d|then\b|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)|\bbecause\b|\bgiven that\b|\bnow that\b|\b(?:everyone|everybody|we all) knows?\b|\b(?:isn|aren|doesn|don|won)['’]t (?:it|they)\b|\bright\?|\bno\?|\balways\b|\bnever\b|\bguarantee|\bfor free\b|\bcosts? (?:us )?nothing\b|\bis (?:a|the) law\b|어차피|다던데|라던데|다는데|라는데|다면서|라면서|다며|라며|잖아|니까|항상|언제나|무조건|당연히|법칙이라|공짜/i

/** How much a claim sets right what a question takes for granted, 0 to 1. */
function correction(question: string): (claim: Claim) => number {
  if (!PRESUMES.test(question)) return () => 0
  return ({ about }) => (about.includes('superseded') ? 1 : about.includes('limitation') ? 0.3 : 0)
}

/** Concepts of the claims seen so far; a claim lives with one lexicon. */
const themes = new WeakMap<Claim, readonly string[]>()

/** Share of the question's concepts that a claim speaks of, 0 to 1. */
function themeFit(question: string, concepts: Concepts): (claim: Claim) => number {
  const asked = new Set(concepts.in(question))
  return (claim) => {
    if (asked.size === 0) return 0
    const own = remembered(themes, claim, () => concepts.in(`${claim.text_en}\n${claim.text_ko}`))
    return own.filter((id) => asked.has(id)).length / asked.size
  }
}

/** What each measure counts; found by trying on the calibration half of the evaluation questions. */
const WEIGHTS = { words: 1, note: 1, kind: 0.2, theme: 0.2, form: 0.4, correction: 0.5, meaning: 1 }

/** How much more its kind counts for the claim that an answer leads with. */
const LEAD_KIND = 0.8
/** The same for the form of its figure. */
const LEAD_FORM = 0.4

/** How well a claim of a note answers; higher is better. */
export type Closeness = (claim: Claim, note: Note) => number

/** The same for the claim that an answer leads with: of the kind that is asked for, unless a premise has to be set right. */
export function leading(question: string, closeness: Closeness): Closeness {
  if (PRESUMES.test(question)) return closeness
  const [kind, form] = [kindFit(question), formFit(question)]
  return (claim, note) => closeness(claim, note) + LEAD_KIND * kind(claim) + LEAD_FORM * form(claim)
}

/** Closeness by shared words, the rarer the more, by the note's place, and by the claim's kind and concepts. */
export function closenessTo(
  question: string,
  passages: readonly Passage[],
  search: ClaimSearch,
  concepts: Concepts,
): Closeness {
  const words = search(question)
  const [best] = passages
  const places = new Map(passages.map(({ note, score }) => [note.id, score / (best?.score || 1)]))
  const [kind, form, theme, corrects, meaning] = [
    kindFit(question),
    formFit(question),
    themeFit(question, concepts),
    correction(question),
    unaskedMeaning(question),
  ]
  return (claim, note) =>
    WEIGHTS.words * (words.get(claim.id) ?? 0) +
    WEIGHTS.note * (places.get(note.id) ?? 0) +
    WEIGHTS.kind * kind(claim) +
    WEIGHTS.form * form(claim) +
    WEIGHTS.theme * theme(claim) +
    WEIGHTS.correction * corrects(claim) -
    WEIGHTS.meaning * meaning(claim)
}
