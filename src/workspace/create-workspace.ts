import type { Clock } from '../answering/ports.ts'
import { createPeople } from './people.ts'
import { LocalReceiver } from './receiver.ts'
import { serveWorkspace } from './server.ts'
import { createStore } from './store.ts'
import { realTimer, type Timer } from './timer.ts'
import { createViews } from './views.ts'
import { createLocalFetch } from './web-api.ts'

/** A Slack of one's own in the process: what Bolt needs to run on it, and a page for the browser. */
export function createWorkspace(now: Clock, timer: Timer = realTimer) {
  const store = createStore(now)
  const receiver = new LocalReceiver(timer)
  const people = createPeople(store, receiver)
  const views = createViews(store, receiver)
  return {
    store,
    people,
    views,
    receiver,
    fetch: createLocalFetch(store),
    slackApiUrl: 'http://local.invalid/api/',
    token: 'xoxb-local',
    serve: (port: number) => serveWorkspace({ store, people, views, timer }, port),
  }
}

export type Workspace = ReturnType<typeof createWorkspace>
