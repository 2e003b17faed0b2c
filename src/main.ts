import { setFlagsFromString } from 'node:v8'
import { startApp } from './app.ts'
import { operatorLanguage, readConfig } from './config.ts'
import { ToldError } from './language/told-error.ts'
import { createLog } from './logging.ts'
import { failureOf } from './slack/failure-fields.ts'
import { problemOf } from './start.ts'

// Left to itself the heap may double between two full collections; a bot that mostly waits can collect sooner, at no cost that was measured.
setFlagsFromString('--heap-growing-percent=10')

try {
  const config = readConfig()
  const log = createLog(config.LOG_LEVEL)
  // What a library fails at while nobody waits for it costs that work, not the process.
  process.on('unhandledRejection', (error) =>
    log.error(failureOf(error), 'something failed that nobody waited for'),
  )
  const starting = startApp(config, log)
  // Heard from the first moment: as the first process of a container nothing else ends it.
  const stop = once(() =>
    starting
      .then((running) => running.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      ),
  )
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  const { address } = await starting
  process.stdout.write(`${address}\n`)
} catch (error) {
  process.stderr.write(`${problemOf(error)[operatorLanguage()]}\n`)
  process.exit(error instanceof ToldError ? 2 : 1)
}

function once(act: () => unknown): () => void {
  let done = false
  return () => {
    if (!done) act()
    done = true
  }
}
