/** Something dated, both ends ISO dates or date-times in UTC; `to` is excluded. */
export type Dated = Readonly<{ from: string; to?: string }>

export function isInForce({ from, to }: Dated, at: string): boolean {
  const time = Date.parse(at)
  return Date.parse(from) <= time && (to === undefined || time < Date.parse(to))
}

/** A sentence for each row that ends before it begins, or starts while the one before it still holds. */
export function overlaps(what: string, rows: readonly Dated[]): string[] {
  const sorted = [...rows].sort((a, b) => Date.parse(a.from) - Date.parse(b.from))
  const endless = sorted
    .filter((row) => row.to !== undefined && Date.parse(row.to) <= Date.parse(row.from))
    .map((row) => `${what}: the row from ${row.from} ends at ${row.to}, before it begins.`)
  const crossing = sorted.slice(1).flatMap((row, i) => {
    const before = sorted[i]
    const open = before && (before.to === undefined || Date.parse(before.to) > Date.parse(row.from))
    return open
      ? [
          `${what}: the row from ${before.from} is still in force when the one from ${row.from} starts.`,
        ]
      : []
  })
  return [...endless, ...crossing]
}
