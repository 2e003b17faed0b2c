/**
 * Whether answers may be sent to an address that came with a command or a click: Slack's own for
 * replies, or the host of the Web API in use. Any other would be handed what only the asker may see.
 */
export function isReplyAddress(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, port, username, origin } = new URL(url)
  const isSlacks = protocol === 'https:' && hostname === 'hooks.slack.com' && port === ''
  return username === '' && (isSlacks || origin === new URL(apiUrl).origin)
}
