import { describe, expect, it } from 'vitest'
import { mayImport, mayPostSpend, maySeeSpend, maySetUp } from '../../src/access/decide.ts'
import type { Person, Place } from '../../src/access/ports.ts'
import { NOTHING_SET, type Settings } from '../../src/access/settings.ts'

const PEOPLE = {
  owner: { id: 'UOWN', standing: 'owner' },
  'named admin': { id: 'UADM', standing: 'member' },
  member: { id: 'U1', standing: 'member' },
  guest: { id: 'U1', standing: 'guest' },
  'guest named as admin': { id: 'UADM', standing: 'guest' },
  'of another company': { id: 'U1', standing: 'outsider' },
  'of another company, named as admin': { id: 'UADM', standing: 'outsider' },
  'deactivated, or a bot': { id: 'U1', standing: 'nobody' },
  'who cannot be looked up': undefined,
} as const satisfies Record<string, Person | undefined>

const PLACES = {
  'a direct message': { kind: 'private' },
  'the channel': { kind: 'channel', id: 'C1', shared: false },
  'the channel once shared with a company': { kind: 'channel', id: 'C1', shared: true },
  'another channel': { kind: 'channel', id: 'C2', shared: false },
  'a channel that cannot be looked up': undefined,
} as const satisfies Record<string, Place | undefined>

const base: Settings = { ...NOTHING_SET, admins: ['UADM'] }
const named = { people: ['U1'], groups: [] }
const SETTINGS = {
  'nothing allowed': base,
  'the channel allowed': { ...base, channels: [{ id: 'C1', people: [], groups: [] }] },
  'the channel allowed for U1': { ...base, channels: [{ id: 'C1', ...named }] },
  'the channel allowed for U2': { ...base, channels: [{ id: 'C1', people: ['U2'], groups: [] }] },
  'the channel allowed for a group of U1': {
    ...base,
    channels: [{ id: 'C1', people: [], groups: ['S1'] }],
  },
  'U1 allowed anywhere, no channel': { ...base, anywhere: named },
  'U1 allowed anywhere, the channel for U2': {
    ...base,
    anywhere: named,
    channels: [{ id: 'C1', people: ['U2'], groups: [] }],
  },
} as const satisfies Record<string, Settings>

type PersonKind = keyof typeof PEOPLE
type PlaceKind = keyof typeof PLACES
type Setting = keyof typeof SETTINGS

/** Where a full member without a role sees spend; nowhere else. */
const MEMBER: Readonly<Record<Setting, readonly PlaceKind[]>> = {
  'nothing allowed': [],
  'the channel allowed': ['the channel'],
  'the channel allowed for U1': ['the channel'],
  'the channel allowed for U2': [],
  'the channel allowed for a group of U1': ['the channel'],
  'U1 allowed anywhere, no channel': ['a direct message'],
  'U1 allowed anywhere, the channel for U2': ['a direct message', 'the channel'],
}

function allowed(person: PersonKind, place: PlaceKind, setting: Setting): boolean {
  if (person === 'owner' || person === 'named admin')
    return (
      place === 'a direct message' ||
      (place === 'the channel' && SETTINGS[setting].channels.length > 0)
    )
  return person === 'member' && MEMBER[setting].includes(place)
}

const people = Object.keys(PEOPLE) as PersonKind[]
const places = Object.keys(PLACES) as PlaceKind[]
const settings = Object.keys(SETTINGS) as Setting[]

describe.each(settings)('with %s', (setting) => {
  describe.each(people)('somebody who is %s', (person) => {
    it.each(places)('in %s', (place) => {
      const refusal = maySeeSpend({
        person: PEOPLE[person],
        place: PLACES[place],
        settings: SETTINGS[setting],
        groups: PEOPLE[person]?.id === 'U1' ? ['S1'] : [],
      })
      expect(refusal === undefined).toBe(allowed(person, place, setting))
    })
  })
})

describe('the reason', () => {
  const open = SETTINGS['the channel allowed']
  it.each([
    ['guest', 'the channel', 'guest'],
    ['of another company', 'the channel', 'outsider'],
    ['of another company', 'the channel once shared with a company', 'outsider'],
    ['deactivated, or a bot', 'the channel', 'nobody'],
    ['who cannot be looked up', 'a direct message', 'unknown-person'],
    ['owner', 'the channel once shared with a company', 'shared-channel'],
    ['owner', 'a channel that cannot be looked up', 'unknown-place'],
    ['owner', 'another channel', 'channel-not-allowed'],
    ['member', 'a direct message', 'person-not-allowed'],
  ] as const)('for somebody %s in %s is %s', (person, place, reason) =>
    expect(maySeeSpend({ person: PEOPLE[person], place: PLACES[place], settings: open })).toBe(
      reason,
    ),
  )
})

describe('posting where a whole channel sees it', () => {
  const open = SETTINGS['the channel allowed']
  it.each([
    ['the channel', [], undefined],
    ['the channel', ['UGUEST'], 'guests-present'],
    ['the channel', undefined, 'unknown-members'],
    ['the channel once shared with a company', [], 'shared-channel'],
    ['another channel', [], 'channel-not-allowed'],
    ['a direct message', [], 'channel-not-allowed'],
    ['a channel that cannot be looked up', [], 'unknown-place'],
  ] as const)('in %s with %j there who are no full members: %s', (place, outsiders, refusal) =>
    expect(mayPostSpend(PLACES[place], open, outsiders)).toBe(refusal),
  )
})

describe('setting up and importing', () => {
  it.each(people)('by somebody who is %s', (person) => {
    const asking = { person: PEOPLE[person], place: PLACES['a direct message'], settings: base }
    const can = person === 'owner' || person === 'named admin'
    expect(maySetUp(asking) === undefined).toBe(can)
    expect(mayImport(asking) === undefined).toBe(can)
  })
  it.each(['the channel', 'a channel that cannot be looked up'] as const)(
    'a file in %s is not taken even from an owner',
    (place) =>
      expect(mayImport({ person: PEOPLE.owner, place: PLACES[place], settings: base })).toBe(
        'not-private',
      ),
  )
})
