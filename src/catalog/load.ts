import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import { parseYaml } from '../yaml.ts'
import { catalogOf } from './catalog.ts'
import { toAccelerator, toDiscount, toModel, toPrice, toProvider, toRegion } from './from-files.ts'
import { toTask } from './from-tasks.ts'
import { LIST_PRICES } from './list-prices.ts'
import { problemSentences } from './problem-sentences.ts'
import {
  AcceleratorFile,
  DiscountFile,
  ModelFile,
  PriceFile,
  ProvidersFile,
  RegionsFile,
  TasksFile,
} from './schema.ts'
import type { Catalog } from './types.ts'

/** Everything wrong with the catalogue at once, each line with its file. */
export class CatalogError extends Error {
  override name = 'CatalogError'
}

/**
 * Reads the shipped catalogue and any folders given after it, which add to it and never replace: an
 * id given twice is a problem, and so is a price in force unless the new row says that it replaces it.
 * Unknown keys, missing sources and overlapping prices or discounts are problems too.
 * Throws a CatalogError that lists every problem; `version` is the sha256 of the content in reading order.
 */
export function loadCatalog(directories: readonly string[], parse = parseYaml): Catalog {
  const reader = createReader(directories, parse)
  const models = reader.folder('models', ModelFile).map(({ id, data }) => toModel(id, data))
  const prices = reader
    .folder('prices', PriceFile)
    .flatMap(({ id, data }) => data.map((row) => toPrice(id, row)))
  const discounts = reader
    .folder('discounts', DiscountFile)
    .flatMap(({ id, data }) => data.map((row) => toDiscount(id, row)))
  const accelerators = reader
    .folder('accelerators', AcceleratorFile)
    .map(({ id, data }) => toAccelerator(id, data))
  const regions = reader.file('regions.yml', RegionsFile).flatMap((rows) => rows.map(toRegion))
  const providers = reader
    .file('providers.yml', ProvidersFile)
    .flatMap((rows) => rows.map(toProvider))
  const tasks = reader.file('tasks.yml', TasksFile).flatMap((rows) => rows.map(toTask))
  const { catalog, problems } = catalogOf({
    version: reader.hash(),
    models,
    prices,
    discounts,
    accelerators,
    regions,
    providers,
    tasks,
  })
  const all = [...reader.problems, ...problems]
  if (all.length > 0)
    throw new CatalogError(`The catalogue cannot be used:\n${all.map((p) => `- ${p}`).join('\n')}`)
  return catalog
}

function createReader(directories: readonly string[], parse: (text: string) => unknown) {
  const [shipped] = directories
  const problems =
    shipped !== undefined && existsSync(shipped)
      ? []
      : [`there is no catalogue folder ${shipped ?? ''}; name the folder that holds models/.`]
  const hash = createHash('sha256').update(`${LIST_PRICES.package} ${LIST_PRICES.version}\n`)
  const read = <T>(directory: string, file: string, schema: z.ZodType<T>): T | undefined => {
    const text = readFileSync(join(directory, file), 'utf8')
    hash.update(`${file}\n${text}\n`)
    // Files of added folders are named with their folder: the shipped one may hold the same name.
    const name = directory === shipped ? file : join(directory, file)
    const parsed = attempt(() => parse(text))
    if (!parsed.ok) {
      problems.push(`${name}: is not valid YAML (${parsed.reason}).`)
      return undefined
    }
    const result = schema.safeParse(parsed.value, { reportInput: true })
    if (result.success) return result.data
    problems.push(...result.error.issues.flatMap((issue) => problemSentences(name, issue)))
    return undefined
  }
  const folder = <T>(kind: string, schema: z.ZodType<T>) =>
    directories.flatMap((directory) => {
      const path = join(directory, kind)
      if (!existsSync(path)) return []
      const files = readdirSync(path)
        .filter((f) => f.endsWith('.yml'))
        .sort()
      return files.flatMap((file) => {
        const data = read(directory, `${kind}/${file}`, schema)
        return data === undefined ? [] : [{ id: basename(file, '.yml'), data }]
      })
    })
  const file = <T>(name: string, schema: z.ZodType<T>) =>
    directories.flatMap((directory) => {
      const data = existsSync(join(directory, name)) ? read(directory, name, schema) : undefined
      return data === undefined ? [] : [data]
    })
  return { folder, file, problems, hash: () => hash.digest('hex') }
}

function attempt(
  work: () => unknown,
): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    return {
      ok: false,
      reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    }
  }
}
