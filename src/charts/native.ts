import { LIMITS } from '../block-kit/limits.ts'
import type { Chart } from './chart.ts'

/** Slack's native chart block; `@slack/types` 3.2 does not know it yet. */
export type NativeChart = Readonly<{
  type: 'data_visualization'
  title: string
  chart: Readonly<{
    type: Chart['kind']
    series: readonly Readonly<{
      name: string
      data: readonly Readonly<{ label: string; value: number }>[]
    }>[]
    axis_config: Readonly<{ categories: readonly string[]; y_label: string }>
  }>
}>

/** The block, or undefined when the chart is beyond Slack's limits and has to be drawn as a picture. */
export function nativeChart({
  kind,
  title,
  yLabel,
  categories,
  series,
}: Chart): NativeChart | undefined {
  const labels = categories.map((name) => cut(name))
  const names = series.map((s) => cut(s.name))
  const fits =
    categories.length > 0 &&
    categories.length <= LIMITS.chartCategories &&
    series.length > 0 &&
    series.length <= LIMITS.chartSeries &&
    distinct(labels) &&
    distinct(names) &&
    series.every((s) => s.values.length === labels.length && s.values.every(Number.isFinite))
  if (!fits) return undefined
  return {
    type: 'data_visualization',
    title: cut(title, LIMITS.chartTitle),
    chart: {
      type: kind,
      series: series.map((s, i) => ({
        name: names[i] ?? '',
        data: s.values.map((value, at) => ({ label: labels[at] ?? '', value })),
      })),
      axis_config: { categories: labels, y_label: cut(yLabel) },
    },
  }
}

function cut(text: string, limit: number = LIMITS.chartLabel): string {
  const letters = [...text]
  return letters.length > limit ? `${letters.slice(0, limit - 1).join('')}…` : text
}

function distinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length
}
