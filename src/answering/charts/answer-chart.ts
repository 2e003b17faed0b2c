import type { Chart } from '../../charts/chart.ts'
import type { Language } from '../../language/language.ts'
import type { Answer } from '../answer.ts'

/** The figures of a chart as text: the heads, and rows as long as they are. */
export type ChartTable = Readonly<{
  heads: readonly string[]
  rows: readonly (readonly string[])[]
}>

/** A chart of an answer, and the same figures as a table. */
export type AnswerChart = Readonly<{ chart: Chart; table: ChartTable }>

/** Makes a chart from the figures of an answer; undefined where it has not enough of them. */
export type ChartBuilder = (
  answer: Answer,
  language: Language,
  /** Year in which the emissions happen. */
  year: number,
) => AnswerChart | undefined
