import type { TravelClock } from './clock.ts'
import type { Upcoming } from './forms.ts'
import { createPeople } from './people.ts'
import { LocalReceiver } from './receiver.ts'
import { serveWorkspace } from './server.ts'
import { createStore } from './store.ts'
import { realTimer, type Timer } from './timer.ts'
import { createViews } from './views.ts'
import { createLocalFetch } from './web-api.ts'

type Options = Readonly<{
  timer?: Timer
  /** The schedules whose next run the page offers to go to. */
  upcoming?: () => Promise<readonly Upcoming[]>
}>

/** A Slack of one's own in the process: what Bolt needs to run on it, and a page for the browser. */
export function createWorkspace(clock: TravelClock, options: Options = {}) {
  const { timer = realTimer, upcoming = async () => [] } = options
  const store = createStore(clock.now)
  const receiver = new LocalReceiver(timer, store.traffic)
  const people = createPeople(store, receiver)
  const views = createViews(store, receiver)
  return {
    store,
    people,
    views,
    receiver,
    clock,
    fetch: createLocalFetch(store),
    slackApiUrl: 'http://local.invalid/api/',
    token: 'xoxb-local',
    serve: (port: number) => serveWorkspace({ store, people, views, timer, clock, upcoming }, port),
  }
}
