/** Senders that dawdle and send nonsense over HTTP; part of `npm run test:faults`. */
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { PATIENCE } from '../../src/slack/listen.ts'
import { mention } from '../support/recording-slack.ts'
import { SECRETS, slackOverHttp } from '../support/slack-over-http.ts'

/** Milliseconds that a loaded machine may add. */
const SLACK_MS = 8000
const CONNECTIONS = 200

/** Writes a request bit by bit for as long as it may; resolves with the milliseconds until it was cut off. */
function dawdling(port: number, head: string, drop: string): Promise<number> {
  const began = performance.now()
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.resume()
    socket.write(head)
    const timer = setInterval(() => socket.writable && socket.write(drop), 200)
    socket.on('close', () => {
      clearInterval(timer)
      resolve(performance.now() - began)
    })
  })
}

const head = 'POST /slack/events HTTP/1.1\r\nhost: x\r\n'

await test('hundreds of senders that never come to an end are cut off, and questions are answered meanwhile', async () => {
  const s = await slackOverHttp()
  try {
    await s.event(mention('1.0'), 'Ev0')
    const before = s.said().length
    const inHeaders = Array.from({ length: CONNECTIONS }, () => dawdling(s.port, head, 'x: y\r\n'))
    const inBody = Array.from({ length: CONNECTIONS }, () =>
      dawdling(s.port, `${head}content-length: 100000\r\n\r\n`, 'a'),
    )
    const began = performance.now()
    assert.equal((await s.event(mention('2.0'), 'Ev1')).status, 200)
    const waited = performance.now() - began
    assert.ok(s.said().length > before)
    assert.ok(waited < SLACK_MS, `the question took ${waited} ms`)
    const longest = async (all: readonly Promise<number>[]) => Math.max(...(await Promise.all(all)))
    assert.ok((await longest(inHeaders)) < PATIENCE.headersTimeout + SLACK_MS)
    assert.ok((await longest(inBody)) < PATIENCE.requestTimeout + SLACK_MS)
    const log = JSON.stringify(s.logged)
    for (const secret of SECRETS) assert.ok(!log.includes(secret))
  } finally {
    await s.stop()
  }
})

await test('signed nonsense is turned away and the next question is answered', async () => {
  const s = await slackOverHttp()
  try {
    const nonsense = ['[]', '"text"', '{"type":"event_callback"}', '{"__proto__":{"polluted":1}}']
    const forms = [
      'payload=%7B%7D',
      'payload=%7B%22type%22%3A%22block_actions%22%7D',
      'a=1&__proto__=2',
    ]
    for (const body of nonsense) assert.ok((await s.request(body)).status >= 200)
    for (const body of forms) {
      const { status } = await s.request(body, { type: 'application/x-www-form-urlencoded' })
      assert.ok(status >= 200)
    }
    assert.equal(Reflect.get({}, 'polluted'), undefined)
    assert.equal((await s.event(mention('2.0'), 'Ev2')).status, 200)
    assert.ok(s.calls.some((c) => c.method === 'chat.postMessage'))
  } finally {
    await s.stop()
  }
})
