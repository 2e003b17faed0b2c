import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vitest/node'

/** A regular expression of the product and the file it stands in. */
export type Found = Readonly<{ file: string; expression: RegExp }>

/** Files that start something when they are imported. */
const STARTS = ['main.ts', 'cli.ts', 'build-index.ts']

/** Every regular expression that stands in `src`, and every one that its files make when they are loaded. */
export async function expressionsOf(folder: string): Promise<readonly Found[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) =>
    f.endsWith('.ts'),
  )
  const written = files.flatMap((file) =>
    literalsIn(parseAst(readFileSync(join(folder, file), 'utf8'), { lang: 'ts' })).map(
      (expression) => ({ file, expression }),
    ),
  )
  const made: Found[] = []
  const Usual = RegExp
  globalThis.RegExp = new Proxy(Usual, {
    construct: (target, given, as) => {
      const expression = Reflect.construct(target, given, as) as RegExp
      const [, file] = /\/src\/([\w/-]+\.ts)/.exec(new Error().stack?.split('\n')[2] ?? '') ?? []
      if (file !== undefined) made.push({ file, expression })
      return expression
    },
  })
  try {
    for (const file of files)
      if (!STARTS.includes(file)) await import(join(process.cwd(), folder, file))
  } finally {
    globalThis.RegExp = Usual
  }
  return [...written, ...made]
}

function literalsIn(node: unknown): RegExp[] {
  if (Array.isArray(node)) return node.flatMap(literalsIn)
  if (typeof node !== 'object' || node === null) return []
  if ('regex' in node) {
    const { pattern, flags } = node.regex as Readonly<{ pattern: string; flags: string }>
    return [new RegExp(pattern, flags)]
  }
  return Object.values(node).flatMap(literalsIn)
}

/** What a class of an expression stands for. */
const SAMPLES: Readonly<Record<string, string>> = { d: '1', w: 'a', s: ' ', D: 'a', S: 'a', W: ' ' }

/**
 * Texts made to keep an expression busy: its own characters and words again and again, alone and behind
 * each of its words, with and without an end that fits nothing. Each is told by its parts.
 */
export function attacksOn(source: string): readonly Attack[] {
  const words = wordsOf(source)
  const characters = charactersOf(source)
  const few = [' ', 'a', '1', '가']
  const repeated = new Set([...few, ...characters, ...words, ...words.map((w) => `${w} `)])
  const others = characters.filter((c) => !/[\p{L}\p{N}]/u.test(c)).slice(0, 6)
  return [
    ...[...repeated].flatMap((again) => ['', '\u0001'].map((end) => ({ begin: '', again, end }))),
    ...words.flatMap((begin) =>
      [...few, ...others].map((again) => ({ begin, again, end: '\u0001' })),
    ),
  ]
}

export type Attack = Readonly<{ begin: string; again: string; end: string }>

/** The text of an attack, about so many characters long. */
export function attackText({ begin, again, end }: Attack, length: number): string {
  return begin + again.repeat(Math.ceil(length / again.length)) + end
}

/** Stretches of an expression without a sign of its grammar. */
function wordsOf(source: string): string[] {
  const bare = source
    .replace(/\\[pP]\{[^}]*\}|\\[dwsbBDWS]|\[[^\]]*\]/g, '|')
    .replace(/\(\?(?:[:=!]|<[=!]|<\w+>)/g, '|')
  const words = bare.split(/[|()*+?{}^$]+/).map((word) => word.replace(/\\(.)/g, '$1'))
  return [...new Set(words)].filter(Boolean).slice(0, 40)
}

/** Characters that an expression names, or one for each class it names. */
function charactersOf(source: string): string[] {
  const named = [...source.matchAll(/\\[pP]\{[^}]*\}|\\(.)|([^\\])/gsu)].map(
    ([, escaped, plain]) => (escaped ? (SAMPLES[escaped] ?? escaped) : (plain ?? 'a')),
  )
  return [...new Set(named)].slice(0, 60)
}
