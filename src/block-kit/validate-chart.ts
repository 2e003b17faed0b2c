import { isObject, type Json, list, textOf, within } from './json.ts'
import { LIMITS } from './limits.ts'

/** What Slack would refuse a bar or line chart for: every series has one finite value a category. */
export function chartProblems(block: Json): string[] {
  const chart = isObject(block.chart) ? block.chart : {}
  const axes = isObject(chart.axis_config) ? chart.axis_config : {}
  const categories = list(axes.categories).map(String)
  const series = list(chart.series).filter(isObject)
  const names = series.map((s) => textOf(s.name))
  return [
    ...within('title', textOf(block.title), LIMITS.chartTitle, 1),
    ...(chart.type === 'bar' || chart.type === 'line' ? [] : ['neither bars nor lines']),
    ...counted('categories', categories.length, LIMITS.chartCategories),
    ...counted('series', series.length, LIMITS.chartSeries),
    ...[...categories, ...names].flatMap((text) => within('label', text, LIMITS.chartLabel, 1)),
    ...[axes.x_label, axes.y_label].flatMap((text) =>
      within('axis label', textOf(text), LIMITS.chartLabel, 0),
    ),
    ...(new Set(categories).size < categories.length ? ['a category twice'] : []),
    ...(new Set(names).size < names.length ? ['a series twice'] : []),
    ...(series.every((s) => isWhole(list(s.data), categories))
      ? []
      : ['a series without one finite value a category']),
  ]
}

function counted(what: string, count: number, most: number): string[] {
  if (count === 0) return [`no ${what}`]
  return count > most ? [`${count} ${what}, at most ${most}`] : []
}

function isWhole(data: readonly unknown[], categories: readonly string[]): boolean {
  return (
    data.length === categories.length &&
    data.every((d, i) => isObject(d) && d.label === categories[i] && Number.isFinite(d.value))
  )
}
