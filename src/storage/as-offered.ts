import { type RawBuilder, sql } from 'kysely'

/** For an upsert: each column as the refused row brought it, so that a long value is sent once. */
export function asOffered<Row extends object>(
  row: Row,
): { [Column in keyof Row]: RawBuilder<Row[Column]> } {
  const columns = Object.keys(row).map((column) => [column, sql.ref(`excluded.${column}`)])
  return Object.fromEntries(columns)
}
