import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = '/usr/lib/postgresql'

/** Folder of the server's programs, if Debian's package is installed. */
export function postgresPrograms(): string | undefined {
  const version = existsSync(ROOT) ? readdirSync(ROOT).sort().at(-1) : undefined
  const bin = version && join(ROOT, version, 'bin')
  return bin && existsSync(join(bin, 'initdb')) ? bin : undefined
}

/** A throwaway server; `stop` ends it at once, and `start` has it back with what it had committed. */
export type PostgresServer = Readonly<{ url: string; stop: () => void; start: () => Promise<void> }>

/** Starts a server on loopback as the user postgres. */
export async function startPostgres(bin: string): Promise<PostgresServer> {
  const directory = mkdtempSync(join(tmpdir(), 'rightsize-pg-'))
  const ids = execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' }).trim()
  chownSync(directory, Number(ids), Number(ids))
  const data = join(directory, 'data')
  const as = (program: string, args: string[]) => [
    '-u',
    'postgres',
    '--',
    join(bin, program),
    ...args,
  ]
  execFileSync('runuser', as('initdb', ['-D', data, '-A', 'trust', '--no-sync']), {
    stdio: 'ignore',
  })
  const port = await freePort()
  let running = false
  const start = (): Promise<void> => {
    const server = spawn(
      'runuser',
      as('postgres', ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', directory, '-F']),
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    return new Promise<void>((resolve, reject) => {
      server.stderr.on(
        'data',
        (text: Buffer) => text.toString().includes('ready to accept connections') && resolve(),
      )
      server.once('exit', (code) => reject(new Error(`postgres ended with ${code}`)))
    }).then(() => {
      running = true
    })
  }
  await start()
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: () => {
      if (!running) return
      running = false
      execFileSync('runuser', as('pg_ctl', ['-D', data, 'stop', '-m', 'immediate']), {
        stdio: 'ignore',
      })
    },
    start,
  }
}

/** A port nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
