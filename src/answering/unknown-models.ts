import type { Catalog } from '../catalog/types.ts'
import type { Corpus } from '../retrieval/corpus.ts'

/** Families as people write them, in both scripts, by the name the catalogue uses. */
const FAMILIES: Readonly<Record<string, string>> = {
  gpt: 'gpt|chatgpt|지피티|챗지피티',
  claude: 'claude|클로드',
  gemini: 'gemini|제미나이|제미니',
  gemma: 'gemma|젬마',
  llama: 'llama|라마',
  grok: 'grok|그록',
  deepseek: 'deepseek|딥시크',
  qwen: 'qwen|큐웬',
  mistral: 'mistral|미스트랄',
  phi: 'phi|파이',
  kimi: 'kimi|키미',
}
/** A number is a version only when it counts nothing: no unit follows, and it is no year. */
const VERSION =
  '(\\d{1,2}(?:\\.\\d{1,2})?)(?![\\d.]*\\d|\\s?(?:[kmbx]\\b|%|십|백|천|만|억|조|건|개|번|명|달러|원|토큰(?!\\s?(?:단가|가격|요금|비용|당))|장|월|년|일|초|시간|배|times|million|billion|thousand|tokens?(?! (?:price|cost))|requests?|models?|gpus?|users?|months?|years?))'
const FAMILY_OF = new Map(
  Object.entries(FAMILIES).flatMap(([family, words]) =>
    words.split('|').map((word) => [word, family] as const),
  ),
)
const FAMILY = [...FAMILY_OF.keys()].join('|')
/** Words that may stand between family and version: "Claude Opus 4.6", "클로드 오로라 9". */
const BETWEEN = `(?:[\\s-]+(?!(?:or|and|for|with|to|in|vs|at|on|is)\\b|${FAMILY})[\\p{L}]{2,12})?`
const MENTION = new RegExp(`(?<![\\p{L}\\d])(${FAMILY})${BETWEEN}[\\s-]*v?${VERSION}`, 'giu')

type Mention = Readonly<{ family: string; version: string; words: string }>

function mentionsIn(text: string): Mention[] {
  return [...text.matchAll(MENTION)].map(([words, name = '', version = '']) => ({
    family: FAMILY_OF.get(name.toLowerCase()) ?? name,
    version,
    words: words.trim(),
  }))
}

/** A model that a question names and nobody knows, with known ones of its family, the nearest versions first. */
export type UnknownModel = Readonly<{ words: string; closest: readonly string[] }>

const CLOSEST = 3

/** Finds names of models that neither the catalogue nor any note knows; versions must match exactly. */
export function createUnknownModels(
  catalog: Catalog,
  corpus: Corpus,
): (question: string) => UnknownModel | undefined {
  const key = ({ family, version }: Mention) => `${family} ${version}`
  // Read through at the first question that names a version: most name none.
  let read: ReadonlySet<string> | undefined
  const known = () => {
    read ??= new Set(textsOf(catalog, corpus).flatMap(mentionsIn).map(key))
    return read
  }
  return (question) => {
    const unknown = mentionsIn(question).find((mention) => !known().has(key(mention)))
    if (!unknown) return undefined
    const closest = catalog.models
      .flatMap(({ label }) =>
        mentionsIn(label)
          .filter(({ family }) => family === unknown.family)
          .map(({ version }) => ({
            label,
            away: Math.abs(Number(version) - Number(unknown.version)),
          })),
      )
      .sort((a, b) => a.away - b.away)
      .slice(0, CLOSEST)
    return { words: unknown.words, closest: closest.map(({ label }) => label) }
  }
}

function textsOf(catalog: Catalog, corpus: Corpus): string[] {
  return [
    ...catalog.models.flatMap((m) => [m.id, m.label, ...m.aliases]),
    ...corpus.notes.flatMap((note) => [
      note.title,
      note.body,
      ...note.claims.flatMap((c) => [c.text_en, c.text_ko, c.boundary ?? '']),
    ]),
  ]
}
