import type { Audience, Problem } from './changes.ts'
import type { AskingSettings, Recorders } from './settings.ts'

/** One change of who may ask and record. */
export type AskingChange =
  /** Only those named may ask, these among them. */
  | (Audience & Readonly<{ do: 'allow-asking' | 'deny-asking' }>)
  /** Everybody may ask again; those named are forgotten. */
  | Readonly<{ do: 'open-asking' }>
  | Readonly<{ do: 'invite'; who: 'guests' | 'companies'; on: boolean }>
  | Readonly<{ do: 'set-recorders'; recorders: Recorders }>

/** Who may ask after a change, or what is wrong with it. Taking the last one away opens it to nobody. */
export function askingAfter(
  asking: AskingSettings,
  change: Exclude<AskingChange, { do: 'set-recorders' }>,
): AskingSettings | Problem {
  switch (change.do) {
    case 'open-asking':
      return { ...asking, limited: false, people: [], groups: [], channels: [] }
    case 'invite':
      return { ...asking, [change.who]: change.on }
    case 'allow-asking':
      return named(change).length === 0
        ? { field: 'channel', what: 'nobody-named' }
        : { ...asking, limited: true, ...joined(asking, change) }
    case 'deny-asking':
      return without(asking, change)
    default:
      return change satisfies never
  }
}

function joined(asking: AskingSettings, { channel, people, groups }: Audience) {
  const both = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])]
  return {
    people: both(asking.people, people),
    groups: both(asking.groups, groups),
    channels: both(asking.channels, channel === undefined ? [] : [channel]),
  }
}

function without(asking: AskingSettings, change: Audience): AskingSettings | Problem {
  const gone = named(change)
  const left = (from: readonly string[]) => from.filter((id) => !gone.includes(id))
  if (gone.length === 0) return { field: 'channel', what: 'nobody-named' }
  const there = [...asking.people, ...asking.groups, ...asking.channels]
  const strange = gone.find((id) => !there.includes(id))
  if (strange !== undefined) return { field: 'people', what: 'not-allowed', id: strange }
  return {
    ...asking,
    people: left(asking.people),
    groups: left(asking.groups),
    channels: left(asking.channels),
  }
}

function named({ channel, people, groups }: Audience): readonly string[] {
  return [...(channel === undefined ? [] : [channel]), ...people, ...groups]
}
