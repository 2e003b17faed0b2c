import type { Catalog } from '../catalog/types.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { nearestWords } from '../sizing/nearest-words.ts'
import { parseArguments } from '../sizing/parse-arguments.ts'
import type { SizingInput } from '../sizing/request.ts'
import { KEY_HELP } from '../sizing/request-sentences.ts'
import { aliasesOfModels, findNames } from './facts/names.ts'
import type { Knowledge } from './knowledge.ts'
import { understand } from './understand.ts'

/** Two models and the workload to hold them against, or what is wrong with what was named. */
export type Comparison =
  | Readonly<{ input: SizingInput }>
  | Readonly<{ problems: readonly string[] }>

const PAIR = /([A-Za-z][\w-]*)\s*=\s*("[^"]*"|“[^”]*”|'[^']*'|\S+)/g
/** Words between and around two names. */
const BETWEEN =
  /^(?:vs\.?|versus|and|with|to|or|against|the|for|와|과|하고|랑|이랑|대|및|비교|[,&+/·])$/i
const DIGIT = /\d/

const PROBLEMS = {
  two: {
    en: 'Name two models, such as: compare gpt-6-astra gpt-6-luna.',
    ko: '모델 두 개를 적어 주십시오. 예: 비교 gpt-6-astra gpt-6-luna',
  },
  many: {
    en: 'Two models are compared at a time; received {names}.',
    ko: '한 번에 두 모델을 비교합니다. 받은 모델: {names}.',
  },
  one: {
    en: '{name} is one model; name another one to compare it with.',
    ko: '모델이 {name} 하나뿐입니다. 비교할 다른 모델을 하나 더 적어 주십시오.',
  },
  unknown: {
    en: '“{name}” is not a model of the catalogue.',
    ko: '‘{name}’ 모델은 카탈로그에 없습니다.',
  },
  nearest: { en: ' Nearest: {names}.', ko: ' 비슷한 이름: {names}.' },
  impossible: {
    en: '“{words}” does not fit. What I need: {help}.',
    ko: '“{words}” 값은 쓸 수 없습니다. 필요한 값: {help}.',
  },
} as const satisfies Record<string, Bilingual>

/**
 * Reads "gpt-6-astra vs gpt-6-luna, tag 200k tickets a month" with or without `key=value`. Names are
 * looked up exactly. Undefined where nothing in it looks like a model: then it compares something else.
 */
export function readComparison(
  text: string,
  { catalog, defaults }: Pick<Knowledge, 'catalog' | 'defaults'>,
  language: Language,
): Comparison | undefined {
  const pairs = [...text.matchAll(PAIR)].map(([pair]) => pair)
  const words = pairs.reduce((left, pair) => left.replace(pair, ' '), text)
  const { models } = findNames(words, catalog, defaults)
  const strange = otherWords(words, catalog)
  const broken = strange.filter((word) => findNames(word, catalog, defaults).models.length > 0)
  if (broken.length > 0) return { problems: unknownNames(broken, catalog, language) }
  const [a, b, ...more] = models
  if (!a || !b) {
    const missing = strange.slice(0, 2 - models.length)
    if (missing.length === 0 && a)
      return { problems: [PROBLEMS.one[language].replace('{name}', a.label)] }
    if (text.trim() === '') return { problems: [PROBLEMS.two[language]] }
    return a || missing.some((name) => DIGIT.test(name))
      ? { problems: unknownNames(missing, catalog, language) }
      : undefined
  }
  if (more.length > 0) {
    const names = models.map((m) => m.label).join(', ')
    return { problems: [PROBLEMS.many[language].replace('{names}', names)] }
  }
  const given = pairs.length > 0 ? parseArguments(pairs.join(' '), language) : undefined
  if (given && 'problems' in given) return { problems: given.problems.map((p) => p.sentence) }
  const { input, impossible } = understand(words, catalog, defaults, language)
  if (impossible.length > 0)
    return {
      problems: impossible.map(({ key, words: received }) =>
        PROBLEMS.impossible[language]
          .replace('{words}', received)
          .replace('{help}', KEY_HELP[key][language]),
      ),
    }
  const { 'current-model': current, ...workload } = input
  return {
    input: {
      ...workload,
      ...(current === a.id || current === b.id ? { 'current-model': current } : {}),
      ...(given && 'input' in given ? given.input : {}),
      candidates: [a.id, b.id],
      only: true,
    },
  }
}

/** The words beside the names of models; a name that goes on differently, such as "gpt-6-lunna", is one of them. */
function otherWords(words: string, catalog: Catalog): readonly string[] {
  const rest = aliasesOfModels(catalog).reduce(
    (left, { pattern }) =>
      left.replace(pattern, (name, at: number) =>
        /^-\p{L}/u.test(left.slice(at + name.length)) ? name : ' ',
      ),
    words,
  )
  return rest.split(/[\s,]+/).filter((word) => word !== '' && !BETWEEN.test(word))
}

function unknownNames(
  names: readonly string[],
  { models }: Catalog,
  language: Language,
): readonly string[] {
  const ids = models.map(({ id }) => id)
  return names.map((name) => {
    const nearest = nearestWords(name, ids)
    const unknown = PROBLEMS.unknown[language].replace('{name}', name.slice(0, 60))
    return nearest.length === 0
      ? unknown
      : unknown + PROBLEMS.nearest[language].replace('{names}', nearest.join(', '))
  })
}
