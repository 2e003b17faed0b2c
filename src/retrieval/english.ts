import snowball from 'snowball-stemmers'

const stemmer = snowball.newStemmer('english')

const FUNCTION_WORDS =
  'a an the and or but if of in on at to for from by with as is are was were be been it its this that these those'.split(
    ' ',
  )
const ASKING_WORDS =
  'do does did can could should would will shall may might what which who whom whose why how when where we i you he she they them us our your my me about into than then there here has have had not no so just really much many any some all also get got one please tell explain say said'.split(
    ' ',
  )
const STOP = new Set(FUNCTION_WORDS)
const STOP_IN_QUERIES = new Set([...FUNCTION_WORDS, ...ASKING_WORDS])
const stems = new Map<string, string>()

/** Stems of a run of any script but Korean; names with digits such as gpt-4o, 70b and 1e26 also stay whole. */
export function englishTokens(run: string, use: 'query' | 'document'): string[] {
  const stop = use === 'query' ? STOP_IN_QUERIES : STOP
  return run.split(/\s+/).flatMap((chunk) => {
    const word = chunk.replace(/['’]s\b/g, '').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    if (!word) return []
    const parts = word
      .split(/[^\p{L}\p{N}.]+/u)
      .map((p) => p.replace(/^\.+|\.+$/g, ''))
      .filter(Boolean)
    const whole = parts.length > 1 && /\d/.test(word) ? [word] : []
    return [...whole, ...parts.filter((p) => !stop.has(p)).map(stem)]
  })
}

function stem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const made = /\d/.test(word) ? word : stemmer.stem(word)
  if (stems.size < 100_000) stems.set(word, made)
  return made
}
