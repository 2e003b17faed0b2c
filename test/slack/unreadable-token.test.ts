import type { App } from '@slack/bolt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NotInstalled } from '../../src/slack/bolt-installations.ts'
import { createSlackApp } from '../../src/slack/create-app.ts'
import { SealError } from '../../src/storage/sealed.ts'
import { product } from '../support/product.ts'
import { envelope, mention } from '../support/recording-slack.ts'

describe('an event whose token cannot be read', () => {
  let made: Awaited<ReturnType<typeof product>>
  let bolt: App | undefined
  let failure: Error
  beforeAll(async () => {
    made = await product(() => Date.parse('2026-11-24T12:00:00Z'))
    createSlackApp({
      ...made.options,
      uninstalls: { ended: async () => [], left: async () => undefined },
      bolt: {
        authorize: () => Promise.reject(failure),
        receiver: {
          init: (app) => {
            bolt = app
          },
          start: async () => undefined,
          stop: async () => undefined,
        },
      },
    })
  })
  afterAll(() => made.db.destroy())
  const deliver = async (error: Error) => {
    failure = error
    let acknowledged = false
    const ack = async () => {
      acknowledged = true
    }
    await bolt?.processEvent({ body: envelope(mention('1.0'), 'Ev1'), ack }).catch(() => undefined)
    return acknowledged
  }

  it('is not acknowledged while the database is away, so that it comes again', async () =>
    expect(await deliver(new Error('the database is away'))).toBe(false))
  it('is acknowledged where waiting does not help: no installation, or another key', async () => {
    expect(await deliver(new NotInstalled('T1'))).toBe(true)
    expect(await deliver(new SealError('sealed with another key'))).toBe(true)
    const [away, nowhere, sealed] = made.logged.filter((l) => l.message !== 'bolt')
    expect(away).toMatchObject({ level: 'error' })
    expect(nowhere).toMatchObject({ level: 'warn', fields: { workspace: 'T1' } })
    expect(sealed?.fields.reason).toContain('sealed with another key')
  })
})
