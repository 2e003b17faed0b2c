import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Built, placeOf, StepError } from './stages.ts'

/**
 * Holds the image's bill of materials against the packages that lie in it; a sentence of what was found.
 * @throws {StepError} naming packages that the bill leaves out
 */
export function checkBill(built: Built): string {
  const file = placeOf(built, 'sbom.json')
  if (!existsSync(file)) throw new StepError('The image has no sbom.json beside the product.')
  const { components }: { components: { purl: string }[] } = JSON.parse(readFileSync(file, 'utf8'))
  const listed = new Set(components.map(({ purl }) => decodeURIComponent(purl)))
  const installed = packagesIn(placeOf(built, 'node_modules'))
  const missing = installed.filter((address) => !listed.has(address))
  if (missing.length > 0) throw new StepError(`sbom.json leaves out ${missing.join(', ')}.`)
  return `sbom.json lists all ${installed.length} packages of the image`
}

/** Package addresses (purl) of a `node_modules`, packages inside packages among them, each once. */
function packagesIn(folder: string): string[] {
  const names = readdirSync(folder).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(folder, name)).map((n) => `${name}/${n}`) : [name],
  )
  const addresses = names
    .map((name) => join(folder, name))
    .filter((place) => existsSync(join(place, 'package.json')))
    .flatMap((place) => {
      const { name, version } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
      const inside = join(place, 'node_modules')
      return [`pkg:npm/${name}@${version}`, ...(existsSync(inside) ? packagesIn(inside) : [])]
    })
  return [...new Set(addresses)]
}
