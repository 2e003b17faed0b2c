import { expect, it } from 'vitest'
import { openCatalog } from '../../src/knowledge.ts'
import { handleState } from '../../src/state.ts'
import { accessStore } from '../../src/storage/access-store.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import { decisionOffice, knowledgeWith } from '../support/decision-office.ts'

const NOW = Date.parse('2026-11-24T12:00:00Z')

it('the command line lists decisions with all they rest on, as text and as data', async () => {
  const office = await decisionOffice(await knowledgeWith('', () => NOW), () => NOW)
  const { record } = await office.recorded({ task: 'classification', volume: 200_000 })
  const reply = (language: 'en' | 'ko') =>
    handleState(
      { command: 'decisions', language },
      {
        backup: undefined as never,
        charges: chargeStore(office.db),
        decisions: office.store,
        catalog: () => openCatalog({}),
        access: accessStore(office.db),
        tenant: 'T000LOCAL',
        now: () => NOW,
        owner: 'test',
        sources: [],
        newId: () => 'i1',
        build: () => Promise.reject(new Error('no digest is asked for')),
        spend: undefined as never,
        people: undefined as never,
        feedback: undefined as never,
        turns: undefined as never,
      },
    )
  const { lines, data } = await reply('en')
  expect(lines[0]).toBe('smaller (GPT-6 Luna) · classification and tagging · open · U2')
  expect(lines.join('\n')).toContain('GPT-6 Luna, input price $0.10 per million tokens')
  expect(JSON.parse(JSON.stringify(data))).toMatchObject([
    {
      id: record.id,
      state: 'open',
      owner: 'U2',
      reviewOn: '2027-02-22',
      note: null,
      verdict: { choice: 'smaller', option: 'gpt-6-luna' },
      request: { volume: { value: 200_000, kind: 'yours' } },
      figures: { usdPerMonth: { unit: 'USD/month' } },
      replay: record.recommendation.replay,
    },
  ])
  expect((await reply('ko')).lines.join('\n')).toContain('사용한 가격')
  await office.db.destroy()
})
