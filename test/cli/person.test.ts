import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NOTHING_SET } from '../../src/access/settings.ts'
import { turn } from '../contracts/samples.ts'
import { commandLine } from '../support/command-line.ts'

let c: Awaited<ReturnType<typeof commandLine>>
beforeEach(async () => {
  c = await commandLine()
})
afterEach(() => c.close())

const TENANT = 'T000LOCAL'
const asked = (id: string, asker: string) =>
  (c.state.turns as unknown as { save: (t: ReturnType<typeof turn>) => Promise<void> }).save(
    turn({ id, asker, place: { tenant: TENANT, channel: 'C1', thread: '1.0' } }),
  )
const SETTINGS = {
  ...NOTHING_SET,
  revision: 1,
  changedBy: 'U1',
  admins: ['U1', 'U2'],
  channels: [
    { id: 'C1', people: ['U1'], groups: [] },
    { id: 'C2', people: ['U1', 'U2'], groups: [] },
  ],
  anywhere: { people: ['U1'], groups: ['S1'] },
}
const log = async () =>
  (await c.state.access.entries(10, TENANT)).map(({ kind, person, detail }) => [
    kind,
    person,
    detail,
  ])

describe('person export', () => {
  it('hands out all that is stored, and logs that it did', async () => {
    await asked('t1', 'U1')
    await asked('t2', 'U2')
    await c.state.access.save(TENANT, SETTINGS, 0)
    const { code, out } = await c.run('person', 'export', 'U1')
    expect(code).toBe(0)
    const { stored, ...head } = JSON.parse(out)
    expect(head).toEqual({
      person: 'U1',
      workspace: TENANT,
      exportedAt: '2026-11-20T12:00:00.000Z',
    })
    expect(stored.turn).toMatchObject([{ id: 't1', question: turn().question }])
    expect(stored.role).toMatchObject([{ person_id: 'U1', role: 'admin' }])
    expect(stored.settings).toEqual([
      { changed_by: 'U1', named_in: ['.channels.people', '.anywhere.people'] },
    ])
    expect(await log()).toEqual([['export', 'operator', 'U1']])
  })
  it('writes a file that its owner alone reads, and never over another', async () => {
    await asked('t1', 'U1')
    const file = join(mkdtempSync(join(tmpdir(), 'rightsize-person-')), 'u1.json')
    expect(await c.run('person', 'export', 'U1', '--out', file)).toMatchObject({
      code: 0,
      out: `Written to ${file}.`,
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(file, 'utf8')).stored.turn).toHaveLength(1)
    const again = await c.run('person', 'export', 'U1', '--out', file, '--lang', 'ko')
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining('쓸 수 없습니다(EEXIST)') })
  })
  it('says so where there is nothing', async () =>
    expect((await c.run('person', 'export', 'U9')).out).toBe('Nothing is stored by or about U9.'))
})

describe('person delete', () => {
  it('says first what it would do, then does it, and leaves no trace of the id, in the log neither', async () => {
    await asked('t1', 'U1')
    await asked('t2', 'U2')
    await c.state.access.save(TENANT, SETTINGS, 0)
    await c.run('person', 'export', 'U1')
    const planned = await c.run('person', 'delete', 'U1', '--dry-run')
    expect(planned.out).toMatch(/^Nothing was changed\. Deleting U1 would do this:/)
    expect(await c.state.turns.turn(TENANT, 't1')).toBeDefined()
    const done = await c.run('person', 'delete', 'U1')
    expect(done.out.split('\n')).toEqual([
      'U1 was deleted:',
      '1\tkept without the id\tentries of the access log, kept until their period ends',
      '1\tdeleted\troles',
      '1\tkept without the id\tsettings of the workspace',
      '1\tdeleted\tquestions with their answers and votes',
      expect.stringContaining('Messages in Slack stay there'),
    ])
    expect(await c.state.turns.turn(TENANT, 't1')).toBeUndefined()
    expect(await c.state.turns.turn(TENANT, 't2')).toBeDefined()
    expect(await log()).toEqual(
      expect.arrayContaining([
        ['delete', 'operator', ''],
        ['export', 'operator', 'UDELETED'],
      ]),
    )
    expect((await c.run('person', 'delete', 'U1', '--lang', 'ko')).out).toBe(
      'U1: 저장된 것이 없습니다.',
    )
  })
  it('denies a channel that was theirs alone, so that it does not become open to everybody', async () => {
    await c.state.access.save(TENANT, SETTINGS, 0)
    await c.run('person', 'delete', 'U1')
    expect(await c.state.access.settings(TENANT)).toEqual({
      ...SETTINGS,
      revision: 2,
      changedBy: 'operator',
      changedAt: Date.parse('2026-11-20T12:00:00Z'),
      admins: ['U2'],
      channels: [{ id: 'C2', people: ['U2'], groups: [] }],
      anywhere: { people: [], groups: ['S1'] },
    })
  })
})

describe('person, typed wrongly, is refused with how to mend it', () => {
  it.each([
    [['person'], 'person takes what to do and whom'],
    [['person', 'forget', 'U1'], 'person takes what to do and whom'],
    [['person', 'export', 'U1', '--dry-run'], 'takes no --dry-run'],
    [['person', 'delete', "u'; drop"], `member id such as U012AB3CD`],
    [['person', 'delete', '@alex', '--lang', 'ko'], 'Slack 멤버 ID로 지정합니다'],
  ])('%j', async (args, sentence) => {
    const { code, err } = await c.run(...args)
    expect(code).toBe(2)
    expect(err).toContain(sentence)
  })
})
