import { extraGain } from '../../engine/decision/extra-gain.ts'
import type { Estimate } from '../../engine/estimate.ts'
import type { Range } from '../../engine/range.ts'
import { showValue } from '../../language/figures.ts'
import { filled } from '../../language/filled.ts'
import { quantityLabel } from '../../language/labels.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import { showUsd } from '../../language/numbers.ts'
import type { Answer } from '../answer.ts'
import { shownFlips } from '../compose/options.ts'
import { sentenceCase } from '../compose/say.ts'
import { verdictWords } from '../compose/verdict.ts'
import type { ChartBuilder } from './answer-chart.ts'
import { rangeOf } from './drawn-options.ts'

const WORDS = {
  title: {
    en: 'What {big} earns beyond {small}, by assumption',
    ko: '{big:이/가} {small}보다 더 버는 순이익: 가정별 민감도',
  },
  axis: { en: 'USD a month more than the cheaper one', ko: '더 싼 쪽 대비 월 추가 순이익(USD)' },
  assumption: { en: 'Assumption', ko: '가정' },
  priceGap: { en: 'difference in cost', ko: '비용 차이' },
  low: { en: 'Low end', ko: '낮은 쪽' },
  high: { en: 'High end', ko: '높은 쪽' },
  turned: { en: '{what}, halved and doubled', ko: '{what}(절반과 두 배)' },
  howToRead: {
    en: 'One assumption is turned at a time, from its low end (hatched) to its high end (solid). Left of zero the dearer one loses.',
    ko: '한 번에 가정 하나씩, 낮은 쪽(빗금)에서 높은 쪽(단색)까지 바꿉니다. 0의 왼쪽이면 비싼 쪽이 손해입니다.',
  },
  flips: { en: 'The verdict changes at: ', ko: '결론이 바뀌는 값: ' },
  alt: {
    en: 'Centre {centre} a month. ',
    ko: '가운데 값은 월 {centre}입니다. ',
  },
} as const satisfies Record<string, Bilingual>

/** The figures that what the dearer option earns more is made of. */
type Parts = Readonly<{ gap: Range; value: Range; errorCost: Range; saving: Range; volume: number }>
type Turned = 'gap' | 'value' | 'errorCost' | 'saving'

/** What the dearer of two options earns beyond the cheaper one, with one assumption at a time at its ends. */
export const tornado: ChartBuilder = (answer, language) => {
  const { recommendation } = answer
  const find = (id: string) => answer.estimates.find((e) => e.id === id)
  const [gap, value, errorCost] = [find('compare.gap'), find('value'), find('error-cost')]
  const [saving, volume] = [find('compare.saving'), find('volume')]
  const parts = partsOf({ gap, value, errorCost, saving, volume })
  const [big, small] = (gap?.subject?.split(' > ') ?? []).map((id) =>
    recommendation?.options.find((o) => o.id === id),
  )
  if (!recommendation || !parts || !big || !small) return undefined
  const names = { big: big.label[language], small: small.label[language] }
  const centre = gainOf(parts)
  const turned = [
    ['gap', gap],
    ['saving', saving],
    ['value', value],
    ['errorCost', errorCost],
  ] as const
  const rows = turned
    .flatMap(([key, figure]) => (figure ? rowsOf(key, figure, parts, language) : []))
    .sort((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow))
  if (rows.length < 2) return undefined
  const flips = flipsOf(answer, language)
  const title = filled(WORDS.title, language, names)
  const said = rows.map(
    (r) =>
      `${r.name}: ${r.lowLabel} → ${showUsd(r.atLow, language)}, ${r.highLabel} → ${showUsd(r.atHigh, language)}`,
  )
  return {
    chart: {
      kind: 'tornado',
      title,
      x: { label: WORDS.axis[language], unit: 'USD' },
      centre,
      centreLabel: showUsd(centre, language),
      rows,
      notes: [WORDS.howToRead[language], ...flips],
      altText:
        `${title}. ${filled(WORDS.alt, language, { centre: showUsd(centre, language) })}${said.join('; ')}. ${flips.join(' ')}`.trim(),
    },
    table: {
      heads: [WORDS.assumption, WORDS.low, WORDS.high].map((w) => w[language]),
      rows: rows.map((r) => [
        r.name,
        `${r.lowLabel} → ${showUsd(r.atLow, language)}`,
        `${r.highLabel} → ${showUsd(r.atHigh, language)}`,
      ]),
    },
  }
}

/** What the dearer option earns more, USD a month, with some of the figures turned. */
function gainOf(
  { gap, value, errorCost, saving, volume }: Parts,
  turned: Partial<Record<Turned, number>> = {},
): number {
  const points = turned.gap ?? gap.central
  const stakes = (turned.value ?? value.central) + (turned.errorCost ?? errorCost.central)
  return extraGain(volume, points, stakes, turned.saving ?? saving.central)
}

/** The bar of an assumption; one given as a single number is halved and doubled; none where nothing changes. */
function rowsOf(key: Turned, figure: Estimate, parts: Parts, language: Language) {
  const own = parts[key]
  const isExact = own.low === own.high
  const [low, high] = isExact ? [own.central / 2, own.central * 2] : [own.low, own.high]
  const what =
    key === 'saving' ? WORDS.priceGap[language] : quantityLabel(figure.quantity, language)
  const shown = (at: number) =>
    showValue({ ...figure, value: { low: at, central: at, high: at }, kind: 'computed' }, language)
  const row = {
    name: sentenceCase(isExact ? filled(WORDS.turned, language, { what }) : what),
    atLow: gainOf(parts, { [key]: low }),
    atHigh: gainOf(parts, { [key]: high }),
    lowLabel: shown(low),
    highLabel: shown(high),
  }
  return row.atLow === row.atHigh ? [] : [row]
}

function partsOf(figures: Readonly<Record<keyof Parts, Estimate | undefined>>): Parts | undefined {
  const [gap, value, errorCost] = [
    rangeOf(figures.gap?.value),
    rangeOf(figures.value?.value),
    rangeOf(figures.errorCost?.value),
  ]
  const [saving, volume] = [rangeOf(figures.saving?.value), rangeOf(figures.volume?.value)]
  return gap && value && errorCost && saving && volume
    ? { gap, value, errorCost, saving, volume: volume.central }
    : undefined
}

/** At which value of one number the verdict is another, as the answer says. */
function flipsOf(answer: Answer, language: Language): string[] {
  const { recommendation } = answer
  if (!recommendation) return []
  const said = shownFlips(answer, recommendation).map(({ flip, current, flipsAt }) => {
    const to = verdictWords(recommendation.flips[flip]?.toChoice ?? 'cannot-tell', language)
    const what = quantityLabel(current.quantity, language)
    const at = showValue(flipsAt, language)
    return language === 'ko' ? `${what} ${at}(‘${to}’)` : `${what} ${at} (“${to}”)`
  })
  return said.length === 0 ? [] : [`${WORDS.flips[language]}${said.join('; ')}.`]
}
