import { isUnknown } from '../engine/unknown.ts'
import type { Language } from '../language/language.ts'
import type { Pilot } from './recommendation.ts'

type Words = Readonly<{
  columns: readonly string[]
  answer: (option: string) => string
  right: (option: string) => string
}>

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    columns: ['item', 'input', 'right answer', 'first to be judged'],
    answer: (option) => `answer of ${option}`,
    right: (option) => `${option} right (1 or 0)`,
  },
  ko: {
    columns: ['항목', '입력', '정답', '먼저 채점할 모델'],
    answer: (option) => `${option} 답변`,
    right: (option) => `${option} 정답 여부 (1 또는 0)`,
  },
}

/**
 * The sheet of a pilot as CSV, a row an item: both options answer every item, and which is judged first
 * takes turns, so that neither gains by its place. The marks are what the `evaluation` key counts.
 */
export function pilotSheet({ items, between }: Pilot, language: Language): string {
  const { columns, answer, right } = WORDS[language]
  const rows = isUnknown(items.value) ? 0 : items.value.central
  const header = [...columns, ...between.map(answer), ...between.map(right)]
  const lines = Array.from({ length: rows }, (_, i) => [
    i + 1,
    '',
    '',
    between[i % 2],
    '',
    '',
    '',
    '',
  ])
  return [header, ...lines].map((cells) => cells.map(cell).join(',')).join('\n')
}

/** Quoted where CSV asks for it. */
function cell(value: string | number | undefined): string {
  const text = String(value ?? '')
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
