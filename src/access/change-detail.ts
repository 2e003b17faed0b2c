import type { Change } from './changes.ts'

/** What a change is, for the log: fixed words and Slack ids; no amounts, and no names that somebody typed. */
export function changeDetail(change: Change): string {
  switch (change.do) {
    case 'name-admin':
    case 'unname-admin':
      return `${change.do} ${change.person}`
    case 'allow':
    case 'deny':
    case 'allow-asking':
    case 'deny-asking':
      return [change.do, change.channel ?? [], change.people, change.groups].flat().join(' ')
    case 'set-budget':
      return `set-budget ${change.budget.team === undefined ? 'all' : 'team'}`
    case 'drop-budget':
      return `drop-budget ${change.team === undefined ? 'all' : 'team'}`
    case 'set-alerts':
      return ['set-alerts', change.on ? 'on' : 'off', change.channel ?? []].flat().join(' ')
    case 'open-asking':
      return change.do
    case 'invite':
      return `invite ${change.who} ${change.on ? 'on' : 'off'}`
    case 'set-defaults':
      return [
        ...listed('set-defaults', Object.keys(change.defaults)),
        ...listed('drop-defaults', change.dropped ?? []),
      ].join(' ')
    case 'drop-defaults':
      return ['drop-defaults', ...change.keys].join(' ')
    case 'set-recorders':
      return `set-recorders ${change.recorders}`
    default:
      return change satisfies never
  }
}

function listed(what: string, keys: readonly string[]): readonly string[] {
  return keys.length === 0 ? [] : [what, ...keys]
}
