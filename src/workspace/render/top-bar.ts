import type { Language } from '../../language/language.ts'
import { aheadWords, FRAME, KEYS, nextDigest } from '../frame-words.ts'
import { dmOf } from '../seed.ts'
import type { Notice } from '../store.ts'
import { WORDS } from '../words.ts'
import { addressOf, alone, type Frame, hidden, type Scene, THEMES } from './looking.ts'
import { html } from './mrkdwn.ts'
import { clockTime, dayAndTime, isoDate } from './time.ts'

/** The bar on top: whose workspace it is, the clock, the agent, the traffic and the look. */
export function topBar(scene: Scene, frame: Frame): string {
  const { looking, language } = scene
  const inDm = looking.channel === dmOf(looking.user) && !looking.home
  const agent =
    inDm || looking.agent !== undefined
      ? ''
      : `<a class="tool" href="${html(addressOf({ ...alone(looking), agent: 'last' }))}">${FRAME.agent[language]}</a>`
  return `<header class="top" id="top"><h1>${WORDS.company[language]}</h1><div class="tools" role="group" aria-label="${FRAME.tools[language]}">${clock(scene, frame)}${agent}<a class="tool" href="${html(trafficAddress(looking.user))}">${FRAME.traffic[language]}</a>${view(scene, frame)}</div>${notice(frame.notice, language)}</header>`
}

/** What came of what was just tried. */
function notice(said: Notice | undefined, language: Language): string {
  const role = said?.problem ? 'alert' : 'status'
  return said ? `<p class="notice" role="${role}">${html(said.words[language])}</p>` : ''
}

/** The page that lists what went between the workspace and the app. */
export function trafficAddress(
  user: string,
  filter: Readonly<Record<string, string>> = {},
): string {
  return `/traffic?${new URLSearchParams({ u: user, ...filter })}`
}

/** What time it is here, and forms that make it another. */
function clock({ store, looking, language, zone }: Scene, { ahead, upcoming }: Frame): string {
  const now = store.now()
  const back = addressOf(looking)
  const form = (inner: string, fields: Record<string, string>) =>
    `<form method="post" action="/travel">${hidden({ user: looking.user, back, ...fields })}${inner}</form>`
  const quick = (['hour', 'day', 'monday'] as const).map((key) =>
    form(`<button>${FRAME[key][language]}</button>`, { to: FRAME[key].en, zone }),
  )
  const scheduled = upcoming ?? []
  const digests = scheduled
    .filter((u) => u.nextRun > now && store.channels.get(u.channel)?.members.includes(looking.user))
    .map((u) => {
      const to = `${isoDate(u.nextRun, u.zone)} ${clockTime(u.nextRun, u.zone, 'en')}`
      const when = `${dayAndTime(u.nextRun, u.zone, language)} (${u.zone})`
      const channel = store.channels.get(u.channel)?.name ?? u.channel
      const label = html(nextDigest(channel, when)[language])
      return form(`<button>${label}</button>`, { to, zone: u.zone })
    })
  const zones = [...new Set([zone, 'Asia/Seoul', 'UTC', ...scheduled.map((u) => u.zone)])]
  const free = form(
    `<label>${FRAME.goTo[language]} <input type="text" name="to" required aria-describedby="to-hint"></label><label>${FRAME.zone[language]} <input type="text" name="zone" value="${html(zone)}" list="zones"></label><datalist id="zones">${zones.map((z) => `<option value="${html(z)}">`).join('')}</datalist><button class="primary">${FRAME.go[language]}</button><p class="hint" id="to-hint">${FRAME.goToHint[language]}</p>`,
    {},
  )
  const stand = ahead > 0 ? aheadWords(ahead)[language] : FRAME.realTime[language]
  const reset = ahead > 0 ? form(`<button>${FRAME.back[language]}</button>`, { to: 'now' }) : ''
  const none = upcoming ? FRAME.noSchedule : FRAME.schedulesUnknown
  return `<details class="pop" name="tool"><summary class="tool${ahead > 0 ? ' moved' : ''}"><span class="unseen">${FRAME.clock[language]}: </span><time id="clock" datetime="${new Date(now).toISOString()}">${dayAndTime(now, zone, language)}</time></summary><div class="panel"><h2>${FRAME.clock[language]}</h2><p><b>${dayAndTime(now, zone, language)}</b> (${html(zone)}). ${stand}</p><p class="hint">${FRAME.clockMeans[language]}</p><div class="quick">${quick.join('')}${digests.join('')}${reset}</div>${scheduled.length > 0 ? '' : `<p class="hint">${none[language]}</p>`}<div class="free">${free}</div></div></details>`
}

/** Light or dark, and the keys. */
function view({ looking, language }: Scene, { theme }: Frame): string {
  const themes = THEMES.map(
    (t) =>
      `<button name="theme" value="${t}" aria-pressed="${t === theme}">${FRAME[t][language]}</button>`,
  )
  const keys = KEYS.map(
    ({ keys, does }) => `<div><dt><kbd>${html(keys)}</kbd></dt><dd>${does[language]}</dd></div>`,
  )
  return `<details class="pop" name="tool" id="view"><summary class="tool">${FRAME.view[language]}</summary><div class="panel"><h2>${FRAME.theme[language]}</h2><form method="post" action="/theme">${hidden({ user: looking.user, back: addressOf(looking) })}<span class="themes">${themes.join('')}</span></form><h2>${FRAME.keys[language]}</h2><dl class="keys">${keys.join('')}</dl></div></details>`
}
