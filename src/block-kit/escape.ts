/** Foreign text for mrkdwn: exactly the three characters Slack gives meaning to, once. */
export function escapeMrkdwn(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** Slack's own escapes undone, for text that arrives from Slack. */
export function unescapeMrkdwn(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}

/**
 * The beginning of a text, in UTF-16 units. Never through a surrogate pair, and never through an escape such
 * as `&lt;`, which would show as half of itself.
 */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text
  return text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/&[a-z]{0,3}$/, '')
}

/** The same on a space where one is near, with an ellipsis. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = beginning(text, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${space > most * 0.7 ? cut.slice(0, space) : cut}…`
}
