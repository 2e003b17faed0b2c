import { setFlagsFromString } from 'node:v8'
import { startApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { createLog } from './logging.ts'

// Left to itself the heap may double between two full collections; a bot that mostly waits can collect sooner, at no cost that was measured.
setFlagsFromString('--heap-growing-percent=15')

try {
  const config = readConfig()
  const running = await startApp(config, createLog(config.LOG_LEVEL))
  process.stdout.write(`${running.address}\n`)
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
} catch (error) {
  const known =
    error instanceof ConfigError ||
    (error instanceof Error && /Error$/.test(error.name) && error.name !== 'TypeError')
  process.stderr.write(`${known && error instanceof Error ? error.message : String(error)}\n`)
  process.exit(known ? 2 : 1)
}
