import fc from 'fast-check'
import { looksLikeKey } from '../../src/access/keys.ts'
import type { Knowledge } from '../../src/answering/knowledge.ts'
import { understand } from '../../src/answering/understand.ts'
import { escapeMrkdwn, unescapeMrkdwn } from '../../src/block-kit/escape.ts'
import { utcDay } from '../../src/connectors/dates.ts'
import { toNano } from '../../src/connectors/decimal.ts'
import { parseExact } from '../../src/connectors/exact-json.ts'
import { readSpendQuestion } from '../../src/digest/questions/read-question.ts'
import { readSchedule } from '../../src/digest/read-schedule.ts'
import { readSetting } from '../../src/llm/setting.ts'
import { analyse } from '../../src/retrieval/analyse.ts'
import { parseArguments } from '../../src/sizing/parse-arguments.ts'
import { parseEvaluation } from '../../src/sizing/parse-evaluation.ts'
import { readAdminCommand } from '../../src/slack/admin-command.ts'
import { questionText } from '../../src/slack/question-listener.ts'
import { mrkdwn } from '../../src/workspace/render/mrkdwn.ts'

/** Something that reads what a person wrote, or sent in a file. */
export type Reader = Readonly<{ name: string; read: (text: string) => unknown }>

/** Everything of the product that reads foreign words; none of it may throw, hang or leave a mark. */
export function readersOf({ catalog, defaults }: Knowledge): readonly Reader[] {
  return [
    { name: 'a question', read: (text) => understand(text, catalog, defaults) },
    { name: 'a question about spend', read: (text) => readSpendQuestion(text, '2026-11-24') },
    { name: 'arguments of /model-size', read: (text) => parseArguments(text, 'ko') },
    { name: 'admin words', read: (text) => readAdminCommand(`admin ${text}`, 'en') },
    { name: 'a schedule', read: readSchedule },
    { name: 'an evaluation', read: parseEvaluation },
    { name: 'a message of Slack', read: (text) => questionText(text, 'U0BOT') },
    { name: 'escapes', read: (text) => sameAgain(text) },
    { name: 'mrkdwn in the local workspace', read: (text) => mrkdwn(text, () => undefined) },
    { name: 'a key', read: looksLikeKey },
    { name: 'an amount of a bill', read: toNano },
    { name: 'a day of a bill', read: (text) => utcDay(text) },
    { name: 'a search', read: (text) => analyse(text, 'query') },
    { name: 'a setting', read: readSetting },
    { name: 'an answer of a provider', read: (text) => orNotJson(() => parseExact(text)) },
  ]
}

/** Escaped text says the same as before, and holds nothing that Slack would act on. */
function sameAgain(text: string): void {
  const escaped = escapeMrkdwn(text)
  if (/[<>]/.test(escaped)) throw new Error('markup is left')
  if (unescapeMrkdwn(escaped) !== text) throw new Error('the text has changed')
}

/** A provider's answer that is no JSON is refused with a SyntaxError, which its reader expects. */
function orNotJson(read: () => unknown): void {
  try {
    read()
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
}

/** Pieces of what people write, and of what they should not. */
const PIECES = [
  ...[
    'how much would',
    '200k tickets a month',
    '월 200만 건',
    '비용이 얼마야',
    'gpt-6',
    'what if',
    '$',
  ],
  ...[
    'task=',
    'volume=',
    '"',
    "'",
    '“',
    '=',
    '==',
    'team=',
    'cooldown=',
    'every',
    'Monday',
    '월요일',
  ],
  ...[
    '09:00',
    'Asia/Seoul',
    '<@U012>',
    '<#C1|x>',
    '<!channel>',
    '<http://a|b>',
    '<',
    '>',
    '&lt;',
    '&',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    '{"__proto__":{"polluted":1}}',
    '[',
    '{',
  ],
  ...[
    'secret',
    'api key',
    'sk-',
    'xoxb-',
    'eyJ',
    '-----BEGIN ',
    '1',
    '1e9',
    '-0',
    'NaN',
    '½',
    '1,000.5',
  ],
  ...[
    'last week',
    '지난달',
    'why',
    '왜',
    '?',
    '\n',
    '\t',
    '\u0000',
    '\u202e',
    '  ',
    '😀',
    '\ud83d',
    'ﬁ',
    '㎏',
  ],
]

const piece = fc.constantFrom(...PIECES)
const pieces = fc.array(piece, { maxLength: 14 })

/** Texts up to the longest question: any characters, pieces of sentences, and one piece again and again. */
export const writings: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 120 }) },
  { weight: 4, arbitrary: pieces.map((some) => some.join(' ')) },
  { weight: 4, arbitrary: pieces.map((some) => some.join('')) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(piece, piece, fc.integer({ min: 1, max: 1500 }))
      .map(([begin, again, times]) => `${begin}${again.repeat(times)}`.slice(0, 4000)),
  },
)

/** Milliseconds of processor time that one reader may take over one text, be the machine as slow as it is. */
const MOST_MS = 2000

/**
 * Gives `runs` texts to every reader. Throws on the first that throws, takes too long, or leaves a mark
 * on all objects, and tells the text.
 */
export function tryReaders(readers: readonly Reader[], runs: number, seed: number): void {
  const marks = Object.getOwnPropertyNames(Object.prototype).length
  fc.assert(
    fc.property(writings, (text) => {
      for (const { name, read } of readers) {
        const before = process.cpuUsage()
        read(text)
        const ms = process.cpuUsage(before).user / 1000
        if (ms > MOST_MS) throw new Error(`${name} took ${Math.round(ms)} ms`)
      }
      if (Object.getOwnPropertyNames(Object.prototype).length !== marks)
        throw new Error('a mark was left on all objects')
    }),
    { numRuns: runs, seed, endOnFailure: true },
  )
}
