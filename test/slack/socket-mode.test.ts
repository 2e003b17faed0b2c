import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import { createSlackApp } from '../../src/slack/create-app.ts'
import { receives } from '../../src/slack/receives.ts'
import { product } from '../support/product.ts'
import { envelope, mention, posts, recordingSlack } from '../support/recording-slack.ts'

describe('over Socket Mode', () => {
  it('the same mention reaches the same answer, and a connection that drops is noticed', async () => {
    const slack = await recordingSlack()
    const made = await product(() => Date.parse('2026-11-24T12:00:00Z'))
    const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    await once(sockets, 'listening')
    const address = sockets.address()
    slack.socketUrl(`ws://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
    const acknowledged = new Promise<string>((resolve) => {
      sockets.on('connection', (socket) => {
        socket.send(JSON.stringify({ type: 'hello' }))
        socket.send(
          JSON.stringify({
            type: 'events_api',
            envelope_id: 'e1',
            accepts_response_payload: false,
            payload: envelope(mention('1.0'), 'Ev1'),
          }),
        )
        socket.on('message', (m) => String(m).includes('e1') && resolve(String(m)))
      })
    })
    const app = createSlackApp({
      ...made.options,
      bolt: {
        token: 'xoxb-1',
        appToken: 'xapp-1',
        socketMode: true,
        clientOptions: { slackApiUrl: slack.url },
      },
    })
    await app.app.start()
    expect(JSON.parse(await acknowledged)).toMatchObject({ envelope_id: 'e1' })
    await expect.poll(() => posts(slack.calls).length, { timeout: 10_000 }).toBe(1)
    expect(posts(slack.calls)[0]?.body.blocks).toContain('Hoffmann et al. 2022')
    expect(receives(app.app)).toBe(true)
    for (const socket of sockets.clients) socket.terminate()
    await expect.poll(() => receives(app.app)).toBe(false)
    await app.app.stop()
    await app.drain(5000)
    sockets.close()
    slack.server.closeAllConnections()
    slack.server.close()
    await made.db.destroy()
  })
})
