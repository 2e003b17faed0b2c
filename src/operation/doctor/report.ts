import type { Bilingual, Language } from '../../language/language.ts'
import type { Checked, Finding } from './finding.ts'

const STATES: Readonly<Record<Finding['state'], Bilingual>> = {
  ok: { en: 'ok', ko: '정상' },
  problem: { en: 'PROBLEM', ko: '문제' },
  skipped: { en: 'skipped', ko: '건너뜀' },
}

/** A table of what was found, and a line that sums it up. */
export function reportLines(checked: readonly Checked[], language: Language): readonly string[] {
  const rows = checked.map(({ state, title, says }) => ({
    ...{ state: STATES[state][language], title: title[language] },
    says: says[language].split('\n'),
  }))
  const [states, titles] = [widest(rows.map((r) => r.state)), widest(rows.map((r) => r.title))]
  const indent = ' '.repeat(states + titles + 4)
  const problems = checked.filter((c) => c.state === 'problem').length
  return [
    ...rows.flatMap(({ state, title, says: [first = '', ...rest] }) => [
      `${padded(state, states)}  ${padded(title, titles)}  ${first}`,
      ...rest.map((line) => `${indent}${line}`),
    ]),
    summary(problems, language),
  ]
}

function summary(problems: number, language: Language): string {
  if (language === 'ko') return problems === 0 ? '고칠 것이 없습니다.' : `고칠 문제: ${problems}건`
  if (problems === 0) return 'Nothing to mend.'
  return problems === 1 ? '1 problem to mend.' : `${problems} problems to mend.`
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map(width))
}

function padded(text: string, to: number): string {
  return text + ' '.repeat(to - width(text))
}

/** Columns on a terminal: Hangul takes two. */
function width(text: string): number {
  return [...text].reduce((sum, c) => sum + (/\p{Script=Hangul}/u.test(c) ? 2 : 1), 0)
}
