import type { Note } from '../../retrieval/note.ts'
import type { SectionKind } from '../answer.ts'
import { sourceOf } from '../evidence.ts'
import type { Picked } from './explanation.ts'

/** Claims under one heading, in reading order. */
export type Arranged = Readonly<{ kind: SectionKind; claims: readonly Picked[] }>

/**
 * Puts the picked claims in the order a reader needs: the one that answers best, what else the sources
 * found, the side that sees it otherwise (and whether it replaced this one or was replaced), what
 * follows for a buyer, and the limits. The order within a heading is that of the claims given.
 */
export function arrange(picked: readonly Picked[]): Arranged[] {
  const [lead, ...rest] = picked
  if (!lead) return []
  const facing = rest.filter(
    (p) => sourceOf(p.claim, p.note) === p.note.id && relation(lead.note, p.note) !== undefined,
  )
  const own = rest.filter((p) => !facing.includes(p))
  const follows = own.filter((p) => isAbout(p, ['practice', 'decision']))
  const limits = own.filter((p) => !follows.includes(p) && isAbout(p, ['limitation']))
  const findings = own.filter((p) => !follows.includes(p) && !limits.includes(p))
  const sides = (['replaced', 'replacing', 'other-side'] as const).map((kind) => ({
    kind,
    claims: facing.filter((p) => relation(lead.note, p.note) === kind),
  }))
  return [
    { kind: 'explanation' as const, claims: [lead] },
    { kind: 'findings' as const, claims: findings },
    ...sides,
    { kind: 'consequence' as const, claims: follows },
    { kind: 'caveats' as const, claims: limits },
  ].filter(({ claims }) => claims.length > 0)
}

/** How another note stands to the one that answers. */
function relation(note: Note, other: Note): 'replaced' | 'replacing' | 'other-side' | undefined {
  if (note === other) return undefined
  if (note.supersedes.includes(other.id)) return 'replaced'
  if (other.supersedes.includes(note.id)) return 'replacing'
  const apart = note.disagrees_with.includes(other.id) || other.disagrees_with.includes(note.id)
  return apart ? 'other-side' : undefined
}

type About = Picked['claim']['about'][number]

/** True when what a claim says first of all is of one of these kinds. */
function isAbout({ claim }: Picked, kinds: readonly About[]): boolean {
  const [first] = claim.about
  return first !== undefined && kinds.includes(first)
}
