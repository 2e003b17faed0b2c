import { expect, it } from 'vitest'
import { openCatalog } from '../../src/knowledge.ts'
import { handleState } from '../../src/state.ts'
import { accessWorld, OPEN, set } from '../support/access-world.ts'

it('the command line lists who asked, newest first, as text and as data, without figures', async () => {
  const s = await accessWorld()
  const reply = (language: 'en' | 'ko') =>
    handleState(
      { command: 'access-log', language },
      {
        backup: undefined as never,
        charges: s.charges,
        decisions: undefined as never,
        access: s.settings,
        tenant: 'A',
        now: () => 1,
        owner: 'test',
        sources: [],
        newId: () => 'i1',
        build: () => Promise.reject(new Error('no digest is asked for')),
        spend: undefined as never,
        people: undefined as never,
        feedback: undefined as never,
        turns: undefined as never,
        catalog: () => openCatalog({}),
      },
    )
  expect((await reply('en')).lines).toEqual(['Nobody has asked for spend yet.'])
  await set(s, OPEN)
  await s.command('digest preview', 'U1')
  await s.event({ type: 'app_home_opened', user: 'UMULTI', tab: 'home', channel: 'DMULTI' })
  const { lines, data } = await reply('en')
  expect(lines).toEqual([
    '2026-11-24T12:00:00.000Z\tUMULTI\tHome\tHome\trefused: guest',
    '2026-11-24T12:00:00.000Z\tU1\tC1\tdigest preview\tallowed',
  ])
  expect(data).toMatchObject([
    { person: 'UMULTI', channel: 'home', kind: 'home', allowed: false, reason: 'guest' },
    { person: 'U1', channel: 'C1', kind: 'preview', allowed: true, reason: '' },
  ])
  expect((await reply('ko')).lines[1]).toContain('\t요약 미리보기\t허용')
  await s.db.destroy()
})
