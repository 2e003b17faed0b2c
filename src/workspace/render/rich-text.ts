import { emojiOf } from '../emoji.ts'
import { emoji, html, isLink, link, type Names } from './mrkdwn.ts'

type Json = Readonly<Record<string, unknown>>

const STYLES: readonly (readonly [style: string, tag: string])[] = [
  ['code', 'code'],
  ['bold', 'strong'],
  ['italic', 'em'],
  ['strike', 'del'],
]

/** Rich text as HTML: sections, lists, quotes and code, links and mentions, the four styles. */
export function richText(block: Json, names: Names): string {
  return children(block)
    .map((e) => part(e, names))
    .join('')
}

function part(e: Json, names: Names): string {
  const inner = () => richText(e, names)
  switch (e.type) {
    case 'rich_text_section':
      return `<div>${inner()}</div>`
    case 'rich_text_quote':
      return `<blockquote>${inner()}</blockquote>`
    case 'rich_text_preformatted':
      return `<pre>${inner()}</pre>`
    case 'rich_text_list': {
      const tag = e.style === 'ordered' ? 'ol' : 'ul'
      const items = children(e).map((item) => `<li>${richText(item, names)}</li>`)
      return `<${tag}>${items.join('')}</${tag}>`
    }
    case 'link': {
      const url = String(e.url ?? '')
      const label = styled(String(e.text ?? url), e)
      return isLink(url) ? link(url, label) : label
    }
    case 'user':
    case 'channel': {
      const id = String(e.user_id ?? e.channel_id ?? '')
      return `<span class="mention">${e.type === 'user' ? '@' : '#'}${html(names(id) ?? id)}</span>`
    }
    case 'broadcast':
      return `<span class="mention loud">@${html(String(e.range))}</span>`
    case 'emoji': {
      const drawn = emojiOf(String(e.name))
      return drawn === undefined ? html(`:${String(e.name)}:`) : emoji(String(e.name), drawn)
    }
    default:
      return styled(String(e.text ?? ''), e)
  }
}

function styled(text: string, e: Json): string {
  const style = (e.style ?? {}) as Json
  return STYLES.reduce(
    (inner, [name, tag]) => (style[name] === true ? `<${tag}>${inner}</${tag}>` : inner),
    html(text).replace(/\n/g, '<br>'),
  )
}

function children(e: Json): Json[] {
  return Array.isArray(e.elements)
    ? e.elements.filter((v): v is Json => typeof v === 'object' && v !== null)
    : []
}
