import { emojiOf } from '../emoji.ts'

/** HTML-escapes text for element content and attributes. */
export function html(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}

/** Names behind ids in control sequences. */
export type Names = (id: string) => string | undefined

/** Stands for a kept part while the rest is worked on; the character is private and taken out of texts. */
const KEPT = '\uE000'
const BEFORE = '(^|[\\s(\\[{>“‘–—]|&quot;|&#39;)'
const AFTER = '(?=$|[\\s).,;:!?\\]}”’<–—-]|&quot;|&#39;|&gt;)'
const STYLES: readonly (readonly [mark: string, tag: string])[] = [
  ['\\*', 'strong'],
  ['_', 'em'],
  ['~', 'del'],
]

/**
 * Slack's mrkdwn as HTML. The order is what makes it right: code spans out, control sequences out,
 * the three entities decoded and everything escaped, then quotes, bold, italic and strike at word
 * boundaries, and the kept parts back in.
 */
export function mrkdwn(text: string, names: Names): string {
  const kept: string[] = []
  const keep = (markup: string): string => {
    kept.push(markup)
    return `${KEPT}${kept.length - 1}${KEPT}`
  }
  let rest = text
    .replaceAll(KEPT, '')
    .replace(/```\n?([\s\S]+?)```/g, (_, code: string) =>
      keep(`<pre>${html(decoded(code)).trimEnd()}</pre>`),
    )
    .replace(/`([^`\n]+)`/g, (_, code: string) => keep(`<code>${html(decoded(code))}</code>`))
    .replace(/<([^<>\n]+)>/g, (_, inner: string) => keep(control(inner, names)))
  rest = quoted(html(decoded(rest)))
  for (const [mark, tag] of STYLES) {
    const plain = mark.replace('\\', '')
    const span = new RegExp(`${BEFORE}${mark}(?=\\S)([^${plain}\\n]*?\\S)${mark}${AFTER}`, 'g')
    rest = rest.replace(span, `$1<${tag}>$2</${tag}>`)
  }
  rest = rest
    .replace(
      /(^|[\s(>]):([a-z0-9_+-]+):(?=$|[\s).,!?<])/g,
      (whole, before: string, name: string) => {
        const drawn = emojiOf(name)
        return drawn === undefined ? whole : `${before}${emoji(name, drawn)}`
      },
    )
    .replace(/(<\/?blockquote>)\n/g, '$1')
    .replace(/\n/g, '<br>')
  const back = (s: string): string =>
    s.replace(new RegExp(`${KEPT}(\\d+)${KEPT}`, 'g'), (_, i: string) =>
      back(kept[Number(i)] ?? ''),
    )
  return back(rest)
}

/** An emoji with its name for those who hear it. */
export function emoji(name: string, drawn: string): string {
  return `<span role="img" aria-label="${html(name.replaceAll('_', ' '))}">${drawn}</span>`
}

/** Lines that begin with the quotation mark, taken together. */
function quoted(escaped: string): string {
  return escaped.replace(/^&gt; .*(?:\n&gt; .*)*/gm, (lines) => {
    const inner = lines.replace(/^&gt; /gm, '')
    return `<blockquote>${inner}</blockquote>`
  })
}

/** One control sequence: a link, a mention, a channel, a date; anything else is shown as it stands. */
function control(inner: string, names: Names): string {
  const bar = inner.indexOf('|')
  const target = bar < 0 ? inner : inner.slice(0, bar)
  const label = bar < 0 ? undefined : decoded(inner.slice(bar + 1))
  const [, sign, id] = /^([@#])(\w+)$/.exec(target) ?? []
  if (sign && id) return `<span class="mention">${sign}${html(label ?? names(id) ?? id)}</span>`
  const group = /^!subteam\^(\w+)$/.exec(target)?.[1]
  const handle = group === undefined ? undefined : names(group)
  if (handle !== undefined) return `<span class="mention">@${html(handle)}</span>`
  if (/^!(date|subteam)\^/.test(target) && label !== undefined) return html(label)
  if (target.startsWith('!')) return `<span class="mention loud">@${html(target.slice(1))}</span>`
  const url = decoded(target)
  return isLink(url) ? link(url, html(label ?? url)) : html(decoded(`<${inner}>`))
}

/** Whether an address may be clicked: the web and mail, never scripts. */
export function isLink(url: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(url)
}

/** A link out of the workspace; `label` is HTML. */
export function link(url: string, label: string): string {
  return `<a href="${html(url)}" rel="noopener noreferrer" target="_blank">${label}</a>`
}

function decoded(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}
