/** Tables of installations, of the workspaces they serve, and of the keys these read their bills with. */
export type InstallTables = {
  installation: {
    /** The workspace, or the organisation where the app was installed for all of it. */
    tenant_id: string
    org: number
    installed_at: number
    /** What Slack gave, tokens with it, sealed. */
    sealed: string
  }
  workspace: {
    tenant_id: string
    installation_id: string
    /** When it was let go of; null while it is served. */
    gone_at: number | null
  }
  connection: {
    tenant_id: string
    source: string
    connected_at: number
    /** Key and address, sealed. */
    sealed: string
  }
}
