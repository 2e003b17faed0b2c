import type { Corpus } from '../retrieval/corpus.ts'
import type { Claim, Note } from '../retrieval/note.ts'
import type { Catalog } from '../catalog/types.ts'
import type { Citation } from './answer.ts'
import { shortCitation } from './compose/say.ts'

/** Numbers the sources of one answer in the order they are first cited. */
export type Citations = Readonly<{
  /** The 1-based number of a source id or address; undefined when the source is not one that can be cited. */
  cite: (id: string) => number | undefined
  list: () => readonly Citation[]
}>

export function createCitations(corpus: Corpus, catalog: Catalog): Citations {
  const cited: Citation[] = []
  return {
    cite: (id) => {
      const known = cited.findIndex((c) => c.id === id)
      if (known >= 0) return known + 1
      const citation = lookUp(id, corpus, catalog)
      if (!citation) return undefined
      cited.push(citation)
      return cited.length
    },
    list: () => cited,
  }
}

/** The id of the source a claim rests on: its own, else its note. */
export function sourceOf(claim: Claim, note: Note): string {
  return claim.source ?? note.id
}

/** A note or source of the corpus, else an address the catalogue gives for one of its figures. */
export function lookUp(id: string, corpus: Corpus, catalog: Catalog): Citation | undefined {
  const source = corpus.source(id)
  if (source) return { id, ...source, short: shortCitation(source) }
  if (!/^https?:\/\//.test(id)) return undefined
  const row = catalog.prices.find((p) => p.source.url === id)
  const rented = catalog.accelerators.find((a) => a.rent?.source === id)
  const checked = row?.source.checked ?? rented?.rent?.asOf
  if (checked === undefined) return undefined
  const authors = [publisher(id)]
  const year = Number(checked.slice(0, 4))
  const title = row ? `${row.model} price at ${row.provider}, read ${checked}` : `${rented?.label} rents, read ${checked}`
  return { id, title, authors, year, url: firstAddress(id), short: shortCitation({ authors, year }) }
}

/** "owner/repository" for code hosts, else the host: who published a page. */
function publisher(address: string): string {
  const { hostname, pathname } = new URL(firstAddress(address))
  const [owner, repository] = pathname.split('/').filter(Boolean)
  const host = hostname.replace(/^www\./, '')
  return /^(raw\.)?github(usercontent)?\.com$/.test(host) && owner && repository ? `${owner}/${repository}` : host
}

/** Some rows give two addresses with a bar between them; the first is the one to open. */
function firstAddress(addresses: string): string {
  return addresses.split('|')[0]?.trim() ?? addresses
}
