/*
 * What a browser with scripts gets on top. The parts that change are fetched again when the workspace
 * says so, unless somebody is typing or something is open; commands are completed; keys do more.
 */
const LIVE = ['side', 'clock', 'messages', 'status', 'prompts', 'thread', 'agent', 'thread-status']
const TRAFFIC = ['filters', 'traffic']
const at = (id) => document.getElementById(id)
const parts = at('traffic') ? TRAFFIC : LIVE

/** Keeps elements that did not change, so that readers hear only what is new and focus stays. */
function patch(old, fresh) {
  if (!fresh.firstElementChild?.id) {
    old.innerHTML = fresh.innerHTML
    return
  }
  const have = new Map([...old.children].map((child) => [child.id, child]))
  const wanted = [...fresh.children].map((child) => {
    const held = have.get(child.id)
    return held?.outerHTML === child.outerHTML ? held : child
  })
  for (const child of [...old.children]) if (!wanted.includes(child)) child.remove()
  wanted.forEach((child, i) => {
    if (old.children[i] !== child) old.insertBefore(child, old.children[i] ?? null)
  })
}

const toEnd = (box) => {
  if (box && !box.classList.contains('home')) box.scrollTop = box.scrollHeight
}
const typing = () =>
  [...document.querySelectorAll('textarea,input[type=text]')].some(
    (field) => field.value !== field.defaultValue,
  )
const busy = () =>
  typing() ||
  [...document.querySelectorAll('input[type=file]')].some((field) => field.files.length > 0) ||
  document.querySelector('[role=dialog],.menu details[open],.pop[open],.exchange[open]') ||
  document.activeElement?.tagName === 'SELECT'

let stale = false
let timer
async function refresh() {
  stale = true
  if (busy()) return
  const answer = await fetch(location.href)
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
  if (busy()) return
  stale = false
  const moved = parts.some((id) => !at(id) !== !next.getElementById(id))
  if (next.querySelector('[role=dialog]') || moved) {
    location.reload()
    return
  }
  for (const id of parts) {
    const [old, fresh] = [at(id), next.getElementById(id)]
    if (!old || old.innerHTML === fresh.innerHTML) continue
    const down = old.scrollHeight - old.scrollTop - old.clientHeight < 40
    const inside = old.contains(document.activeElement)
    patch(old, fresh)
    if (down) toEnd(old)
    if (inside && !old.contains(document.activeElement)) old.focus()
  }
}
const soon = () => {
  clearTimeout(timer)
  timer = setTimeout(() => refresh().catch(() => undefined), 150)
}
const of = parts === TRAFFIC ? 'traffic' : 'all'
new EventSource(`/events?of=${of}&drawn=${document.documentElement.dataset.drawn}`).onmessage = soon
if (at('clock'))
  setInterval(() => {
    // Opening Home anew would tell the app.
    if (!busy() && !document.querySelector('.home')) soon()
  }, 30_000)
document.addEventListener('input', () => stale && soon())
document.addEventListener('toggle', () => stale && soon(), true)

toEnd(at('messages'))
const [thread, agent] = [at('thread'), at('agent')]
for (const box of [thread, agent])
  if (box?.lastElementChild?.matches('article'))
    box.scrollTop = box.lastElementChild.offsetTop - box.offsetTop - 60

/* Whoever has sent something goes on writing where they were. */
const LAST = 'last-field'
document.addEventListener('submit', (event) => {
  const field = event.target.querySelector('.composer textarea')
  if (field) sessionStorage.setItem(LAST, field.getAttribute('aria-describedby'))
})
const last = sessionStorage.getItem(LAST)
sessionStorage.removeItem(LAST)
if (last && !document.querySelector('[role=dialog]'))
  document.querySelector(`[aria-describedby="${CSS.escape(last)}"]`)?.focus()

/* Commands: those that begin like what was typed are listed, and one of them is chosen. */
const listOf = (field) => at(field.getAttribute('aria-controls') ?? '')
const shownOf = (list) => [...list.children].filter((option) => !option.hidden)
function choose(field, option) {
  for (const other of listOf(field).children)
    other.setAttribute('aria-selected', String(other === option))
  if (option) field.setAttribute('aria-activedescendant', option.id)
  else field.removeAttribute('aria-activedescendant')
  option?.scrollIntoView({ block: 'nearest' })
}
function complete(field) {
  const list = listOf(field)
  if (!list) return
  const typed = field.value.trimStart().toLowerCase()
  for (const option of list.children)
    option.hidden = !option.dataset.insert.toLowerCase().startsWith(typed)
  const any = typed.startsWith('/') && shownOf(list).length > 0
  list.hidden = !any || shownOf(list).every((option) => option.dataset.insert === typed)
  choose(field, undefined)
}
function take(field, option) {
  field.value = `${option.dataset.insert} `
  listOf(field).hidden = true
  choose(field, undefined)
  field.focus()
}
/** Whether the key was meant for the list of commands. */
function completionKey(event, field) {
  const list = listOf(field)
  if (!list || list.hidden) return false
  const options = shownOf(list)
  const now = options.findIndex((option) => option.getAttribute('aria-selected') === 'true')
  if (event.key === 'ArrowDown') choose(field, options[(now + 1) % options.length])
  else if (event.key === 'ArrowUp') choose(field, options[now <= 0 ? options.length - 1 : now - 1])
  else if (event.key === 'Tab' && !event.shiftKey) take(field, options[Math.max(0, now)])
  else if (event.key === 'Enter' && now >= 0) take(field, options[now])
  else if (event.key === 'Escape') list.hidden = true
  else return false
  return true
}
document.addEventListener('input', (event) => complete(event.target))
document.addEventListener('mousedown', (event) => {
  const option = event.target.closest?.('[role=option]')
  if (!option) return
  event.preventDefault()
  const list = option.parentElement
  take(document.querySelector(`[aria-controls="${list.id}"]`), option)
})
document.addEventListener('focusout', (event) => {
  const list = listOf(event.target)
  if (list) list.hidden = true
})

/* Keys */
function closeTopmost() {
  const open = document.querySelector('.menu details[open],.pop[open]')
  if (open) {
    open.open = false
    open.querySelector('summary').focus()
  } else
    (
      document.querySelector('[role=dialog] .closing') ?? document.querySelector('[data-close]')
    )?.click()
}
function nextRegion(back) {
  const regions = ['top', 'side', 'main', 'pane'].map(at).filter(Boolean)
  const now = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions.at((now + (back ? -1 : 1)) % regions.length)
  ;(next.querySelector('.messages') ?? next.querySelector('a,summary')).focus()
}
/** From message to message, and to what can be done with one. */
function messageKey(event) {
  const box = event.target.closest?.('[role=log]')
  const message = event.target.closest?.('article')
  if (!box || event.ctrlKey || event.metaKey || event.altKey) return false
  if (event.target !== box && event.target !== message) return false
  const all = [...box.querySelectorAll('article')]
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step) {
    const next = message ? all[all.indexOf(message) + step] : step < 0 ? all.at(-1) : all[0]
    next?.focus()
    return all.length > 0
  }
  const act = message?.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`)
  act?.click()
  if (act?.tagName === 'SUMMARY')
    act.parentElement.querySelector('input:not([type=hidden]),button')?.focus()
  return Boolean(act)
}
const isWord = (event, key) => (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === key
function handled(event) {
  const { target } = event
  const writes = target.matches?.('.composer textarea')
  if (target.tagName === 'TEXTAREA' && completionKey(event, target)) return true
  if (event.key === 'Enter' && (isWord(event, 'enter') || (writes && !event.shiftKey))) {
    if (!target.form || target.tagName === 'BUTTON') return false
    target.form.requestSubmit()
    return true
  }
  if (event.key === 'Escape') {
    closeTopmost()
    return true
  }
  if (event.key === 'ArrowUp' && writes && target.value === '') {
    target.closest('main,aside').querySelector('article:last-of-type')?.focus()
    return true
  }
  if (document.querySelector('[role=dialog]')) return false
  if (isWord(event, 'k')) document.querySelector('#side a')?.focus()
  else if (isWord(event, '/')) {
    at('view').open = true
    at('view').querySelector('summary').focus()
  } else if (event.key === 'F6') nextRegion(event.shiftKey)
  else return messageKey(event)
  return true
}
document.addEventListener('keydown', (event) => {
  // Letters of Korean and other scripts are composed with Enter too.
  if (event.isComposing || event.defaultPrevented) return
  if (handled(event)) event.preventDefault()
})
document.addEventListener('click', (event) => {
  for (const open of document.querySelectorAll('.pop[open]'))
    if (!open.contains(event.target)) open.open = false
})
