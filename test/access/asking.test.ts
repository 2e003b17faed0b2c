import { describe, expect, it } from 'vitest'
import { applied } from '../../src/access/changes.ts'
import { knowledgeFor, mayAsk, mayRecord, type Refusal } from '../../src/access/decide.ts'
import type { Person, Place } from '../../src/access/ports.ts'
import { NOTHING_SET, type Settings } from '../../src/access/settings.ts'

const PEOPLE = {
  owner: { id: 'UOWN', standing: 'owner' },
  'named admin': { id: 'UADM', standing: 'member' },
  member: { id: 'U1', standing: 'member' },
  guest: { id: 'U1', standing: 'guest' },
  'guest named as admin': { id: 'UADM', standing: 'guest' },
  'of another company': { id: 'U1', standing: 'outsider' },
  deactivated: { id: 'U1', standing: 'nobody' },
  'not to be looked up': undefined,
} as const satisfies Record<string, Person | undefined>

const PLACES = {
  'a direct message': { kind: 'private' },
  'the channel': { kind: 'channel', id: 'C1', shared: false },
  'another channel': { kind: 'channel', id: 'C2', shared: false },
  'a shared channel': { kind: 'channel', id: 'C9', shared: true },
  'no known channel': undefined,
} as const satisfies Record<string, Place | undefined>

type Who = keyof typeof PEOPLE
type Where = keyof typeof PLACES
const everybody = Object.keys(PEOPLE) as Who[]
const everywhere = Object.keys(PLACES) as Where[]

const ADMINS: readonly Who[] = ['owner', 'named admin']
const MEMBERS: readonly Who[] = [...ADMINS, 'member']
const GUESTS: readonly Who[] = ['guest', 'guest named as admin']
const of = (asking: Partial<Settings['asking']>): Settings => ({
  ...NOTHING_SET,
  admins: ['UADM'],
  asking: { ...NOTHING_SET.asking, ...asking },
})
const limited = { limited: true }
const lower: readonly Who[] = [...GUESTS, 'of another company']

/** Who may ask: in every place, and besides in some places or for one id. */
const ASKING: readonly Readonly<{
  how: string
  settings: Settings
  always: readonly Who[]
  also?: (who: Who, where: Where) => boolean
}>[] = [
  { how: 'by default', settings: of({}), always: [...MEMBERS, ...lower, 'not to be looked up'] },
  {
    how: 'without guests',
    settings: of({ guests: false }),
    always: [...MEMBERS, 'of another company'],
  },
  {
    how: 'without other companies',
    settings: of({ companies: false }),
    always: [...MEMBERS, ...GUESTS],
  },
  { how: 'with neither', settings: of({ guests: false, companies: false }), always: MEMBERS },
  { how: 'for nobody named', settings: of(limited), always: ADMINS },
  {
    how: 'in the channel alone',
    settings: of({ ...limited, channels: ['C1'] }),
    always: ADMINS,
    also: (who, where) => where === 'the channel' && [...MEMBERS, ...lower].includes(who),
  },
  {
    how: 'for U1 alone',
    settings: of({ ...limited, people: ['U1'] }),
    always: ADMINS,
    also: (who) => ['member', 'guest', 'of another company'].includes(who),
  },
  {
    how: 'for a group of U1 alone, and no guests',
    settings: of({ ...limited, groups: ['S1'], guests: false }),
    always: ADMINS,
    also: (who) => ['member', 'of another company'].includes(who),
  },
]

describe.each(ASKING)('asking $how', ({ settings, always, also = () => false }) => {
  describe.each(everybody)('by somebody who is %s', (who) => {
    it.each(everywhere)('in %s', (where) => {
      const person: Person | undefined = PEOPLE[who]
      const groups = person?.id === 'U1' ? ['S1'] : []
      const refusal = mayAsk({ person, place: PLACES[where], settings, groups })
      expect(refusal === undefined).toBe(always.includes(who) || also(who, where))
    })
  })
})

describe('the reason for not answering', () => {
  it.each([
    ['deactivated', of({}), 'members-only'],
    ['guest', of({ guests: false }), 'members-only'],
    ['of another company', of({ companies: false }), 'members-only'],
    ['member', of(limited), 'asking-limited'],
    ['guest named as admin', of(limited), 'asking-limited'],
    ['not to be looked up', of({ guests: false }), 'unknown-person'],
  ] as const satisfies readonly (readonly [Who, Settings, Refusal])[])(
    'somebody who is %s',
    (who, settings, reason) =>
      expect(mayAsk({ person: PEOPLE[who], place: PLACES['the channel'], settings })).toBe(reason),
  )
})

describe('the company’s own notes and prices', () => {
  describe.each(everybody)('for somebody who is %s', (who) => {
    it.each(everywhere)('in %s', (where) => {
      const own = where !== 'a shared channel' && where !== 'no known channel'
      expect(knowledgeFor({ person: PEOPLE[who], place: PLACES[where] })).toBe(
        MEMBERS.includes(who) && own ? 'company' : 'public',
      )
    })
  })
})

describe('recording decisions', () => {
  const analysts: Settings = { ...of({}), recorders: 'analysts' }
  const open = { ...analysts, channels: [{ id: 'C1', people: [], groups: [] }] }
  const named = { ...analysts, channels: [{ id: 'C1', people: ['U1'], groups: [] }] }
  const other = { ...analysts, channels: [{ id: 'C1', people: ['U2'], groups: [] }] }
  const anywhere = { ...analysts, anywhere: { people: [], groups: ['S1'] } }
  it.each([
    ['by every member', of({}), everywhere],
    ['by analysts, none named', analysts, []],
    ['by those of the channel', open, ['the channel']],
    ['by U1 in the channel', named, ['the channel']],
    ['by U2 in the channel', other, []],
    ['by a group of U1 anywhere', anywhere, everywhere],
  ] as const)('%s', (_, settings, places: readonly Where[]) => {
    for (const who of everybody)
      for (const where of everywhere) {
        const groups = PEOPLE[who]?.id === 'U1' ? ['S1'] : []
        const place = PLACES[where]
        const refusal = mayRecord({ person: PEOPLE[who], place, settings, groups })
        const may = ADMINS.includes(who) || (who === 'member' && places.includes(where))
        expect([who, where, refusal === undefined]).toEqual([who, where, may])
      }
  })
})

describe('a change of who may ask', () => {
  const nobody = { people: [], groups: [] }
  it('names somebody, and then only those named ask; the last one taken off leaves it to nobody', () => {
    const some = applied(NOTHING_SET, {
      do: 'allow-asking',
      people: ['U1'],
      groups: [],
      channel: 'C1',
    })
    expect(some).toMatchObject({ asking: { limited: true, people: ['U1'], channels: ['C1'] } })
    const less = applied(some as Settings, {
      do: 'deny-asking',
      people: ['U1'],
      groups: [],
      channel: 'C1',
    })
    expect(less).toMatchObject({ asking: { limited: true, people: [], channels: [] } })
    expect(applied(less as Settings, { do: 'open-asking' })).toEqual(NOTHING_SET)
  })
  it('of nobody, or of somebody who is not on the list, says so', () => {
    expect(applied(NOTHING_SET, { do: 'allow-asking', ...nobody })).toMatchObject({
      what: 'nobody-named',
    })
    expect(applied(NOTHING_SET, { do: 'deny-asking', ...nobody })).toMatchObject({
      what: 'nobody-named',
    })
    expect(applied(NOTHING_SET, { do: 'deny-asking', people: ['U7'], groups: [] })).toEqual({
      field: 'people',
      what: 'not-allowed',
      id: 'U7',
    })
  })
})
