import { FRAME, KIND_WORDS } from '../frame-words.ts'
import type { Store } from '../store.ts'
import { type Exchange, KINDS } from '../traffic.ts'
import { languageFor } from '../words.ts'
import { hidden, type Scene, type Theme } from './looking.ts'
import { html } from './mrkdwn.ts'
import { document } from './page.ts'
import { fullDay } from './time.ts'
import { trafficAddress } from './top-bar.ts'

/** Which exchanges are listed. */
export type TrafficFilter = Readonly<{ user: string; kind?: string; refused: boolean }>

/** What went between the workspace and the app, newest first. */
export function drawTraffic(store: Store, filter: TrafficFilter, theme: Theme): string {
  const { user, kind, refused } = filter
  const language = languageFor(store, user)
  const zone = store.person(user)?.zone ?? 'UTC'
  const scene = { language, zone }
  const failed = (e: Exchange) => e.error !== undefined || e.problems.length > 0
  const listed = store.traffic.exchanges
    .filter((e) => (kind === undefined || e.kind === kind) && (!refused || failed(e)))
    .reverse()
  const count = (of: (e: Exchange) => boolean) => store.traffic.exchanges.filter(of).length
  const tab = (label: string, more: Record<string, string>, current: boolean, many: number) =>
    `<a class="tab" href="${html(trafficAddress(user, more))}"${current ? ' aria-current="page"' : ''}>${label} <span class="count">${many}</span></a>`
  const filters = [
    tab(
      FRAME.all[language],
      {},
      kind === undefined && !refused,
      count(() => true),
    ),
    ...KINDS.map((k) =>
      tab(
        KIND_WORDS[k][language],
        { kind: k },
        kind === k,
        count((e) => e.kind === k),
      ),
    ),
    tab(FRAME.refusedOnly[language], { refused: '1' }, refused, count(failed)),
  ]
  const back = trafficAddress(user, {
    ...(kind === undefined ? {} : { kind }),
    ...(refused ? { refused: '1' } : {}),
  })
  const items = listed.map((e) => drawExchange(e, scene)).join('')
  const body = `<div class="traffic"><header class="top"><h1>${FRAME.traffic[language]}</h1><div class="tools"><a class="tool" href="/?${new URLSearchParams({ u: user })}">${FRAME.toWorkspace[language]}</a></div></header>
<main id="main"><p class="hint">${FRAME.trafficMeans[language]}</p><nav aria-label="${FRAME.traffic[language]}" id="filters">${filters.join('')}</nav><form method="post" action="/forget-traffic">${hidden({ user, back })}<button class="quiet">${FRAME.forget[language]}</button></form><div id="traffic">${items || `<p class="only" id="none">${FRAME.nothing[language]}</p>`}</div></main></div>`
  const drawnAt = store.traffic.changeCount()
  return document(FRAME.traffic[language], { language, theme, drawnAt, body })
}

function drawExchange(e: Exchange, { language, zone }: Pick<Scene, 'language' | 'zone'>): string {
  const inbound = e.kind === 'event' || e.kind === 'command' || e.kind === 'interaction'
  const at = new Date(e.at)
  const time = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit' },
    ...{ fractionalSecondDigits: 3, hourCycle: 'h23' },
  } as Intl.DateTimeFormatOptions).format(at)
  const took = e.ms === undefined ? FRAME.running[language] : `${e.ms} ms`
  const acknowledged = e.acknowledgedMs === undefined ? '' : ` · ack ${e.acknowledgedMs} ms`
  const bad = e.error !== undefined
  const outcome = bad ? e.error : e.ms === undefined ? '…' : 'ok'
  const reasons = e.problems.map((p) => `<li>${html(p)}</li>`).join('')
  const refused = reasons
    ? `<p class="error">${FRAME.refusedFor[language]}</p><ul class="problems">${reasons}</ul>`
    : ''
  const json = (label: string, value: unknown) =>
    value === undefined
      ? ''
      : `<h2>${label}</h2><pre tabindex="0" aria-label="${label}">${html(JSON.stringify(value, null, 2))}</pre>`
  return `<details class="exchange${bad ? ' bad' : ''}" id="x${e.id}"><summary><time datetime="${at.toISOString()}" title="${fullDay(e.at, zone, language)} (${html(zone)})">${time}</time><span class="badge">${KIND_WORDS[e.kind][language]}</span><span class="way">${inbound ? `→ ${FRAME.toApp[language]}` : `← ${FRAME.fromApp[language]}`}</span><b>${html(e.name)}</b><span class="took">${took}${acknowledged}</span><span class="outcome">${html(String(outcome))}</span></summary><div class="inside">${refused}${json(FRAME.sent[language], e.request)}${json(FRAME.answered[language], e.response)}</div></details>`
}
