import { filled } from '../language/filled.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { nearestWords } from '../sizing/nearest-words.ts'
import { DEFAULT_HELP, type DefaultsGround, meant, readValue, short } from './read-value.ts'
import { DEFAULT_KEYS, type DefaultKey, type WorkspaceDefaults } from './workspace-defaults.ts'

/** What somebody wants of the defaults, or everything that is wrong with the words. */
export type ReadDefaults =
  | Readonly<{ do: 'show' }>
  | Readonly<{ do: 'set-defaults'; defaults: WorkspaceDefaults }>
  | Readonly<{ do: 'drop-defaults'; keys: readonly DefaultKey[] }>
  | Readonly<{ do: 'mend'; problems: readonly string[] }>

/** The keys as they are typed in Korean. */
const KOREAN: Readonly<Record<DefaultKey, string>> = {
  currency: '통화',
  region: '지역',
  discount: '할인',
  language: '언어',
  staff: '인건비',
  hosting: '호스팅',
  data: '데이터',
}

const SAY = {
  form: {
    en: '“{word}” is not key=value, such as region=KOR; `defaults off region` takes one back.',
    ko: '‘{word}’ 부분은 지역=KOR 같은 key=value 형식이 아닙니다. 되돌리려면 `기본값 해제 지역`을 입력하십시오.',
  },
  key: {
    en: 'There is no default “{word}”.{nearest} There are: {all}.',
    ko: '‘{word}’ 기본값은 없습니다.{nearest} 정할 수 있는 것: {all}.',
  },
  off: {
    en: 'Name what to take back: {all}.',
    ko: '무엇을 해제할지 적어 주십시오: {all}.',
  },
} as const satisfies Record<string, Bilingual>

/** Reads `region=KOR discount=10%`, `off region`, or nothing, with keys in either language. */
export function readDefaults(
  text: string,
  ground: DefaultsGround,
  language: Language,
): ReadDefaults {
  const words = text.trim().split(/\s+/).filter(Boolean)
  const [first = '', ...rest] = words
  if (first === '') return { do: 'show' }
  const problems: string[] = []
  if (/^(?:off|해제)$/i.test(first)) {
    const keys = rest.flatMap((word) => keyOf(word) ?? [])
    problems.push(
      ...rest.filter((w) => keyOf(w) === undefined).map((word) => unknownKey(word, language)),
    )
    if (rest.length === 0)
      problems.push(filled(SAY.off, language, { all: DEFAULT_KEYS.join(', ') }))
    return problems.length > 0 ? { do: 'mend', problems } : { do: 'drop-defaults', keys }
  }
  const defaults: Record<string, unknown> = {}
  for (const word of words) {
    const [, named, typed = ''] = /^([^=]+)=(.+)$/.exec(word) ?? []
    const key = named === undefined ? undefined : keyOf(named)
    if (named === undefined) problems.push(filled(SAY.form, language, { word: short(word) }))
    else if (key === undefined) problems.push(unknownKey(named, language))
    else {
      const value = typed.replace(/^["“'](.*)["”']$/, '$1')
      const example = `${language === 'ko' ? KOREAN[key] : key}=${DEFAULT_HELP[key].example[language]}`
      const read = readValue({ key, typed: value, name: key, example }, ground, language)
      if ('problem' in read) problems.push(read.problem)
      else defaults[key] = read.value
    }
  }
  return problems.length > 0 ? { do: 'mend', problems } : { do: 'set-defaults', defaults }
}

function keyOf(word: string): DefaultKey | undefined {
  return DEFAULT_KEYS.find((key) => key === word.toLowerCase() || KOREAN[key] === word)
}

function unknownKey(word: string, language: Language): string {
  const keys = [...DEFAULT_KEYS, ...Object.values(KOREAN)]
  const nearest = meant(nearestWords(word, keys, 1), language)
  const all = language === 'ko' ? Object.values(KOREAN) : DEFAULT_KEYS
  return filled(SAY.key, language, { word: short(word), nearest, all: all.join(', ') })
}
