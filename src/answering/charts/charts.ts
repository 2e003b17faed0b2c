import { remembered } from '../../engine/remembered.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import type { Answer } from '../answer.ts'
import type { AnswerChart, ChartBuilder } from './answer-chart.ts'
import { costQuality } from './cost-quality.ts'
import { cumulativeCost } from './cumulative-cost.ts'
import { footprint } from './footprint.ts'
import { hasLearningCurve, learningCurve } from './learning-curve.ts'
import { paybackCurve } from './payback.ts'
import { tornado } from './tornado.ts'
import { whoBearsIt } from './who-bears-it.ts'

/** Charts that an answer may have, in the order in which they are offered. */
export const CHART_NAMES = [
  'cost-quality',
  'cumulative-cost',
  'tornado',
  'learning-curve',
  'footprint',
  'who-bears-it',
] as const

export type ChartName = (typeof CHART_NAMES)[number]

const BUILDERS: Readonly<Record<ChartName, ChartBuilder>> = {
  'cost-quality': costQuality,
  'cumulative-cost': (...asked) => cumulativeCost(...asked) ?? paybackCurve(...asked),
  tornado,
  'learning-curve': learningCurve,
  footprint,
  'who-bears-it': whoBearsIt,
}

/** What a chart is called where it is chosen. */
export const CHART_LABELS: Readonly<Record<ChartName, Bilingual>> = {
  'cost-quality': { en: 'Cost against quality', ko: '비용과 품질' },
  'cumulative-cost': { en: 'Cost over time, payback', ko: '누적 비용과 회수' },
  tornado: { en: 'What it hangs on', ko: '결론을 좌우하는 가정' },
  'learning-curve': { en: 'Learning curve', ko: '학습 곡선' },
  footprint: { en: 'Electricity and emissions', ko: '전력과 탄소 배출' },
  'who-bears-it': { en: 'Who bears it', ko: '누가 부담하나' },
}

/** A chart of an answer and its table; undefined where the answer has not the figures for it. */
export function answerChart(
  answer: Answer,
  name: ChartName,
  language: Language,
  year: number,
): AnswerChart | undefined {
  return BUILDERS[name](answer, language, year)
}

/** What was found of an answer, which is drawn several times while it is posted. */
const found = new WeakMap<Answer, readonly ChartName[]>()

/** The charts that an answer, made in a year, has the figures for. */
export function chartsOf(answer: Answer, year: number): readonly ChartName[] {
  return remembered(found, answer, () =>
    CHART_NAMES.filter((name) =>
      name === 'learning-curve'
        ? hasLearningCurve(answer)
        : answerChart(answer, name, answer.language, year),
    ),
  )
}

/** The chart with this name; undefined for any other word. */
export function chartNamed(word: string): ChartName | undefined {
  return CHART_NAMES.find((name) => name === word)
}
