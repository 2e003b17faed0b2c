import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** A checkout as `npm ci` leaves it where the vector module could not be compiled. */
function checkoutWithoutVectors(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rightsize-bare-'))
  for (const part of ['src', 'scripts', 'knowledge', 'package.json', 'tsconfig.json'])
    cpSync(part, join(folder, part), { recursive: true })
  cpSync('tsconfig.build.json', join(folder, 'tsconfig.build.json'))
  mkdirSync(join(folder, 'node_modules'))
  for (const name of readdirSync('node_modules').filter((n) => n !== 'hnswlib-node'))
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name))
  return folder
}

describe('on a machine without a compiler', () => {
  it('the product builds, answers, and says that it searches without the vector module', () => {
    const cwd = checkoutWithoutVectors()
    const run = (...args: string[]) =>
      spawnSync(process.execPath, args, { cwd, encoding: 'utf8', timeout: 90_000 })
    const built = run('scripts/build.mjs')
    expect(built.stderr).toContain('exact search: hnswlib-node is not installed')
    expect(built.status).toBe(0)
    const answered = run('dist/cli.js', 'ask', 'Why did Chinchilla change Kaplan’s advice?')
    expect(answered.stdout).toContain('Hoffmann et al. 2022')
  }, 120_000)
})
