import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/answering/answer.ts'
import { sentenceText } from '../../../src/answering/plain-text.ts'
import { problemsOf } from '../../../src/answering/verify.ts'
import { masked, unmasked } from '../../../src/answering/wording/mask.ts'
import type { Language } from '../../../src/language/language.ts'
import { shippedKnowledge } from '../../support/knowledge.ts'

const { corpus } = await shippedKnowledge()
const claims = corpus.notes.flatMap((n) => n.claims)
const templateOf = (shown: string, language: Language) =>
  masked([{ claim: 'x', shown }], language, 1)?.text

describe('a sentence without its figures', () => {
  it.each([
    ['en', 'It fell by about 48% to $0.18 a month in 2024.', 'It fell by ⟦1⟧ to ⟦2⟧ in ⟦3⟧.'],
    [
      'en',
      'On an H100 it takes at least 5,000 times more than GPT-4o.',
      'On an ⟦1⟧ it takes ⟦2⟧ ⟦3⟧.',
    ],
    ['en', 'See Table 6 of 2026-01-22: 2 KB.', 'See ⟦1⟧ of ⟦2⟧: ⟦3⟧.'],
    ['en', 'On average a kWh emits 415.65 g of CO2e.', 'On average a kWh emits ⟦1⟧.'],
    ['ko', '프랑스의 GPT-4o 추정치에서는 36~48%입니다.', '프랑스의 ⟦1⟧ 추정치에서는 ⟦2⟧입니다.'],
    ['ko', '가동률이 낮으면 약 1.2배 이상 비쌉니다.', '가동률이 낮으면 ⟦1⟧ 비쌉니다.'],
    [
      'ko',
      'Llama(라마) 3.1 카드는 H100 3,930만 시간이라고 적습니다.',
      '⟦1⟧ 카드는 ⟦2⟧이라고 적습니다.',
    ],
  ] as const)('in %s: %s', (language, shown, text) =>
    expect(templateOf(shown, language)).toBe(text),
  )

  it.each(['en', 'ko'] as const)(
    'holds no digit and comes back word for word, for every claim in %s',
    (language) => {
      const faults = claims.flatMap((claim) => {
        const shown = language === 'ko' ? claim.text_ko : claim.text_en
        const template = masked([{ claim: claim.id, shown }], language, 1)
        if (!template) return [`${claim.id}: cannot be masked`]
        const back = unmasked(template.text, template)
        const answer = {
          language,
          estimates: [],
          citations: [],
          sections: [{ kind: 'findings', sentences: [back] }],
        } as unknown as Answer
        return [
          ...(sentenceText(back) === shown ? [] : [`${claim.id}: ${sentenceText(back)}`]),
          ...problemsOf(answer, { corpus, names: () => false }).map((p) => `${claim.id}: ${p}`),
        ]
      })
      expect(faults).toEqual([])
    },
  )

  it('leaves out what holds our own brackets', () =>
    expect(templateOf('Say ⟦1⟧ twice.', 'en')).toBeUndefined())
})
