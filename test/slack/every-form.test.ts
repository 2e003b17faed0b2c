import type { View } from '@slack/types'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applied } from '../../src/access/changes.ts'
import { viewProblems } from '../../src/block-kit/validate.ts'
import type { DecisionForm } from '../../src/decisions/record.ts'
import { HOURS, MONTH_DAYS } from '../../src/digest/next-run.ts'
import { readSchedule } from '../../src/digest/read-schedule.ts'
import { decimalOf } from '../../src/digest/show-money.ts'
import { formValues, parseForm } from '../../src/sizing/parse-arguments.ts'
import type { SizingInput } from '../../src/sizing/request.ts'
import {
  adminForm,
  alertsForm,
  allowForm,
  budgetForm,
  READ_FORM,
} from '../../src/slack/blocks/access-forms.ts'
import { decisionForm, readDecisionForm } from '../../src/slack/blocks/decision-view.ts'
import { readScheduleForm, scheduleForm } from '../../src/slack/blocks/schedule-form.ts'
import { formInput, sizeView } from '../../src/slack/blocks/size-view.ts'
import { shippedKnowledge } from '../support/knowledge.ts'
import { known } from '../support/random-charges.ts'
import { budgets, channels, people, settings } from '../support/random-settings.ts'
import { languages, words } from '../support/random-words.ts'
import { submitted } from '../support/submitted.ts'

const RUNS = { numRuns: 100, seed: 20261129 }
const { catalog } = await shippedKnowledge()
const choices = { tasks: catalog.tasks, regions: catalog.regions }
const kept = fc.record({ seen: fc.nat(), language: languages })

const typed = words.map((text) => text.slice(0, 3000).trim()).filter((text) => text !== '')
const named = typed.map((text) => text.replaceAll(',', '').trim()).filter((text) => text !== '')
const whole = fc.integer({ min: 1, max: 1_000_000 })
const money = fc.double({ min: 0, max: 1e9, noNaN: true })
const inputs: fc.Arbitrary<SizingInput> = fc.record(
  {
    task: fc.constantFrom(...choices.tasks.map(({ id }) => id)),
    region: fc.constantFrom(...choices.regions.map(({ id }) => id)),
    ...{ volume: whole, in: whole, out: whole, latency: whole, budget: money },
    ...{ value: money, 'error-cost': money, 'price-factor': whole.map((n) => n / 1000) },
    cache: fc.double({ min: 0, max: 1, noNaN: true }),
    'current-model': typed,
    candidates: fc.array(named.map((text) => text.slice(0, 400).trim()).filter(Boolean), {
      ...{ minLength: 1, maxLength: 6 },
    }),
    ...{ only: fc.boolean(), batch: fc.boolean() },
    hosting: fc.constantFrom('api', 'self-host', 'either'),
    data: fc.constantFrom('anywhere', 'no-training', 'stays'),
    evaluation: fc.constant({
      ...{ a: 'gpt-6-astra', b: 'gpt-6-luna', aRight: 441, bRight: 430 },
      ...{ bothRight: 410, items: 500 },
    }),
  },
  { requiredKeys: [] },
)

function expectTaken(view: View): void {
  expect(viewProblems(view as never)).toEqual([])
}

describe('whatever a form is opened on, Slack takes it and reads it as it was', () => {
  it('the form of a workload', () =>
    fc.assert(
      fc.property(inputs, inputs, languages, (input, assumed, language) => {
        const target = { channel: 'C1', thread: '1.0', turn: 't', language }
        const view = sizeView(formValues(input), choices, target, formValues(assumed))
        expectTaken(view)
        expect(JSON.parse(view.private_metadata ?? '')).toEqual(target)
        expect(parseForm(formInput(submitted(view)), language)).toEqual({ ok: true, input })
      }),
      RUNS,
    ))
  it('the form of a decision', () => {
    const forms: fc.Arbitrary<DecisionForm> = fc.record({
      owner: people,
      reviewOn: fc
        .date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      note: words.map((text) => text.slice(0, 1000)),
    })
    fc.assert(
      fc.property(forms, languages, (form, language) => {
        const view = decisionForm(form, { turn: 't', language, channel: 'C1' })
        expectTaken(view)
        expect(readDecisionForm(submitted(view))).toEqual(form)
      }),
      RUNS,
    )
  })
  it('the form of a schedule', () => {
    const schedules = fc
      .record({
        timing: fc.oneof(
          fc.constant({ cadence: 'daily' as const, day: 0 }),
          fc.record({
            cadence: fc.constant('weekly' as const),
            day: fc.integer({ min: 1, max: 7 }),
          }),
          fc.record({
            cadence: fc.constant('monthly' as const),
            day: fc.integer({ min: MONTH_DAYS.first, max: MONTH_DAYS.last }),
          }),
        ),
        hour: fc.integer({ min: HOURS.first, max: HOURS.last }),
        zone: fc.constantFrom('UTC', 'Asia/Kolkata', ...Intl.supportedValuesOf('timeZone')),
        language: languages,
        currency: fc.option(fc.constantFrom('USD', 'KRW'), { nil: undefined }),
      })
      .map(({ timing, ...rest }) => known({ ...timing, ...rest }))
    fc.assert(
      fc.property(schedules, channels, kept, (schedule, channel, opened) => {
        const view = scheduleForm({ ...schedule, channel }, opened)
        expectTaken(view)
        const read = readScheduleForm(submitted(view) as never)
        expect(read.channel).toBe(channel)
        expect(readSchedule(read.words)).toEqual({ settings: schedule })
      }),
      RUNS,
    )
  })
  it('the form of alerts', () =>
    fc.assert(
      fc.property(settings, kept, (set, opened) => {
        const view = alertsForm(set, opened)
        expectTaken(view)
        const change = READ_FORM.alerts_form?.(submitted(view))
        expect(change && 'do' in change && applied(set, change)).toEqual(set)
      }),
      RUNS,
    ))
})

describe('whatever is filled in, the change is the one that was meant', () => {
  it('of a budget', () =>
    fc.assert(
      fc.property(budgets, kept, (budget, opened) => {
        const view = budgetForm(opened)
        expectTaken(view)
        const filled = {
          amount: { value: decimalOf(budget.amountNano) },
          currency: { value: budget.currency },
          team: { value: budget.team ?? null },
        }
        const change = READ_FORM.budget_form?.(submitted(view, filled))
        expect(change).toEqual({ do: 'set-budget', budget })
      }),
      RUNS,
    ))
  it('of who may see spend, and of an admin', () =>
    fc.assert(
      fc.property(channels, fc.array(people), people, kept, (channel, seeing, admin, opened) => {
        const [allow, name] = [allowForm(opened), adminForm(opened)]
        for (const view of [allow, name]) expectTaken(view)
        const filled = {
          channel: { selected_conversation: channel },
          people: { selected_users: seeing },
          person: { selected_user: admin },
        }
        expect(READ_FORM.allow_form?.(submitted(allow, filled))).toEqual({
          ...{ do: 'allow', channel, people: seeing, groups: [] },
        })
        expect(READ_FORM.admin_form?.(submitted(name, filled))).toEqual({
          ...{ do: 'name-admin', person: admin },
        })
      }),
      RUNS,
    ))
})
