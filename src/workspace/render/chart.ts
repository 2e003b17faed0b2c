import { axisFormat } from '../../charts/axis-format.ts'
import type { NativeChart } from '../../charts/native.ts'
import { chartSvg } from '../../charts/svg.ts'
import type { Language } from '../../language/language.ts'
import { html } from './mrkdwn.ts'

/** A chart block as a drawing, its figures told to those who do not see it. */
export function chart(block: NativeChart, language: Language): string {
  const { title } = block
  const { type: kind, series, axis_config: axes } = block.chart
  const { categories, y_label: yLabel } = axes
  const format = axisFormat(yLabel, language)
  const said = series.map(
    (s) => `${s.name}: ${s.data.map((d) => `${d.label} ${format(d.value)}`).join(', ')}`,
  )
  const drawn = chartSvg(
    {
      ...{ kind, title, yLabel, categories, altText: '' },
      series: series.map((s) => ({ name: s.name, values: s.data.map((d) => d.value) })),
    },
    format,
  )
  return `<figure class="chart" role="img" aria-label="${html(`${title}. ${said.join('; ')}`)}">${drawn}</figure>`
}
