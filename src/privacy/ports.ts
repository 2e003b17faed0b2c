/** Stands where the id of somebody stood whose data was deleted; has the shape of an id, and is nobody's. */
export const DELETED_PERSON = 'UDELETED'

/** Rows of the database that name a person, by table, as they are stored; JSON is read. */
export type Traces = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** Rows of one table that named a person: taken away, or kept without the name. */
export type Forgotten = Readonly<Record<string, Readonly<{ deleted: number; kept: number }>>>

/** All that is stored by or about a person, within one tenant and over all tables. */
export type PersonStore = Readonly<{
  traces: (tenant: string, person: string) => Promise<Traces>
  /** Takes a person's rows away and their id out of all others, all or nothing; with `dryRun` only says what it would do. */
  forget: (tenant: string, person: string, dryRun?: boolean) => Promise<Forgotten>
}>
