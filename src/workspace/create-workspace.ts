import type { Clock } from '../answering/ports.ts'
import { createPeople } from './people.ts'
import { LocalReceiver } from './receiver.ts'
import { serveWorkspace } from './server.ts'
import { createStore } from './store.ts'
import { createLocalFetch } from './web-api.ts'

/** A Slack of one's own in the process: what Bolt needs to run on it, and a page for the browser. */
export function createWorkspace(now: Clock) {
  const store = createStore(now)
  const receiver = new LocalReceiver()
  const people = createPeople(store, receiver)
  return {
    store,
    people,
    receiver,
    fetch: createLocalFetch(store),
    slackApiUrl: 'http://local.invalid/api/',
    token: 'xoxb-local',
    serve: (port: number) => serveWorkspace(store, people, port),
  }
}

export type Workspace = ReturnType<typeof createWorkspace>
