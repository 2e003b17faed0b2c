import type { ServerResponse } from 'node:http'
import type { Bilingual } from '../language/language.ts'
import type { Done } from './people.ts'
import type { Timer } from './timer.ts'

/** Headers of every answer. */
export const SAFE = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } as const
/** How long a page waits for the bot, so that a reader without scripts sees the answer. */
const WAIT_MS = 2500

/** Waits for the bot's listeners, but no longer than a reader would. */
export function settled({ finished }: Done, timer: Timer): Promise<void> {
  return new Promise((resolve) => {
    const cancel = timer(WAIT_MS, resolve)
    const end = () => {
      cancel()
      resolve()
    }
    finished.then(end, end)
  })
}

/** A page that only says why something was refused. */
export function plain(response: ServerResponse, status: number, { en, ko }: Bilingual): void {
  response
    .writeHead(status, { ...SAFE, 'content-type': 'text/plain; charset=utf-8' })
    .end(`${en}\n${ko}\n`)
}
