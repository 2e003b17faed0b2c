/** Foreign text for mrkdwn: exactly the three characters Slack gives meaning to, once. */
export function escapeMrkdwn(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** Slack's own escapes undone, for text that arrives from Slack. */
export function unescapeMrkdwn(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}

/**
 * Cuts at a length in UTF-16 units, on a space where one is near, with an ellipsis. Never through a
 * surrogate pair, and never through an escape such as `&lt;`, which would show as half of itself.
 */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text
    .slice(0, most - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/&[a-z]{0,3}$/, '')
  const space = cut.lastIndexOf(' ')
  return `${space > most * 0.7 ? cut.slice(0, space) : cut}…`
}
