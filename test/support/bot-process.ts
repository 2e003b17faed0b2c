import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The product in a process of its own, on a data folder of its own; nothing of the test's surroundings is configured. */
export function botProcess(environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['dist/main.js'], {
    env: {
      ...{ PATH: process.env.PATH, TMPDIR: tmpdir(), PORT: '0' },
      DATA_DIR: mkdtempSync(join(tmpdir(), 'rightsize-bot-')),
      ...environment,
    },
  })
  let [out, err] = ['', '']
  const waiting = new Set<() => void>()
  const told = () => {
    for (const look of waiting) look()
  }
  child.stdout.on('data', (text: Buffer) => {
    out += text
    told()
  })
  child.stderr.on('data', (text: Buffer) => {
    err += text
    told()
  })
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', (code) => {
      told()
      resolve(code)
    }),
  )
  return {
    /** The exit code. */
    ended,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    written: () => ({ out, err }),
    /** What of its output matches first, standard error before standard output. */
    says: (pattern: RegExp) =>
      new Promise<string>((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(err) ?? pattern.exec(out)
          if (found) resolve(found[1] ?? found[0])
          else if (child.exitCode !== null) reject(new Error(`It ended: ${out}${err}`))
          if (found || child.exitCode !== null) waiting.delete(look)
        }
        waiting.add(look)
        look()
      }),
  }
}
