/** Foreign text for mrkdwn: exactly the three characters Slack gives meaning to, once. */
export function escapeMrkdwn(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** Slack's own escapes undone, for text that arrives from Slack. */
export function unescapeMrkdwn(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}

/** Cuts at a length, on a space where one is near, with an ellipsis. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${space > most * 0.7 ? cut.slice(0, space) : cut}…`
}
