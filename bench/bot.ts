import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The built bot with its local workspace, in a process and with data of its own. */
export type Bot = Readonly<{
  /** Posts a mention as a person of the workspace and waits until it is answered. */
  ask: (question: string) => Promise<void>
  /** How many threads of the channel have their answer. */
  answers: () => Promise<number>
  /** Resident memory, MB. */
  memory: () => number
  stop: () => Promise<void>
}>

/** Starts `dist/main.js`; made by `npm run build`. */
export async function startBot(): Promise<Bot> {
  const data = mkdtempSync(join(tmpdir(), 'rightsize-'))
  const bot = spawn(process.execPath, ['dist/main.js'], {
    env: {
      ...process.env,
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATA_DIR: data,
      RATE_PERSON_PER_MINUTE: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    bot.stdout.on('data', (text: Buffer) => {
      const address = /http:\S+/.exec(String(text))?.[0]
      if (address) resolve(address)
    })
    bot.once('exit', () => reject(new Error('The bot did not start; is dist/ built?')))
  })
  return {
    ask: async (question) => {
      const body = new URLSearchParams({
        user: 'U000ALEX',
        channel: 'C000SPEND',
        back: '/',
        text: `@rightsize ${question}`,
      })
      await fetch(new URL('/say', url), { method: 'POST', body, redirect: 'manual' })
    },
    answers: async () => {
      const page = await (await fetch(url)).text()
      return page.match(/1 reply/g)?.length ?? 0
    },
    memory: () =>
      Number(spawnSync('ps', ['-o', 'rss=', '-p', String(bot.pid)]).stdout.toString()) / 1024,
    stop: async () => {
      const ended = new Promise((resolve) => bot.once('exit', resolve))
      bot.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}
