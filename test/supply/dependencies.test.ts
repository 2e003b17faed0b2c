import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Entry = Readonly<{ dev?: boolean; integrity?: string; license?: string }>
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
const manifest = read('package.json')
const locked: Record<string, Entry> = read('package-lock.json').packages
const decisions = readFileSync('docs/decisions/0001-dependencies.md', 'utf8')

/** Names in the first column of every table row. */
const justified = decisions
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => line.split('|')[1]?.match(/(?<=`)[@\w][\w@/.-]*(?=`)/g) ?? [])

const declared = ['dependencies', 'optionalDependencies', 'peerDependencies', 'devDependencies']
  .flatMap((kind) => Object.keys(manifest[kind]))
  .filter((name, index, all) => all.indexOf(name) === index)

describe('every dependency', () => {
  it('has one line that says why it is carried, and no line is left over', () =>
    expect(justified.toSorted()).toEqual(declared.toSorted()))
  it('is pinned to one version', () => {
    const versions = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((kind) =>
      Object.entries<string>(manifest[kind]),
    )
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })
  it('is locked by its checksum, so that it comes from a registry unchanged', () => {
    const packages = Object.entries(locked).filter(([path]) => path !== '')
    expect(packages.length).toBeGreaterThan(100)
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([])
  })
})

/** Licences under which a package may be shipped beside Apache-2.0 without asking anybody. */
const ALLOWED = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD']
/** Others, looked at one by one. */
const LOOKED_AT: Readonly<Record<string, { packages: RegExp; why: string }>> = {
  'MPL-2.0': {
    packages: /^@resvg\/resvg-js(-|$)/,
    why: 'asks for the source of changed files of its own only; it is shipped unchanged',
  },
  'Python-2.0': { packages: /^argparse$/, why: 'permissive, the licence of Python itself' },
  'PSF-2.0': { packages: /^argparse$/, why: 'permissive, the licence of Python itself' },
}

function allowed(name: string, licence: unknown): boolean {
  if (typeof licence !== 'string') return false
  return ALLOWED.includes(licence) || (LOOKED_AT[licence]?.packages.test(name) ?? false)
}

describe('the licence of every package that is shipped', () => {
  const shipped = Object.entries(locked)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { license }]) => {
      const own = `${path}/package.json`
      return {
        name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
        // Packages for other platforms are not installed here; the lockfile knows their licence.
        license: existsSync(own) ? read(own).license : license,
      }
    })
  it('is one that is allowed, or was looked at', () => {
    expect(shipped.length).toBeGreaterThan(100)
    expect(shipped.filter(({ name, license }) => !allowed(name, license))).toEqual([])
  })
  it.each([
    ['anything', 'GPL-3.0-only'],
    ['anything', '(MIT OR GPL-3.0)'],
    ['anything', undefined],
    ['another', 'MPL-2.0'],
  ])('of %s would be refused if it were %s', (name, licence) =>
    expect(allowed(name, licence)).toBe(false),
  )
  it('that was looked at is still needed', () => {
    const used = new Set(shipped.map(({ license }) => license))
    expect(Object.keys(LOOKED_AT).filter((licence) => !used.has(licence))).toEqual([])
  })
})
