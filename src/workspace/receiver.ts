import type { App, Receiver, ReceiverEvent } from '@slack/bolt'

/** What Bolt answered to a delivery: an acknowledgement with its payload, or that none came in time. */
export type Acknowledged = Readonly<
  { ok: true; payload: unknown } | { ok: false; error: 'operation_timeout' }
>

/** Slack waits this long for an acknowledgement. */
const ACK_MS = 3000

/** Bolt's transport inside the process: hands bodies to the app and waits for what it says. */
export class LocalReceiver implements Receiver {
  private app: App | undefined

  init(app: App): void {
    this.app = app
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  /** Delivers a body; `done` resolves when the listeners have finished, errors included. */
  deliver(body: ReceiverEvent['body']): {
    acknowledged: Promise<Acknowledged>
    done: Promise<void>
  } {
    const { app } = this
    if (!app) throw new Error('The workspace was used before the app was attached.')
    let done: Promise<void> = Promise.resolve()
    const acknowledged = new Promise<Acknowledged>((resolve) => {
      const timer = setTimeout(() => resolve({ ok: false, error: 'operation_timeout' }), ACK_MS)
      const ack: ReceiverEvent['ack'] = async (payload) => {
        clearTimeout(timer)
        resolve({ ok: true, payload })
      }
      done = app.processEvent({ body, ack }).catch(() => undefined)
    })
    return { acknowledged, done }
  }
}
