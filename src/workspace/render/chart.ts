import { axisFormat } from '../../charts/axis-format.ts'
import type { NativeChart } from '../../charts/native.ts'
import { chartSvg } from '../../charts/svg.ts'
import type { Language } from '../../language/language.ts'
import { html } from './mrkdwn.ts'

/** A chart block as a drawing, its figures told to those who do not see it. */
export function chart({ title, chart: drawn }: NativeChart, language: Language): string {
  const { categories, y_label: yLabel } = drawn.axis_config
  const series = drawn.series.map((s) => ({ name: s.name, values: s.data.map((d) => d.value) }))
  const y = { label: yLabel, unit: yLabel }
  const shown = { kind: drawn.type, title, y, categories, series, altText: '' }
  const format = axisFormat(language)
  const most = Math.max(...series.flatMap(({ values }) => values.map(Math.abs)))
  const said = series.map(
    ({ name, values }) =>
      `${name}: ${values.map((value, i) => `${categories[i]} ${format(value, yLabel, most)}`).join(', ')}`,
  )
  const label = html(`${title}. ${said.join('; ')}`)
  return `<figure class="chart" role="img" aria-label="${label}">${chartSvg(shown, format)}</figure>`
}
