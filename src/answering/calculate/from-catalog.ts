import type { Defaults } from '../../catalog/defaults.ts'
import type { Accelerator, Catalog, Model, Region } from '../../catalog/types.ts'
import { type Range, range } from '../../engine/range.ts'
import { isUnknown } from '../../engine/unknown.ts'
import type { Language } from '../../language/language.ts'
import { priceSource } from '../../sizing/draft-api.ts'
import {
  aliasesOfAccelerators,
  aliasesOfModels,
  aliasesOfRegions,
  aliasHits,
  unique,
  withoutModels,
} from '../facts/names.ts'
import type { QuantityRead, What } from './quantities.ts'

/** A text without the names in it, and what the catalogue knows of the things named. */
export type NamedFigures = Readonly<{ text: string; known: readonly QuantityRead[] }>

/** Text lengths are good to about this share (knowledge/catalog/defaults.yml). */
const LENGTH_ERROR = 0.15
/** Accelerators that people name, known to the catalogue or not. */
const ACCELERATOR =
  /\b(?:[ABHLV]\d{2,3}0?S?|GB?[23]00|MI3\d{2}X?|RTX ?\d{4})(?:s\b|(?![A-Za-z\d]))/g
/** Round the clock: no length of time of its own beside a month. */
const ALWAYS_ON = /\b24 ?[/x] ?7\b|24 ?시간(?= ?(?:내내|상시|가동|돌리|돌려)[^?]*(?:월|달))/g

/**
 * Takes names of models and accelerators out of a text, so that their digits are not read as figures,
 * and looks up what the catalogue holds for them and for the places named.
 */
export function namedFigures(
  text: string,
  language: Language,
  catalog: Catalog,
  defaults: Defaults,
  at: string,
): NamedFigures {
  const models = aliasHits(text, aliasesOfModels(catalog))
  const regions = aliasHits(text, aliasesOfRegions(catalog))
  const singular = text.replace(/(?<=\d)s\b/g, ' ')
  const [card] = aliasHits(singular, aliasesOfAccelerators(catalog))
  const masked = withoutModels(text, catalog)
    .replace(ACCELERATOR, (name) => 'GPU'.padEnd(name.length))
    .replace(/GPU(\s*)[x×](?=\s?\d)/g, 'GPU$1 ')
    .replace(ALWAYS_ON, (words) => ' '.repeat(words.length))
  const [model] = models
  const priced = unique(models.map(({ item }) => item)).filter((m) => m.provider !== undefined)
  // Of several models none is "the" model; two named once each are set side by side.
  const ranked = priced.length === 2 && models.length === 2
  const [region] = regions
  return {
    text: masked,
    known: [
      ...(ranked
        ? priced.flatMap((m, i) => pricesOf(m, catalog, at).map((q) => ({ ...q, rank: i + 1 })))
        : priced.length === 1
          ? priced.flatMap((m) => pricesOf(m, catalog, at))
          : []),
      ...(model ? shapeOf(model.item) : []),
      ...(region ? ofRegion(region.item, language) : []),
      ...(card ? ofAccelerator(card.item) : []),
      ...ofText(language, defaults),
    ],
  }
}

type More = Partial<Pick<QuantityRead, 'currency' | 'period' | 'before' | 'spread'>>

function read(
  what: What,
  value: number,
  words: string,
  source: string,
  more: More = {},
): QuantityRead {
  return { what, value, words, source, before: '', after: '', start: -1, end: -1, ...more }
}

function pricesOf(model: Model, catalog: Catalog, at: string): QuantityRead[] {
  const row =
    model.provider === undefined ? undefined : catalog.priceAt(model.provider, model.id, at)
  if (row === undefined || isUnknown(row)) return []
  const { price } = row
  return (['input', 'output'] as const).map((side) => ({
    ...read('money/1M tokens', price[side], model.label, priceSource(row), {
      currency: 'USD',
      before: `${side} `,
    }),
    ...(price.longPrompt
      ? { beyond: { tokens: price.longPrompt.aboveTokens, value: price.longPrompt[side] } }
      : {}),
  }))
}

/** A request's own length, not what all of them come to. */
const OF_ONE_REQUEST =
  /\b(?:an?|one|each|per|single) (?:\w+ )?(?:prompt|request|call|doc\w*)\b|요청|건당|프롬프트/i

/** Prices of prompts as long as those in the question: beyond a length all of it costs more. */
export function forLength(
  known: readonly QuantityRead[],
  own: readonly QuantityRead[],
  text: string,
): QuantityRead[] {
  const counted = own.some((q) => q.what === 'items') || OF_ONE_REQUEST.test(text)
  const lengths = own
    .filter((q) => q.what === 'tokens/item' || (q.what === 'tokens' && counted))
    .map((q) => q.value)
  const longest = Math.max(0, ...lengths)
  return known.map((q) =>
    q.beyond && longest > q.beyond.tokens ? { ...q, value: q.beyond.value } : q,
  )
}

function shapeOf({ label, dimensions, source }: Model): QuantityRead[] {
  if (!dimensions) return []
  const { layers, kvHeads, headSize, totalParameters, slidingWindow, mla } = dimensions
  const shaped =
    slidingWindow || mla
      ? []
      : [
          read('layers', layers, label, source.url),
          read('heads', kvHeads, label, source.url),
          read('width', headSize, label, source.url),
        ]
  return [read('parameters', totalParameters, label, source.url), ...shaped]
}

/** The average, location-based intensity; the other kinds answer other questions. */
function ofRegion({ averageIntensity, label }: Region, language: Language): QuantityRead[] {
  return averageIntensity
    ? [read('mass/kWh', averageIntensity.gPerKwh, label[language], GRID_NOTE)]
    : []
}

/** The note that stands behind the grid intensities of the catalogue. */
const GRID_NOTE = 'grid-carbon'

function ofAccelerator({ id, label, spec, rent, source }: Accelerator): QuantityRead[] {
  return [
    read('memory/GPU', spec.memoryGB, label, source.url),
    read('bandwidth', spec.bandwidthGBPerSecond, label, source.url),
    read('flop/s', spec.bf16TeraFlops, label, source.url),
    ...(spec.powerW === undefined ? [] : [read('power', spec.powerW, label, source.url)]),
    ...(rent
      ? [
          read('money/hour', rent.usdPerHour.central, label, `rent:${id}`, {
            currency: 'USD',
            period: 'hour',
            spread: rent.usdPerHour,
          }),
        ]
      : []),
  ]
}

/** Tokens of a page, word and character in the language of the question. */
function ofText(language: Language, { text_lengths }: Defaults): QuantityRead[] {
  const { tokens_per_word, characters_per_token } = text_lengths[language]
  const about = (value: number): Range =>
    range(value * (1 - LENGTH_ERROR), value, value * (1 + LENGTH_ERROR))
  const each = (what: What, value: number) =>
    read(what, value, '', 'assumed', { spread: about(value) })
  return [
    each('tokens/page', text_lengths.words_per_page * tokens_per_word),
    each('tokens/word', tokens_per_word),
    each('tokens/character', 1 / characters_per_token),
  ]
}
