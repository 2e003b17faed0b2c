import { spawn } from 'node:child_process'

const ASKED =
  '/model-size task=classification volume=2M/month in=800 out=20 value=0.50 error-cost=2'

/** The built product as a process of its own, with its local workspace; `ask` gives the page after a question. */
export async function startBot(environment: Readonly<Record<string, string>>) {
  const bot = spawn(process.execPath, ['dist/main.js'], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [printed, logged] = ['', '']
  bot.stderr.on('data', (text: Buffer) => {
    logged += text
  })
  const url = await new Promise<string>((resolve, reject) => {
    bot.once('exit', (code) => reject(new Error(`the bot ended with ${code}: ${logged}`)))
    bot.stdout.on('data', (text: Buffer) => {
      printed += text
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)
      if (found) resolve(found[0])
    })
  })
  const page = async (): Promise<string> =>
    (await fetch(new URL('?u=U000ALEX&c=C000SUPP', url))).text()
  return {
    page,
    lives: () => bot.exitCode === null && bot.signalCode === null,
    /** What was logged since it was last asked. */
    log: (): string => {
      const text = logged
      logged = ''
      return text
    },
    ask: async (text = ASKED): Promise<string> => {
      const form = new URLSearchParams({ user: 'U000ALEX', channel: 'C000SUPP', text })
      const said = await fetch(new URL('/say', url), { method: 'POST', body: form })
      await said.text()
      return page()
    },
    /** For a test that has failed before it stopped the bot. */
    kill: (): void => void bot.kill('SIGKILL'),
    stop: async (): Promise<number | null> => {
      const ended = new Promise<number | null>((resolve) => bot.once('exit', resolve))
      bot.kill('SIGTERM')
      return ended
    },
  }
}
