import fc from 'fast-check'
import type { Language } from '../../src/language/language.ts'

/** What Slack gives a meaning, what breaks lines, letters of two code units, joined and from right to left. */
const HOSTILE = [
  '<!channel> <@U1> <https://e.example|x> &amp; *b* _i_ ~s~ `c` ```',
  '\u202e\u200b\u0000\r\n\t',
  '👩‍👩‍👧‍👦🇰🇷'.repeat(40),
  '가나다라 '.repeat(900),
  'x'.repeat(3001),
  '"\\/'.repeat(1500),
  '',
]
/** Text as foreign as it gets: of any letters, of any length, empty, or with a meaning to Slack. */
export const words = fc.oneof(
  fc.string({ maxLength: 60, unit: 'grapheme' }),
  fc.constantFrom(...HOSTILE),
  fc.string({ maxLength: 4000 }),
)

export const languages: fc.Arbitrary<Language> = fc.constantFrom('en', 'ko')
