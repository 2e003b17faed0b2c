import type { Defaults } from '../catalog/defaults.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { LANGUAGES } from '../language/language.ts'
import { type Choice, DATA_CHOICES, HOSTING_CHOICES } from '../sizing/choices.ts'
import { RATED, rateOn } from './dated-rates.ts'
import { assumed, DEFAULT_LABELS } from './defaults-text.ts'
import { DEFAULT_HELP, type DefaultsGround, readValue } from './read-value.ts'
import { DEFAULT_KEYS, type DefaultKey, type WorkspaceDefaults } from './workspace-defaults.ts'

/** One default as a field of a form. */
export type DefaultField = Readonly<{
  key: DefaultKey
  label: Bilingual
  /** What it means and in which unit. */
  hint: Bilingual
  /** What is set, as it would be typed; empty where nothing is. */
  value: string
  /** What is assumed where nothing is set. */
  otherwise: Bilingual
  /** What can be chosen; a field without is typed into. */
  choices?: readonly Choice[]
}>

/** What was typed or chosen for each default; empty where nothing was. */
export type TypedDefaults = Readonly<Record<DefaultKey, string>>

/** What somebody wants who sends the form, or what is wrong with which field. */
export type ReadDefaultsForm =
  | Readonly<{ do: 'nothing' }>
  | Readonly<{
      do: 'set-defaults'
      defaults: WorkspaceDefaults
      dropped: readonly DefaultKey[]
    }>
  | Readonly<{ do: 'mend'; problems: Partial<TypedDefaults> }>

const HINTS: Readonly<Record<DefaultKey, Bilingual>> = {
  currency: {
    en: 'Money is shown in it beside US dollars, at the rate that was supplied, with its day.',
    ko: '금액을 미국 달러와 함께 이 통화로도 보여 드립니다. 운영자가 적은 환율과 그 기준일을 씁니다.',
  },
  region: {
    en: 'Where models run: a country or a region of a cloud. Emissions and water depend on it.',
    ko: '모델이 실행되는 국가 또는 클라우드 지역입니다. 배출량과 물 사용량이 이에 따라 달라집니다.',
  },
  discount: {
    en: 'What the company pays below list price for tokens, in per cent above 0% and below 100%, such as 10%.',
    ko: '회사가 토큰을 정가보다 얼마나 싸게 사는지를 10%처럼 퍼센트로 적습니다(0% 초과 100% 미만).',
  },
  language: {
    en: 'For people whose Slack is in neither English nor Korean.',
    ko: 'Slack 언어가 영어도 한국어도 아닌 사람에게 쓰는 언어입니다.',
  },
  staff: {
    en: 'US dollars that an hour of whoever looks after a self-hosted model costs, above 0 and at most 10,000, such as 120.',
    ko: '자체 호스팅 모델을 돌보는 사람의 한 시간 비용을 120처럼 미국 달러로 적습니다(0 초과 10,000 이하).',
  },
  hosting: {
    en: 'Who runs the model: its provider, your own company, or either.',
    ko: '모델을 공급사(API)가 운영하는지, 회사가 직접 운영하는지, 무엇이든 되는지를 정합니다.',
  },
  data: {
    en: 'What may happen to what is sent to a model. Options that do not keep to it are refused.',
    ko: '모델에 보내는 데이터를 어떻게 다뤄도 되는지를 정합니다. 지키지 않는 선택지는 제외합니다.',
  },
}

const NO_RATES: Bilingual = {
  en: 'US dollars alone can be chosen: I hold no rate of exchange that is in force today, and I fetch none. Whoever runs me supplies one with its day as CURRENCY_RATES, such as EUR:0.92@2026-11-01.',
  ko: '지금은 미국 달러만 고를 수 있습니다. 오늘 쓸 환율이 없고, 환율을 스스로 가져오지도 않습니다. 운영자가 CURRENCY_RATES에 EUR:0.92@2026-11-01 처럼 날짜와 함께 적어야 합니다.',
}

/** Every default as a field, on what is set. */
export function defaultFields(
  set: WorkspaceDefaults,
  ground: DefaultsGround & Readonly<{ defaults: Defaults }>,
): readonly DefaultField[] {
  const rated = RATED.filter((one) => rateOn(ground.rates, one, ground.today))
  const choices: Partial<Record<DefaultKey, readonly Choice[]>> = {
    currency: ['USD', ...rated].map((id) => named(id, id)),
    region: ground.catalog.regions,
    language: Object.entries(LANGUAGES).map(([id, name]) => named(id, name)),
    hosting: HOSTING_CHOICES,
    data: DATA_CHOICES,
  }
  return DEFAULT_KEYS.map((key) => ({
    key,
    label: DEFAULT_LABELS[key],
    hint: key === 'currency' && rated.length === 0 ? NO_RATES : HINTS[key],
    value: asTyped(key, set),
    otherwise: { en: assumed(key, ground, 'en'), ko: assumed(key, ground, 'ko') },
    ...(choices[key] ? { choices: choices[key] } : {}),
  }))
}

/**
 * Reads a form that was drawn on `was`. A field that still holds what was drawn is not read, so that a
 * value stays that could not be set today, such as a currency whose rate has gone.
 */
export function readDefaultsForm(
  typed: TypedDefaults,
  was: WorkspaceDefaults,
  ground: DefaultsGround,
  language: Language,
): ReadDefaultsForm {
  const changed = DEFAULT_KEYS.filter((key) => typed[key] !== asTyped(key, was))
  const dropped = changed.filter((key) => typed[key] === '')
  const defaults: Partial<Record<DefaultKey, unknown>> = {}
  const problems: Partial<Record<DefaultKey, string>> = {}
  for (const key of changed.filter((one) => !dropped.includes(one))) {
    const name = DEFAULT_LABELS[key][language]
    const example = DEFAULT_HELP[key].example[language]
    const read = readValue({ key, typed: typed[key], name, example }, ground, language)
    if ('problem' in read) problems[key] = read.problem
    else defaults[key] = read.value
  }
  if (Object.keys(problems).length > 0) return { do: 'mend', problems }
  if (changed.length === 0) return { do: 'nothing' }
  return { do: 'set-defaults', defaults: defaults as WorkspaceDefaults, dropped }
}

/** A default as somebody would type it. */
function asTyped(key: DefaultKey, set: WorkspaceDefaults): string {
  const value = set[key]
  if (value === undefined) return ''
  // Twelve digits: 7% as a share, times a hundred, is 7.000000000000001.
  return typeof value === 'number' && key === 'discount'
    ? `${Number((value * 100).toPrecision(12))}%`
    : String(value)
}

function named(id: string, name: string): Choice {
  return { id, label: { en: name, ko: name } }
}
