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

const KEPT = '\uE000'

/**
 * Slack's mrkdwn as HTML. The order is what makes it right: code spans out, control sequences out,
 * the three entities decoded and everything escaped, then bold, italic and strike at word
 * boundaries, and the kept parts back in.
 */
export function mrkdwn(text: string, names: Names): string {
  const kept: string[] = []
  const keep = (markup: string): string => {
    kept.push(markup)
    return `${KEPT}${kept.length - 1}${KEPT}`
  }
  const decoded = (s: string) =>
    s.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
  let rest = text.replaceAll(KEPT, '')
  rest = rest.replace(/```([\s\S]+?)```/g, (_, code: string) =>
    keep(`<pre>${html(decoded(code))}</pre>`),
  )
  rest = rest.replace(/`([^`\n]+)`/g, (_, code: string) =>
    keep(`<code>${html(decoded(code))}</code>`),
  )
  rest = rest.replace(/<([^<>\n]+)>/g, (_, inner: string) => keep(control(inner, names, decoded)))
  rest = html(decoded(rest))
  rest = rest
    .replace(
      /(^|[\s(>“‘"'])\*(?=\S)([^*\n]*?\S)\*(?=$|[\s).,;:!?”’"'<-])/g,
      '$1<strong>$2</strong>',
    )
    .replace(/(^|[\s(>“‘"'])_(?=\S)([^_\n]*?\S)_(?=$|[\s).,;:!?”’"'<-])/g, '$1<em>$2</em>')
    .replace(/(^|[\s(>“‘"'])~(?=\S)([^~\n]*?\S)~(?=$|[\s).,;:!?”’"'<-])/g, '$1<del>$2</del>')
    .replace(/\n/g, '<br>')
  const back = (s: string): string =>
    s.replace(new RegExp(`${KEPT}(\\d+)${KEPT}`, 'g'), (_, i: string) =>
      back(kept[Number(i)] ?? ''),
    )
  return back(rest)
}

/** One control sequence: a link, a mention or a channel; anything else is shown as it stands. */
function control(inner: string, names: Names, decoded: (s: string) => string): string {
  const [target = '', label] = inner.split('|', 2)
  const mention = /^[@#](\w+)$/.exec(target)
  if (mention?.[1])
    return `<span class="mention">${target[0]}${html(label ?? names(mention[1]) ?? mention[1])}</span>`
  if (target.startsWith('!')) return `<span class="mention loud">@${html(target.slice(1))}</span>`
  const url = decoded(target)
  if (/^(https?:\/\/|mailto:)/i.test(url))
    return `<a href="${html(url)}" rel="noopener noreferrer" target="_blank">${html(decoded(label ?? target))}</a>`
  return html(decoded(`<${inner}>`))
}
