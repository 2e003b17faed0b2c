import type { Language } from '../language/language.ts'
import type { Digest } from './digest.ts'
import { digestDetails } from './digest-details.ts'
import type { LineGroup } from './digest-words.ts'

/** Letters of one message, well below what Slack takes with everything that is put around them. */
const LETTERS = 7000
/** Groups of one message. */
const GROUPS = 40

/** The details of a digest, a message each. */
export function detailParts(digest: Digest, language: Language): readonly (readonly LineGroup[])[] {
  return partsOf(digestDetails(digest, language))
}

/** Groups put together to messages; one that is too long for a message goes on in the next. */
export function partsOf(groups: readonly LineGroup[]): readonly (readonly LineGroup[])[] {
  const parts: LineGroup[][] = []
  let letters = 0
  for (const piece of groups.flatMap(pieces)) {
    const own = lettersOf(piece)
    const last = parts.at(-1)
    if (last && letters + own <= LETTERS && last.length < GROUPS) {
      last.push(piece)
      letters += own
    } else {
      parts.push([piece])
      letters = own
    }
  }
  return parts
}

/** A group in pieces that fit into a message, each under its heading. */
function pieces(group: LineGroup): LineGroup[] {
  const all: { lines: string[]; letters: number }[] = []
  for (const line of group.lines) {
    const last = all.at(-1)
    const own = weight(line)
    if (last && last.letters + own <= LETTERS) {
      last.lines.push(line)
      last.letters += own
    } else all.push({ lines: [line], letters: own })
  }
  return all.map(({ lines }) => ({ ...group, lines }))
}

function lettersOf({ heading = '', lines }: LineGroup): number {
  return [heading, ...lines].reduce((sum, line) => sum + weight(line), 0)
}

/** What a line takes up at most, its characters of markup escaped. */
function weight(line: string): number {
  return line.length + 4 * (line.match(/[&<>"\\]/g)?.length ?? 0) + 4
}
