type Body = Readonly<Record<string, unknown>>

/**
 * Whether an event or a command belongs to a workspace other than the one whose token this is. One
 * signing secret serves all workspaces an app is installed in, so a valid signature does not tell.
 * Clicks are not judged: in a channel that companies share they carry the clicker's own workspace.
 */
export function isForeign(body: object, own: string): boolean {
  const { authorizations, command, team_id, is_enterprise_install } = body as Body
  if (Array.isArray(authorizations) && authorizations.length > 0)
    return !(authorizations as Body[]).some(
      (one) => one.team_id === own || one.is_enterprise_install === true,
    )
  return command !== undefined && team_id !== own && String(is_enterprise_install) !== 'true'
}
