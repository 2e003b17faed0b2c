/**
 * Takes the grid intensities of a newly installed @tgwf/co2 over into `knowledge/catalog/regions.yml`:
 * `npx tsx scripts/refresh-regions.ts`. Years and addresses of the release are then mended by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { refreshedRegions } from './refreshed-regions.ts'

const file = 'knowledge/catalog/regions.yml'
const [before, after] = [readFileSync(file, 'utf8'), refreshedRegions(readFileSync(file, 'utf8'))]
writeFileSync(file, after)
process.stdout.write(before === after ? `${file} was up to date\n` : `${file} has new values\n`)
