import { dmOf, HUMANS } from '../seed.ts'
import { WORDS } from '../words.ts'
import { addressOf, type Looking, type Scene } from './looking.ts'
import { html } from './mrkdwn.ts'

/** Where one can go, and as whom. */
export function drawSide({ store, looking, language }: Scene): string {
  const agent = looking.agent === undefined ? {} : { agent: 'last' }
  const link = (to: Looking, label: string, current: boolean, more = '') =>
    `<li><a href="${html(addressOf(to))}"${current ? ' aria-current="page"' : ''}>${label}${more}</a></li>`
  const at = (channel: string, home = false): Looking => ({ user: looking.user, channel, home })
  const place = (channel: string, label: string, beside: object = {}) => {
    const current = !looking.home && channel === looking.channel
    const unread = current ? 0 : store.unread(looking.user, channel)
    const count = ` <span class="count">${unread}<span class="unseen"> ${WORDS.unread[language]}</span></span>`
    return link({ ...at(channel), ...beside }, html(label), current, unread > 0 ? count : '')
  }
  const channels = [...store.channels.values()]
    .filter((c) => c.im === undefined && c.members.includes(looking.user))
    .map((c) => place(c.id, `# ${c.name}`, agent))
  const dm = dmOf(looking.user)
  const inDm = looking.channel === dm
  const people = HUMANS.map((p) => {
    const role = p.role ? ` <span class="role">(${p.role[language]})</span>` : ''
    const to = { user: p.id, channel: inDm ? dmOf(p.id) : looking.channel, home: looking.home }
    return link(to, `${html(p.realName)}${role}`, p.id === looking.user)
  })
  return `<nav id="side" tabindex="-1" aria-label="${WORDS.workspace[language]}"><h2 id="side-channels">${WORDS.channels[language]}</h2><ul aria-labelledby="side-channels">${channels.join('')}</ul>
<h2 id="side-apps">${WORDS.apps[language]}</h2><ul aria-labelledby="side-apps">${place(dm, `Rightsize – ${WORDS.messages[language]}`)}${link(at(dm, true), `Rightsize – ${WORDS.home[language]}`, looking.home)}</ul>
<h2 id="side-people">${WORDS.actAs[language]}</h2><ul aria-labelledby="side-people">${people.join('')}</ul></nav>`
}
