import { describe, expect, it } from 'vitest'
import { readAmount } from '../../src/access/amount.ts'
import {
  applied,
  type Change,
  isProblem,
  readBudget,
  readCoolDown,
} from '../../src/access/changes.ts'
import { NOTHING_SET, type Settings } from '../../src/access/settings.ts'

const nobody = { people: [], groups: [] }
type Named = [channel?: string, people?: string[], groups?: string[]]
const audience = (...[channel, people = [], groups = []]: Named) => ({
  people,
  groups,
  ...(channel === undefined ? {} : { channel }),
})
const allow = (...named: Named): Change => ({ do: 'allow', ...audience(...named) })
const deny = (...named: Named): Change => ({ do: 'deny', ...audience(...named) })
/** The settings after some changes; what was wrong, if something was. */
const outcomeOf = (...changes: Change[]): Settings | string => {
  let settings: Settings = NOTHING_SET
  for (const change of changes) {
    const next = applied(settings, change)
    if (isProblem(next)) return next.what
    settings = next
  }
  return settings
}

describe('the audience', () => {
  it.each([
    ['a channel, to all', [allow('C1')], [{ id: 'C1', ...nobody }], nobody],
    [
      'a channel, to some, and more of them later',
      [allow('C1', ['U1']), allow('C1', ['U1', 'U2'], ['S1'])],
      [{ id: 'C1', people: ['U1', 'U2'], groups: ['S1'] }],
      nobody,
    ],
    [
      'a channel, to some and then to all',
      [allow('C1', ['U1']), allow('C1')],
      [{ id: 'C1', ...nobody }],
      nobody,
    ],
    ['people anywhere', [allow(undefined, ['U1'], ['S1'])], [], { people: ['U1'], groups: ['S1'] }],
    [
      'nothing again',
      [allow('C1'), allow(undefined, ['U1']), deny('C1'), deny(undefined, ['U1'])],
      [],
      nobody,
    ],
    [
      'a channel without one of those named',
      [allow('C1', ['U1', 'U2']), deny('C1', ['U1'])],
      [{ id: 'C1', people: ['U2'], groups: [] }],
      nobody,
    ],
    [
      'no channel once the last one named there goes',
      [allow('C1', ['U1']), deny('C1', ['U1'])],
      [],
      nobody,
    ],
    [
      'nobody denied anywhere in channels either, other than open ones',
      [
        allow('C1', ['U1']),
        allow('C2', ['U1', 'U2']),
        allow('C3'),
        allow(undefined, ['U1']),
        deny(undefined, ['U1']),
      ],
      [
        { id: 'C2', people: ['U2'], groups: [] },
        { id: 'C3', ...nobody },
      ],
      nobody,
    ],
  ])('is %s', (_, changes, channels, anywhere) =>
    expect(outcomeOf(...changes)).toMatchObject({ channels, anywhere }),
  )
  it.each([
    ['narrowing an open channel silently', [allow('C1'), allow('C1', ['U1'])], 'open'],
    ['taking one out of an open channel', [allow('C1'), deny('C1', ['U1'])], 'every-member'],
    ['denying a channel that was not allowed', [deny('C1')], 'not-allowed'],
    ['denying somebody who was not named', [allow('C1'), deny(undefined, ['U1'])], 'not-allowed'],
    ['allowing nobody', [allow(undefined)], 'nobody-named'],
    ['denying nobody', [deny(undefined)], 'nobody-named'],
  ])('refuses %s', (_, changes, problem) => expect(outcomeOf(...changes)).toBe(problem))
})

describe('admins, budgets and alerts', () => {
  const budget = (amountNano: bigint, team?: string) =>
    ({
      do: 'set-budget',
      budget: { period: 'month', amountNano, currency: 'USD', ...(team ? { team } : {}) },
    }) as const
  it('an admin is named once and taken back', () => {
    const name = { do: 'name-admin', person: 'U1' } as const
    expect(outcomeOf(name, name)).toMatchObject({ admins: ['U1'] })
    expect(outcomeOf(name, { do: 'unname-admin', person: 'U1' })).toMatchObject({ admins: [] })
    expect(outcomeOf({ do: 'unname-admin', person: 'U1' })).toBe('no-admin')
  })
  it('a team has one budget, beside the one for all spend', () => {
    expect(outcomeOf(budget(1n), budget(2n, 'support'), budget(3n, 'support'))).toMatchObject({
      budgets: [{ amountNano: 1n }, { amountNano: 3n, team: 'support' }],
    })
    expect(outcomeOf(budget(1n), { do: 'drop-budget', team: 'support' })).toBe('no-budget')
    expect(outcomeOf(budget(1n), { do: 'drop-budget' })).toMatchObject({ budgets: [] })
  })
  it('alerts keep what a change does not name, and need a channel', () => {
    const on = { do: 'set-alerts', on: true } as const
    expect(outcomeOf(on)).toBe('alert-channel')
    expect(
      outcomeOf({ ...on, channel: 'C1', coolDownHours: 24 }, { do: 'set-alerts', on: false }, on),
    ).toMatchObject({ alerts: { on: true, channel: 'C1', coolDownHours: 24 } })
  })
})

describe('what is typed', () => {
  it.each([
    ['5000', 5_000_000_000_000n],
    ['5,000.50', 5_000_500_000_000n],
    ['$1,234,567', 1_234_567_000_000_000n],
    ['₩3000000', 3_000_000_000_000_000n],
    ['0.000000001', 1n],
    ['0', undefined],
    ['-5', undefined],
    ['5,00', undefined],
    ['5.0000000001', undefined],
    ['1e5', undefined],
    ['5k', undefined],
    ['', undefined],
    ['9'.repeat(13), undefined],
  ])('as the amount "%s" is %s', (typed, nano) => expect(readAmount(typed)).toBe(nano))
  it('as a budget has all its problems told at once', () => {
    const problems = readBudget({ amount: 'lots', currency: 'dollars', team: 'x'.repeat(101) })
    expect(problems).toMatchObject([
      { field: 'amount', received: 'lots' },
      { field: 'currency', received: 'dollars' },
      { field: 'team' },
    ])
    expect(readBudget({ amount: '5000', currency: 'krw', team: ' data ' })).toEqual({
      period: 'month',
      amountNano: 5_000_000_000_000n,
      currency: 'KRW',
      team: 'data',
    })
  })
  it.each([
    ['24', 24],
    ['24h', 24],
    ['3시간', 3],
    ['672', 672],
    ['0', undefined],
    ['673', undefined],
    ['1.5', undefined],
    ['soon', undefined],
  ])('as the cool-down "%s" is %s hours', (typed, hours) => {
    const read = readCoolDown(typed)
    expect(typeof read === 'number' ? read : undefined).toBe(hours)
  })
})
