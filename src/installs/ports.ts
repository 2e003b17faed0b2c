/** The app installed into a workspace or an organisation, with what reaches it there. */
export type Installation = Readonly<{
  /** Id of the workspace, or of the organisation where the app was installed for all of it. */
  id: string
  org: boolean
  /** Epoch milliseconds. */
  installedAt: number
  /** Tokens and whose they are, as Slack gave them, in JSON; kept sealed. */
  content: string
}>

/** Installations and the workspaces they serve. Each workspace is a tenant of its own, in an organisation too. */
export type InstallationStore = Readonly<{
  /** Keeps an installation in the place of an earlier one, and its workspace as served by it. */
  save: (installation: Installation) => Promise<void>
  /** @throws when the stored secret cannot be opened */
  find: (id: string) => Promise<Installation | undefined>
  /** The installation that serves a workspace: its own or its organisation's. */
  serving: (tenant: string) => Promise<Installation | undefined>
  /** Keeps a workspace as served by an installation, as an event shows it to be. */
  join: (tenant: string, installation: string) => Promise<void>
  /** Workspaces that are served now, in order. */
  workspaces: () => Promise<readonly string[]>
  /**
   * Deletes an installation unless it is newer than the word of its end (epoch ms), and lets go of the
   * workspaces that only it served.
   * @returns those workspaces
   */
  remove: (id: string, toldAt: number, now: number) => Promise<readonly string[]>
  /**
   * Lets go of one workspace: its keys are deleted, its schedules stop, its messages are given up. Its
   * data stays until it is forgotten.
   */
  leave: (tenant: string, now: number) => Promise<void>
  /** Workspaces that were let go of before a moment. */
  goneBefore: (moment: number) => Promise<readonly string[]>
  /** Deletes everything of a workspace let go of before a moment; false when it has come back since. */
  forget: (tenant: string, before: number) => Promise<boolean>
}>

/** What a service is reached with: a key and, where it has no usual one, an address. */
export type Credential = Readonly<{ key: string; baseUrl?: string }>

/** Keys of services that a workspace's bills are read from; kept sealed. */
export type ConnectionStore = Readonly<{
  save: (tenant: string, source: string, credential: Credential, now: number) => Promise<void>
  /** Without keys. */
  list: (tenant: string) => Promise<readonly Readonly<{ source: string; connectedAt: number }>[]>
  /** @throws when the stored secret cannot be opened */
  credential: (tenant: string, source: string) => Promise<Credential | undefined>
  /** False when there was none. */
  remove: (tenant: string, source: string) => Promise<boolean>
}>

/** What became of the sealed values: sealed anew with the first key, or not to be opened. */
export type Resealed = Readonly<{ resealed: number; unopened: number }>
