import { shortCitation } from '../answering/compose/say.ts'
import { isUnknown } from '../engine/unknown.ts'
import type { Flags, Io } from './io.ts'
import { openedKnowledge } from './opened-knowledge.ts'

/** `sources`: every note and further source. */
export async function listSources(flags: Flags, io: Io): Promise<number> {
  const knowledge = await openedKnowledge(flags, io)
  const sources = knowledge.corpus.notes.map((n) => ({
    id: n.id,
    short: shortCitation(n),
    title: n.title,
    group: n.group,
    url: n.url ?? null,
    claims: n.claims.length,
  }))
  if (flags.json) io.out(JSON.stringify(sources))
  else
    for (const s of sources) io.out(`${s.id}\t${s.short}\t${s.title}${s.url ? `\t${s.url}` : ''}`)
  return 0
}

/** `models`: the catalogue with the price in force. */
export async function listModels(flags: Flags, io: Io): Promise<number> {
  const at = new Date(io.now()).toISOString()
  const knowledge = await openedKnowledge(flags, io)
  const models = knowledge.catalog.models.map((m) => {
    const row =
      m.provider === undefined ? undefined : knowledge.catalog.priceAt(m.provider, m.id, at)
    const priced =
      row && !isUnknown(row)
        ? {
            usdPer1MInput: row.price.input,
            usdPer1MOutput: row.price.output,
            checked: row.source.checked,
          }
        : null
    return {
      id: m.id,
      label: m.label,
      vendor: m.vendor,
      provider: m.provider ?? null,
      tier: m.tier,
      open: m.open,
      price: priced,
    }
  })
  if (flags.json) io.out(JSON.stringify(models))
  else
    for (const m of models)
      io.out(
        `${m.id}\t${m.label}\t${m.tier}\t${m.price ? `$${m.price.usdPer1MInput} in, $${m.price.usdPer1MOutput} out per 1M tokens (read ${m.price.checked})` : 'price unknown'}`,
      )
  return 0
}
