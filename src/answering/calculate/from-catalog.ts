import type { Defaults } from '../../catalog/defaults.ts'
import type { Accelerator, Catalog, Model, Region } from '../../catalog/types.ts'
import { type Range, range } from '../../engine/range.ts'
import { isUnknown } from '../../engine/unknown.ts'
import type { Language } from '../../language/language.ts'
import { priceSource } from '../../sizing/draft-api.ts'
import { aliasHits } from '../facts/names.ts'
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
const MODEL_VERSION =
  /\b(?:GPT|Claude|Gemini|Llama|라마|Qwen|Mistral|DeepSeek)[\s-]?[a-z]*[\s-]?\d+(?:\.\d+)?(?![\d.]*\s?[BbMmKk%만천억])/gi

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
  const models = aliasHits(text, catalog.models, (m) => [m.id, m.label, ...m.aliases])
  const regions = aliasHits(text, catalog.regions, (r) => [r.label.en, r.label.ko, ...r.aliases])
  const singular = text.replace(/(?<=\d)s\b/g, ' ')
  const [card] = aliasHits(singular, catalog.accelerators, (a) => [a.id, a.label, ...a.aliases])
  const blank = (left: string, h: { start: number; end: number }) =>
    left.slice(0, h.start) + ' '.repeat(h.end - h.start) + left.slice(h.end)
  const masked = models
    .reduce(blank, text)
    .replace(ACCELERATOR, (name) => 'GPU'.padEnd(name.length))
    .replace(ALWAYS_ON, (words) => ' '.repeat(words.length))
    .replace(MODEL_VERSION, (name) => ' '.repeat(name.length))
  const [model] = models
  const [region] = regions
  return {
    text: masked,
    known: [
      ...(model ? ofModel(model.item, catalog, at) : []),
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

function ofModel(model: Model, catalog: Catalog, at: string): QuantityRead[] {
  const { label, dimensions, source } = model
  const row =
    model.provider === undefined ? undefined : catalog.priceAt(model.provider, model.id, at)
  const priced =
    row === undefined || isUnknown(row)
      ? []
      : (['input', 'output'] as const).map((side) =>
          read('money/1M tokens', row.price[side], label, priceSource(row), {
            currency: 'USD',
            before: `${side} `,
          }),
        )
  if (!dimensions) return priced
  const { layers, kvHeads, headSize, totalParameters, slidingWindow, mla } = dimensions
  const shaped =
    slidingWindow || mla
      ? []
      : [
          read('layers', layers, label, source.url),
          read('heads', kvHeads, label, source.url),
          read('width', headSize, label, source.url),
        ]
  return [...priced, read('parameters', totalParameters, label, source.url), ...shaped]
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
