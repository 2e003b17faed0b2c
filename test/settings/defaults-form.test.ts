import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { viewProblems } from '../../src/block-kit/validate.ts'
import { CURRENCIES } from '../../src/engine/estimate.ts'
import { type ManageDefaults, manageDefaults } from '../../src/settings/manage-defaults.ts'
import type { WorkspaceDefaults } from '../../src/settings/workspace-defaults.ts'
import { DATA_RULES } from '../../src/sizing/request.ts'
import type { FormState } from '../../src/slack/blocks/access-forms.ts'
import { defaultsForm, typedDefaults } from '../../src/slack/blocks/defaults-form.ts'
import {
  choicesOf,
  chosen,
  inputOf,
  type Json,
  RATES,
  untouched,
} from '../support/defaults-form.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const NOW = Date.parse('2026-11-24T12:00:00Z')

describe('the form of the defaults', () => {
  let defaults: ManageDefaults
  let regions: readonly string[]
  beforeAll(async () => {
    const knowledge = await shippedKnowledge()
    regions = knowledge.catalog.regions.map(({ id }) => id)
    defaults = manageDefaults(
      () => ({ ...knowledge, rates: RATES }),
      () => NOW,
    )
  })
  const draw = (was: WorkspaceDefaults, language: 'en' | 'ko' = 'en') =>
    defaultsForm(defaults.fields(was), { seen: 0, language, was })
  const read = (
    was: WorkspaceDefaults,
    over: Record<string, Json> = {},
    language: 'en' | 'ko' = 'en',
  ) => {
    const values = { ...untouched(draw(was, language)), ...over }
    const state = Object.fromEntries(Object.entries(values).map(([k, value]) => [k, { value }]))
    return defaults.readForm(typedDefaults(state as FormState), was, language)
  }

  it('is taken by Slack, and read back unchanged asks for nothing, whatever is set', () => {
    const anything: fc.Arbitrary<WorkspaceDefaults> = fc.record(
      {
        currency: fc.constantFrom(...CURRENCIES),
        region: fc.constantFrom(...regions, 'a region of an earlier catalogue'),
        discount: fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
        language: fc.constantFrom('en', 'ko'),
        staff: fc.double({ min: 1e-9, max: 10_000, noNaN: true }),
        hosting: fc.constantFrom('api', 'self-host', 'either'),
        data: fc.constantFrom(...DATA_RULES),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(anything, fc.constantFrom('en', 'ko'), (was, language) => {
        expect(viewProblems(draw(was, language) as never)).toEqual([])
        expect(read(was, {}, language)).toEqual({ do: 'nothing' })
      }),
      { numRuns: 150, seed: 20261129 },
    )
  })
  it('draws shares as people write them', () =>
    expect(inputOf(draw({ discount: 0.07 }), 'discount').element.initial_value).toBe('7%'))
  it('offers the currencies with a rate that is in force, and the one that is set', () => {
    expect(choicesOf(draw({}), 'currency')).toEqual(['not-set', 'USD', 'KRW'])
    expect(choicesOf(draw({ currency: 'EUR' }), 'currency')).toContain('EUR')
    expect(inputOf(draw({}), 'currency').hint.text).toContain('beside US dollars')
  })
  it('says in each list what is assumed where nothing is set', () =>
    expect(inputOf(draw({}, 'ko'), 'region').element.options?.[0]?.text.text).toBe(
      '정하지 않음: 첫 모델 공급사의 본거지',
    ))
  it('sets what was changed and takes back what was emptied, in one change', () =>
    expect(
      read(
        { region: 'KOR', discount: 0.1, hosting: 'api', language: 'ko' },
        { discount: { value: '12.5 %' }, region: chosen('not-set'), hosting: {} },
      ),
    ).toEqual({
      do: 'set-defaults',
      defaults: { discount: 0.125 },
      dropped: ['region', 'hosting'],
    }))
  it.each([
    [
      'discount',
      { value: '10' },
      'Discount on token prices: received “10”, needs the share below list price, above 0% and below 100%, e.g. 10%.',
      '토큰 가격 할인: ‘10’ 값을 받았습니다. 필요한 값: 정가보다 싼 비율(0% 초과 100% 미만), 예: 10%.',
    ],
    [
      'staff',
      { value: '20k' },
      'Cost of time: received “20k”, needs US dollars that an hour of your own people costs, above 0 and at most 10,000, e.g. 120.',
      '인건비: ‘20k’ 값을 받았습니다. 필요한 값: 사람 한 시간의 비용(미국 달러, 0 초과 10,000 이하), 예: 120.',
    ],
    [
      'currency',
      chosen('EUR'),
      'EUR cannot be the default: I hold no rate of exchange for it that is in force today',
      'EUR은 기본 통화로 정할 수 없습니다. 오늘 쓸 환율이 없고',
    ],
    [
      'region',
      chosen('Atlantis'),
      'Region: “Atlantis” is no region of the catalogue.',
      '지역: ‘Atlantis’ 지역은 카탈로그에 없습니다.',
    ],
  ])('says at %s what was received and how to mend it', (field, value, english, korean) => {
    const problems = (language: 'en' | 'ko') => read({}, { [field]: value }, language)
    expect(problems('en')).toEqual({
      do: 'mend',
      problems: { [field]: expect.stringContaining(english) },
    })
    expect(problems('ko')).toEqual({
      do: 'mend',
      problems: { [field]: expect.stringContaining(korean) },
    })
  })
})

describe('without rates of exchange', () => {
  it('the form offers dollars alone and says who supplies rates, and how', async () => {
    const knowledge = await shippedKnowledge()
    const { fields } = manageDefaults(
      () => ({ ...knowledge, rates: [] }),
      () => NOW,
    )
    const view = (language: 'en' | 'ko') => defaultsForm(fields({}), { seen: 0, language, was: {} })
    expect(choicesOf(view('en'), 'currency')).toEqual(['not-set', 'USD'])
    expect(inputOf(view('en'), 'currency').hint.text).toContain('supplies one with its day')
    expect(inputOf(view('ko'), 'currency').hint.text).toContain('미국 달러만 고를 수 있습니다')
  })
})
