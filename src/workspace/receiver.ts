import type { App, Receiver, ReceiverEvent } from '@slack/bolt'
import { kindAndName } from './deliveries.ts'
import type { Json } from './store.ts'
import type { Timer } from './timer.ts'
import type { Traffic } from './traffic.ts'

/** What Bolt answered to a delivery: an acknowledgement with its payload, or that none came in time. */
export type Acknowledged = Readonly<
  { ok: true; payload: unknown } | { ok: false; error: 'operation_timeout' }
>

/** A body on its way through the app. */
export type Delivery = Readonly<{
  acknowledged: Promise<Acknowledged>
  /** Resolves when the listeners have finished; their errors are the app's to report. */
  done: Promise<void>
}>

/** Slack waits this long for an acknowledgement. */
const ACK_MS = 3000

/** Bolt's transport inside the process: hands bodies to the app and waits for what it says. */
export class LocalReceiver implements Receiver {
  private app: App | undefined
  private readonly timer: Timer
  private readonly traffic: Traffic

  constructor(timer: Timer, traffic: Traffic) {
    this.timer = timer
    this.traffic = traffic
  }

  init(app: App): void {
    this.app = app
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  /** Delivers a body as Slack would send it; throws when no app was attached. */
  deliver(body: ReceiverEvent['body']): Delivery {
    const { app } = this
    if (!app) throw new Error('The workspace was used before the app was attached.')
    const noted = this.traffic.begin(...kindAndName(body as Json), body)
    let done: Promise<void> = Promise.resolve()
    const acknowledged = new Promise<Acknowledged>((resolve) => {
      const cancel = this.timer(ACK_MS, () => resolve({ ok: false, error: 'operation_timeout' }))
      const ack: ReceiverEvent['ack'] = async (payload) => {
        cancel()
        noted.acknowledged(payload)
        resolve({ ok: true, payload })
      }
      done = app.processEvent({ body, ack }).catch(() => undefined)
    })
    const ended = Promise.all([acknowledged, done]).then(([said]) =>
      noted.done(said.ok ? {} : { error: said.error }),
    )
    void ended
    return { acknowledged, done }
  }
}
