/** A language model that does not answer; part of `npm run test:faults`. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { answerText } from '../../src/answering/plain-text.ts'
import { DIALECTS, modelEnvironment, modelServer, shaped } from '../support/model-server.ts'
import { product } from '../support/product.ts'

const LOOSE = 'Can the apprentice outdo its master?'
const READ = { kind: 'knowledge', restated: LOOSE, facts: [], terms: ['distillation'] }
const asked = { asker: 'U1', text: LOOSE, visibility: 'thread' } as const
const place = { tenant: 'T1', channel: 'C1', thread: '1.0' }

for (const dialect of DIALECTS)
  test(`a language model that speaks ${dialect} and stalls for a minute keeps nobody waiting`, async () => {
    const server = await modelServer()
    const rules = await product(() => Date.now())
    const world = await product(() => Date.now(), modelEnvironment(dialect, server.url))
    const over = new AbortController()
    server.on({}, async (request) => {
      await sleep(60_000, undefined, { signal: over.signal }).catch(() => undefined)
      return shaped(READ)(request)
    })
    const start = performance.now()
    const turn = await world.options.conversation.ask({ place, ...asked })
    const waited = performance.now() - start
    const byRules = await rules.options.conversation.ask({ place, ...asked })
    assert.ok(waited > 5_000, `the server did not stall: ${waited} ms`)
    assert.ok(waited < 12_000, `the asker waited ${waited} ms`)
    assert.equal(answerText(turn.answer), answerText(byRules.answer))
    const today = new Date().toISOString().slice(0, 10)
    const calls = await world.calls.calls('T1', today, today)
    assert.deepEqual(
      calls.map((c) => c.outcome),
      ['timeout'],
    )
    console.log(`# ${dialect}: answered after ${Math.round(waited)} ms`)
    over.abort()
    for (const { db } of [rules, world]) await db.destroy()
    await server.stop()
  })
