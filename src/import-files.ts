import type { Catalog } from './catalog/types.ts'
import type { Mapping } from './connectors/csv-columns.ts'
import { fileSource } from './connectors/file-source.ts'
import { isUnknown } from './engine/unknown.ts'
import {
  type Importing,
  type ImportReport,
  importCharges,
  type ModelKnowledge,
} from './ingest/import-charges.ts'
import { importLines } from './ingest/import-text.ts'
import { type Progress, SourceError } from './ingest/ports.ts'
import type { Language } from './language/language.ts'

/** Files to import, and what the person says about them. */
export type ImportRequest = Readonly<{
  /** Absolute paths, readable by the process that carries it out. */
  paths: readonly string[]
  mapping?: Mapping
  currency?: string
  provider?: string
  teamTags?: readonly string[]
  dryRun?: boolean
  language: Language
}>

/** The report, or the sentence that says why nothing was taken. */
export type ImportOutcome = Readonly<{ lines: readonly string[]; report?: ImportReport }>

/** Imports spend from files, for the command line and for uploads. */
export async function importFiles(
  { paths, dryRun, language, ...options }: ImportRequest,
  importing: Omit<Importing, 'models'>,
  catalog: Catalog,
  progress?: Progress,
): Promise<ImportOutcome> {
  try {
    const source = await fileSource(paths, {
      ...options,
      models: new Set(catalog.models.map((model) => model.id)),
    })
    const report = await importCharges(
      source,
      { ...importing, models: modelKnowledge(catalog) },
      { ...(dryRun ? { dryRun } : {}), ...(progress ? { progress } : {}) },
    )
    return { lines: importLines(report, language), report }
  } catch (error) {
    if (error instanceof SourceError) return { lines: [error.sentence[language]] }
    throw error
  }
}

function modelKnowledge({ model, priceAt }: Catalog): ModelKnowledge {
  return {
    isKnown: (id) => model(id) !== undefined,
    isPriced: (_, id, day) => {
      const found = model(id)
      const price = found?.provider && priceAt(found.provider, found.id, `${day}T12:00:00.000Z`)
      return price !== undefined && price !== '' && !isUnknown(price)
    },
  }
}
