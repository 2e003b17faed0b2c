import pino from 'pino'
import type { Config } from './config.ts'
import type { Log } from './slack/ports.ts'

/** JSON lines on standard error; keys that may hold secrets are blanked, message text is never passed in. */
export function createLog(level: Config['LOG_LEVEL']): Log {
  const logger = pino(
    {
      level,
      redact: {
        paths: [
          'token',
          '*.token',
          'authorization',
          '*.authorization',
          'secret',
          '*.secret',
          'text',
          '*.text',
        ],
        censor: '[hidden]',
      },
    },
    pino.destination(2),
  )
  const hide = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [
        key,
        typeof value === 'string' ? withoutSecrets(value) : value,
      ]),
    )
  return {
    info: (fields, message) => logger.info(hide(fields), message),
    warn: (fields, message) => logger.warn(hide(fields), message),
    error: (fields, message) => logger.error(hide(fields), message),
  }
}

/** Slack and provider tokens inside longer strings, such as error messages. */
function withoutSecrets(text: string): string {
  return text
    .replace(/\b(?:xox[a-z]-|xapp-|sk-)[\w-]+/g, '[hidden]')
    .replace(/(https?:\/\/hooks\.slack\.com\/)\S+/g, '$1[hidden]')
}
