import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { viewProblems } from '../../src/block-kit/validate.ts'
import { ACCESS_WORDS } from '../../src/slack/blocks/access-words.ts'
import { type HomeContent, homePause, homeView } from '../../src/slack/blocks/home-view.ts'
import { WORDS } from '../../src/slack/blocks/words.ts'
import { subCommandLines } from '../../src/slack/command-help.ts'
import { ACTIONS } from '../../src/slack/surface.ts'
import { turns } from '../support/random-answers.ts'
import { known } from '../support/random-charges.ts'
import { decisions } from '../support/random-decisions.ts'
import { channels, people, settings } from '../support/random-settings.ts'
import { languages, words } from '../support/random-words.ts'
import { brokenTexts } from '../support/whole-texts.ts'

// What fails is not made smaller: that takes minutes with values as large as these.
const RUNS = { numRuns: 40, seed: 20261129, endOnFailure: true }

const lines = fc.array(fc.oneof(words, fc.constant('R&D <team> '.repeat(300))), {
  ...{ maxLength: 30, size: 'max' },
})
const granted = fc.record({
  settings,
  owners: fc.array(people, { maxLength: 400, size: 'max' }),
  admin: fc.boolean(),
})
const denied = fc
  .record({
    refusal: fc.constantFrom('person-not-allowed' as const, 'guest' as const),
    ...{ kind: fc.constant('home' as const), person: people, channel: fc.constant('D1') },
    granters: fc.array(people, { maxLength: 3 }),
  })
  .map((denial) => ({ denial }))
const contents: fc.Arbitrary<Omit<HomeContent, 'commands'>> = fc
  .record({
    decisions: fc.array(decisions, { maxLength: 20, size: 'max' }),
    privateAnswers: fc.array(turns, { maxLength: 8 }),
    spend: fc.oneof(granted, denied),
    member: fc.option(fc.record({ defaults: lines, knowledge: lines, cost: lines }), {
      nil: undefined,
    }),
    figures: fc.option(
      fc.record({
        ...{ month: lines, health: lines },
        schedules: fc.array(
          fc.record({ channel: channels, line: fc.oneof(words, fc.constant('x&'.repeat(2000))) }),
          { maxLength: 30, size: 'max' },
        ),
      }),
      { nil: undefined },
    ),
  })
  .map(known)

type Shown = Readonly<{ accessory?: { action_id: string; value: string } }>

describe('whatever a workspace holds, its Home', () => {
  it('is taken by Slack, begins with the greeting and ends with who may see spend', () =>
    fc.assert(
      fc.property(contents, languages, (content, language) => {
        const view = homeView({ ...content, commands: subCommandLines(language) }, language)
        expect(viewProblems(view as never)).toEqual([])
        expect(brokenTexts(view.blocks)).toEqual([])
        const shown = JSON.stringify(view.blocks)
        expect(shown).toContain(JSON.stringify(WORDS.home[language]).slice(1, -1))
        const last = 'denial' in content.spend ? 'spend' : 'schedule'
        expect(shown).toContain(ACCESS_WORDS[last][language])
      }),
      RUNS,
    ))
  it('has buttons that say which settings they were drawn from, and what they take away', () =>
    fc.assert(
      fc.property(granted, languages, (spend, language) => {
        const content = { decisions: [], privateAnswers: [], commands: [] }
        const { blocks } = homeView({ ...content, spend: { ...spend, admin: true } }, language)
        const removals = (blocks as readonly Shown[]).flatMap(({ accessory }) =>
          accessory?.action_id === ACTIONS.changeSettings ? [JSON.parse(accessory.value)] : [],
        )
        const teams = spend.settings.budgets.slice(0, 15).map(({ team }) => team)
        const dropped = removals.filter(({ change }) => change.do === 'drop-budget')
        expect(dropped.map(({ change }) => change.team)).toEqual(teams)
        for (const { seen } of removals) expect(seen).toBe(spend.settings.revision)
      }),
      RUNS,
    ))
  it('is taken also where it was opened too often', () =>
    fc.assert(
      fc.property(fc.nat(), languages, (seconds, language) => {
        expect(viewProblems(homePause(seconds, language) as never)).toEqual([])
      }),
    ))
})
