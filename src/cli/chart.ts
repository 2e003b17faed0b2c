import type { Answer } from '../answering/answer.ts'
import type { AnswerChart } from '../answering/charts/answer-chart.ts'
import { answerChart, CHART_NAMES, chartNamed, chartsOf } from '../answering/charts/charts.ts'
import { axisFormat } from '../charts/axis-format.ts'
import { loadPainter } from '../charts/png.ts'
import { chartSvg } from '../charts/svg.ts'
import { knowledgePaths } from '../knowledge-paths.ts'
import type { Language } from '../language/language.ts'
import { type Io, UsageError } from './io.ts'
import { writeNew } from './write-new.ts'

/** `--chart NAME`: a chart of an answer in words and as a table, and as a picture where `--out` names a file. */
export async function printChart(
  answer: Answer,
  name: string,
  out: string | undefined,
  io: Io,
): Promise<void> {
  const { language } = answer
  const shown = chosenChart(answer, name, new Date(io.now()).getUTCFullYear())
  if (out !== undefined) writeNew(out, await pictureOf(shown, out, language))
  io.out(inWords(shown))
  if (out !== undefined) io.out(language === 'ko' ? `${out}에 저장했습니다.` : `Written to ${out}.`)
}

function chosenChart(answer: Answer, word: string, year: number): AnswerChart {
  const name = chartNamed(word)
  if (!name)
    throw new UsageError({
      en: `--chart must be one of ${CHART_NAMES.join(', ')}; received "${word}".`,
      ko: `--chart 값은 ${CHART_NAMES.join(', ')} 중 하나여야 합니다. 받은 값: "${word}"`,
    })
  const shown = answerChart(answer, name, answer.language, year)
  if (shown) return shown
  const possible = chartsOf(answer, year).join(', ')
  throw new UsageError({
    en: `This answer has not the figures for the chart ${name}. ${possible === '' ? 'It has none for any other either.' : `It has those for: ${possible}.`}`,
    ko: `이 답에는 ${name} 차트를 그릴 수치가 없습니다. ${possible === '' ? '다른 차트를 그릴 수치도 없습니다.' : `그릴 수 있는 차트: ${possible}`}`,
  })
}

async function pictureOf(
  { chart }: AnswerChart,
  file: string,
  language: Language,
): Promise<string | Uint8Array> {
  const svg = chartSvg(chart, axisFormat(language))
  if (/\.svg$/i.test(file)) return svg
  if (!/\.png$/i.test(file))
    throw new UsageError({
      en: `--out must name a .png or .svg file; received "${file}".`,
      ko: `--out에는 .png 또는 .svg 파일 이름이 필요합니다. 받은 값: "${file}"`,
    })
  const paint = await loadPainter(knowledgePaths(undefined).fonts)
  if (!paint)
    throw new UsageError({
      en: 'PNG pictures need the package @resvg/resvg-js, which is not installed; name a .svg file instead.',
      ko: 'PNG 그림에는 @resvg/resvg-js 패키지가 필요한데 설치되어 있지 않습니다. 대신 .svg 파일 이름을 지정해 주십시오.',
    })
  return paint(svg)
}

/** What the chart says, and its figures, a row a line. */
function inWords({ chart, table }: AnswerChart): string {
  const rows = [table.heads, ...table.rows].map((row) => row.join(' | '))
  return [chart.title, '', ...rows, '', ...(chart.notes ?? [])].join('\n').trimEnd()
}
