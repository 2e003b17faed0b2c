import { isCurrency } from '../language/currency.ts'
import type { DefaultKey, WorkspaceDefaults } from '../settings/workspace-defaults.ts'
import { readAmount } from './amount.ts'
import { type AskingChange, askingAfter } from './asking-changes.ts'
import { isOpen, type Refusal } from './decide.ts'
import type { AllowedChannel, Budget, Named, Settings } from './settings.ts'

/** People and user groups in a channel, or without one anywhere. */
export type Audience = Named & Readonly<{ channel?: string }>

/** One change of the settings. */
export type Change =
  | Readonly<{ do: 'name-admin' | 'unname-admin'; person: string }>
  | (Audience & Readonly<{ do: 'allow' }>)
  | (Audience & Readonly<{ do: 'deny' }>)
  | Readonly<{ do: 'set-budget'; budget: Budget }>
  | Readonly<{ do: 'drop-budget'; team?: string }>
  | Readonly<{ do: 'set-alerts'; on: boolean; channel?: string; coolDownHours?: number }>
  | Readonly<{
      do: 'set-defaults'
      defaults: WorkspaceDefaults
      /** Taken back in the same change. */
      dropped?: readonly DefaultKey[]
    }>
  | Readonly<{ do: 'drop-defaults'; keys: readonly DefaultKey[] }>
  | AskingChange

/** What is wrong with a change, at which field of its form, and about whom or what was received. */
export type Problem = Readonly<{ field: Field }> &
  (
    | Readonly<{ what: 'person' | 'channel'; id: string; refusal: Refusal; outsiders?: number }>
    | Readonly<{ what: 'owner' | 'no-admin' | 'open' | 'every-member' | 'not-allowed'; id: string }>
    | Readonly<{ what: 'no-budget'; team?: string }>
    | Readonly<{ what: 'nobody-named' | 'alert-channel' }>
    | Readonly<{ what: 'amount' | 'currency' | 'team' | 'cool-down'; received: string }>
    | Readonly<{ what: 'stale'; by?: string }>
  )

/** Fields of the forms that settings are changed in. */
export type Field = 'person' | 'channel' | 'people' | 'amount' | 'currency' | 'team' | 'coolDown'

/** Longest name of a team, in characters. */
const LONGEST_TEAM = 100
/** Hours that alerts may stay quiet: an hour to four weeks. */
export const COOL_DOWN = { least: 1, most: 672 } as const

/** The settings after a change, or what is wrong with it; whom it names was looked up before. */
export function applied(settings: Settings, change: Change): Settings | Problem {
  switch (change.do) {
    case 'name-admin':
      return { ...settings, admins: added(settings.admins, [change.person]) }
    case 'unname-admin':
      return settings.admins.includes(change.person)
        ? { ...settings, admins: without(settings.admins, [change.person]) }
        : { field: 'person', what: 'no-admin', id: change.person }
    case 'allow':
      return allowed(settings, change)
    case 'deny':
      return denied(settings, change)
    case 'set-budget':
      return {
        ...settings,
        budgets: [...otherBudgets(settings, change.budget.team), change.budget],
      }
    case 'drop-budget': {
      const budgets = otherBudgets(settings, change.team)
      return budgets.length < settings.budgets.length
        ? { ...settings, budgets }
        : { field: 'team', what: 'no-budget', ...(change.team ? { team: change.team } : {}) }
    }
    case 'set-alerts': {
      const { do: _, ...given } = change
      const alerts = { ...settings.alerts, ...given }
      return alerts.on && alerts.channel === undefined
        ? { field: 'channel', what: 'alert-channel' }
        : { ...settings, alerts }
    }
    case 'set-defaults':
      return {
        ...settings,
        defaults: { ...keptDefaults(settings, change.dropped ?? []), ...change.defaults },
      }
    case 'drop-defaults':
      return { ...settings, defaults: keptDefaults(settings, change.keys) }
    case 'set-recorders':
      return { ...settings, recorders: change.recorders }
    case 'open-asking':
    case 'invite':
    case 'allow-asking':
    case 'deny-asking': {
      const asking = askingAfter(settings.asking, change)
      return isProblem(asking) ? asking : { ...settings, asking }
    }
    default:
      return change satisfies never
  }
}

/** Whether something is a problem rather than settings, a budget or a number of hours. */
export function isProblem(value: object): value is Problem {
  return 'what' in value
}

/** A budget as it was typed, or every problem with it. */
export function readBudget(
  typed: Readonly<{ amount: string; currency: string; team: string }>,
): Budget | readonly Problem[] {
  const amountNano = readAmount(typed.amount)
  const currency = typed.currency.trim().toUpperCase()
  const team = typed.team.trim()
  const problems: Problem[] = [
    ...(amountNano === undefined
      ? [{ field: 'amount', what: 'amount', received: typed.amount } as const]
      : []),
    ...(isCurrency(currency)
      ? []
      : [{ field: 'currency', what: 'currency', received: typed.currency } as const]),
    ...(team.length > LONGEST_TEAM
      ? [{ field: 'team', what: 'team', received: team } as const]
      : []),
  ]
  if (amountNano === undefined || problems.length > 0) return problems
  return { period: 'month', amountNano, currency, ...(team ? { team } : {}) }
}

/** A cool-down as it was typed, such as `24` or `24h`, in hours. */
export function readCoolDown(typed: string): number | Problem {
  const hours = Number(/^(\d{1,4})\s*(?:h|hours?|시간)?$/i.exec(typed.trim())?.[1] ?? Number.NaN)
  return hours >= COOL_DOWN.least && hours <= COOL_DOWN.most
    ? hours
    : { field: 'coolDown', what: 'cool-down', received: typed }
}

function allowed(
  settings: Settings,
  { channel: id, people, groups }: Audience,
): Settings | Problem {
  const named = { people, groups }
  if (id === undefined)
    return isOpen(named)
      ? { field: 'channel', what: 'nobody-named' }
      : { ...settings, anywhere: joined(settings.anywhere, named) }
  const before = settings.channels.find((c) => c.id === id)
  if (before && isOpen(before) && !isOpen(named)) return { field: 'people', what: 'open', id }
  const entry: AllowedChannel = {
    id,
    ...(before && !isOpen(named) ? joined(before, named) : named),
  }
  return { ...settings, channels: [...settings.channels.filter((c) => c.id !== id), entry] }
}

/** A channel whose last named person goes is denied whole: left open it would show more to more. */
function denied(settings: Settings, { channel: id, people, groups }: Audience): Settings | Problem {
  const named = { people, groups }
  const before = settings.channels.find((c) => c.id === id)
  if (id === undefined && isOpen(named)) return { field: 'channel', what: 'nobody-named' }
  if (id !== undefined && before === undefined) return { field: 'channel', what: 'not-allowed', id }
  if (before && isOpen(before) && !isOpen(named))
    return { field: 'people', what: 'every-member', id: before.id }
  const channels = settings.channels.flatMap((c): AllowedChannel[] => {
    if (isOpen(named)) return c.id === id ? [] : [c]
    if (isOpen(c) || (id !== undefined && c.id !== id)) return [c]
    const left = { ...c, ...removed(c, named) }
    return isOpen(left) ? [] : [left]
  })
  const anywhere = id === undefined ? removed(settings.anywhere, named) : settings.anywhere
  const next = { ...settings, channels, anywhere }
  const [first = ''] = [...people, ...groups]
  return JSON.stringify(audienceOf(next)) === JSON.stringify(audienceOf(settings))
    ? { field: 'people', what: 'not-allowed', id: first }
    : next
}

function audienceOf({ channels, anywhere }: Settings) {
  return { channels, anywhere }
}

function keptDefaults({ defaults }: Settings, dropped: readonly DefaultKey[]): WorkspaceDefaults {
  return Object.fromEntries(
    Object.entries(defaults).filter(([key]) => !dropped.some((one) => one === key)),
  )
}

function otherBudgets({ budgets }: Settings, team: string | undefined): Budget[] {
  return budgets.filter((b) => (b.team ?? '') !== (team ?? ''))
}

function joined(a: Named, b: Named): Named {
  return { people: added(a.people, b.people), groups: added(a.groups, b.groups) }
}

function removed(from: Named, what: Named): Named {
  return { people: without(from.people, what.people), groups: without(from.groups, what.groups) }
}

function added(to: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...to, ...more])]
}

function without(from: readonly string[], gone: readonly string[]): string[] {
  return from.filter((id) => !gone.includes(id))
}
