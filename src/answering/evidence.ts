import type { Catalog, PriceRow } from '../catalog/types.ts'
import { isUnknown } from '../engine/unknown.ts'
import type { Corpus } from '../retrieval/corpus.ts'
import type { Claim, Note } from '../retrieval/note.ts'
import { priceSource } from '../sizing/draft-api.ts'
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

/** A note or source of the corpus, else a price or rent of the catalogue. */
export function lookUp(id: string, corpus: Corpus, catalog: Catalog): Citation | undefined {
  const source = corpus.source(id)
  if (source) return { id, ...source, short: shortCitation(source) }
  const [, priceId = id, contract, factor] =
    /^(.*?)(?:\+contract:(.*?))?(?:\+times:(.*))?$/.exec(id) ?? []
  const row = citedPrice(priceId, catalog)
  if (row) {
    const provider = catalog.provider(row.provider)?.label ?? row.provider
    return page(
      id,
      `${catalog.model(row.model)?.label ?? row.model}: list price at ${provider}, read ${row.source.checked}${contract ? `, less ${contract} by contract` : ''}${factor ? `, × ${factor}` : ''}`,
      row.source.url,
      row.source.checked,
    )
  }
  const rented = catalog.accelerators.find((a) => `rent:${a.id}` === id)
  return (
    rented?.rent &&
    page(
      id,
      `${rented.label}: rents, read ${rented.rent.asOf}`,
      rented.rent.source,
      rented.rent.asOf,
    )
  )
}

/** The row behind a cited price: a reviewed one, else the list price of that name and day. */
function citedPrice(id: string, catalog: Catalog): PriceRow | undefined {
  const reviewed = catalog.prices.find((p) => priceSource(p) === id)
  if (reviewed) return reviewed
  const [, provider, model, from] = /^price:([^/]+)\/(.+)@(.+)$/.exec(id) ?? []
  if (provider === undefined || model === undefined || from === undefined) return undefined
  const listed = catalog.priceAt(provider, model, from)
  return isUnknown(listed) ? undefined : listed
}

function page(id: string, title: string, url: string, checked: string): Citation {
  const authors = [publisher(url)]
  const year = Number(checked.slice(0, 4))
  return { id, title, authors, year, url, short: shortCitation({ authors, year }), read: checked }
}

/** "owner/repository" for code hosts, else the host: who published a page. */
function publisher(address: string): string {
  const { hostname, pathname } = new URL(address)
  const [owner, repository] = pathname.split('/').filter(Boolean)
  const host = hostname.replace(/^www\./, '')
  return /^(raw\.)?github(usercontent)?\.com$/.test(host) && owner && repository
    ? `${owner}/${repository}`
    : host
}
