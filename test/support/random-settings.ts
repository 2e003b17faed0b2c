import fc from 'fast-check'
import { type Budget, NOTHING_SET, type Settings } from '../../src/access/settings.ts'
import { known } from './random-charges.ts'
import { words } from './random-words.ts'

const ids = (letter: string) =>
  fc.stringMatching(/^[A-Z0-9]{8,10}$/).map((rest) => `${letter}${rest}`)
export const people = ids('U')
export const channels = ids('C')
const named = fc.record({
  people: fc.array(people, { maxLength: 80, size: 'max' }),
  groups: fc.array(ids('S'), { maxLength: 80, size: 'max' }),
})

/** Budgets as the form and the command take them. */
export const budgets: fc.Arbitrary<Budget> = fc
  .record({
    team: fc.option(
      words.map((text) => [...text].slice(0, 50).join('').trim()).filter((text) => text !== ''),
      { nil: undefined },
    ),
    amountNano: fc.bigInt({ min: 1n, max: 10n ** 21n - 1n }),
    currency: fc.constantFrom('USD', 'KRW', 'EUR', 'KWD'),
  })
  .map((budget) => ({ ...known(budget), period: 'month' }))

const alerts = fc
  .record({
    channel: fc.option(channels, { nil: undefined }),
    on: fc.boolean(),
    coolDownHours: fc.integer({ min: 1, max: 672 }),
  })
  .map((set) => known({ ...set, on: set.on && set.channel !== undefined }))

/** Settings of workspaces large and small. */
export const settings: fc.Arbitrary<Settings> = fc
  .record({
    revision: fc.nat(),
    admins: fc.array(people, { maxLength: 30, size: 'max' }),
    channels: fc.array(
      fc.tuple(channels, named).map(([id, who]) => ({ id, ...who })),
      { maxLength: 20, size: 'max' },
    ),
    anywhere: named,
    budgets: fc.array(budgets, { maxLength: 25, size: 'max' }),
    alerts,
    asking: fc
      .tuple(named, fc.array(channels, { maxLength: 40, size: 'max' }))
      .chain(([who, where]) =>
        fc.record({
          ...{ limited: fc.boolean(), guests: fc.boolean(), companies: fc.boolean() },
          ...{ channels: fc.constant(where), people: fc.constant(who.people) },
          groups: fc.constant(who.groups),
        }),
      ),
    recorders: fc.constantFrom('members', 'analysts'),
  })
  .map((set) => ({ ...NOTHING_SET, ...set }))
