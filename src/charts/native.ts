import { clip } from '../block-kit/escape.ts'
import { LIMITS } from '../block-kit/limits.ts'
import type { Chart, LineChart } from './chart.ts'

type Series = readonly Readonly<{ name: string; values: readonly number[] }>[]

/** Slack's native chart block; `@slack/types` 3.2 does not know it yet. */
export type NativeChart = Readonly<{
  type: 'data_visualization'
  title: string
  chart: Readonly<{
    type: 'bar' | 'line'
    series: readonly Readonly<{
      name: string
      data: readonly Readonly<{ label: string; value: number }>[]
    }>[]
    axis_config: Readonly<{ categories: readonly string[]; y_label: string }>
  }>
}>

/**
 * The block, or undefined when the chart is none that Slack draws truthfully, or is beyond its limits, and
 * has to be drawn as a picture. What bars are expected next is left to words there.
 */
export function nativeChart(chart: Chart): NativeChart | undefined {
  if (chart.kind !== 'bar' && chart.kind !== 'line') return undefined
  const series = chart.kind === 'bar' ? chart.series : linesOf(chart)
  if (!series) return undefined
  const labels = chart.categories.map(cut)
  const names = series.map((s) => cut(s.name))
  const fits =
    labels.length > 0 &&
    labels.length <= LIMITS.chartCategories &&
    series.length > 0 &&
    series.length <= LIMITS.chartSeries &&
    [labels, names].every(areLabels) &&
    series.every((s) => s.values.length === labels.length && s.values.every(Number.isFinite))
  if (!fits) return undefined
  return {
    type: 'data_visualization',
    title: clip(chart.title, LIMITS.chartTitle),
    chart: {
      type: chart.kind,
      series: series.map((s, i) => ({
        name: names[i] ?? '',
        data: s.values.map((value, at) => ({ label: labels[at] ?? '', value })),
      })),
      axis_config: { categories: labels, y_label: cut(chart.y.label) },
    },
  }
}

/** A band as three lines; none where places are not evenly spaced, or single places have a spread. */
function linesOf({ series, at, ends }: LineChart): Series | undefined {
  const steps = (at ?? []).slice(1).map((value, i) => value - (at?.[i] ?? 0))
  const isEven = steps.every((step) => Math.abs(step - (steps[0] ?? 0)) < 1e-6)
  if (!isEven) return undefined
  const lines = series.map(({ name, values, spreads = [] }): Series | undefined => {
    const known = spreads.flatMap((s) => s ?? [])
    if (known.length === 0) return [{ name, values }]
    if (known.length < values.length || !ends) return undefined
    return [
      { name, values },
      { name: ends.low, values: known.map((s) => s.low) },
      { name: ends.high, values: known.map((s) => s.high) },
    ]
  })
  return lines.every((line) => line !== undefined) ? lines.flat() : undefined
}

function cut(text: string): string {
  return clip(text, LIMITS.chartLabel)
}

/** Whether each text says something, and something else than the others. */
function areLabels(texts: readonly string[]): boolean {
  return texts.every((text) => text.trim() !== '') && new Set(texts).size === texts.length
}
