import { text } from 'node:stream/consumers'
import { runCli } from './cli/run.ts'
import { operatorLanguage, readConfig } from './config.ts'

process.exitCode = await runCli(process.argv.slice(2), {
  config: readConfig,
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  now: () => Date.now(),
  language: operatorLanguage(),
  input: () => text(process.stdin),
  ...(process.stderr.isTTY ? { draw: (text) => process.stderr.write(`\r\u001b[K${text}`) } : {}),
})
