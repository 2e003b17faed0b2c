import { expect, it } from 'vitest'
import { NOTHING_SET } from '../../src/access/settings.ts'
import { charge, reading } from '../contracts/samples.ts'
import { accessWorld, OPEN, set } from '../support/access-world.ts'
import { slackInProcess } from '../support/slack-in-process.ts'

const SPENT = charge({ day: '2026-11-18', nano: 77_000_000_000n })

it('with one bot token, what the command line imported is what Slack shows, whatever the team is called', async () => {
  const s = await slackInProcess(() => ({ tenant: 'INSTALLATION' }))
  const channels = [{ id: 'C1', people: [], groups: [] }]
  await s.settings.save('INSTALLATION', { ...NOTHING_SET, revision: 1, channels }, 0)
  await s.charges.replace('INSTALLATION', 'csv', reading([SPENT]), 0)
  await s.command('digest preview', 'UOWN')
  expect(String(s.sent.at(-1)?.body.text)).toContain('Total $77.00')
})
it('without a tenant of its own each workspace sees its own', async () => {
  const s = await accessWorld()
  await set(s, OPEN)
  await s.charges.replace('INSTALLATION', 'csv', reading([SPENT]), 0)
  await s.command('digest preview', 'UOWN')
  expect(String(s.sent.at(-1)?.body.text)).toContain('Total $4,321.00')
})
