/** A day's spend that its weekdays before do not explain. */
export type Anomaly = Readonly<{
  /** Stays the same for as long as it is the same matter: what "snooze" refers to. */
  key: string
  /** `level` is the third day in a row: the new usual. */
  kind: 'spike' | 'level'
  by: 'total' | 'model' | 'team'
  /** Group; none for the total. */
  name?: string
  /** Day of a spike, or first day of a new level. */
  day: string
  nano: bigint
  /** What the same weekday usually costs. */
  usualNano: bigint
  /** How many times the usual scatter it lies above the usual. */
  score: number
}>

/** What was looked for; fewer than 28 days of history say so instead of finding nothing. */
export type Anomalies =
  | Readonly<{ found: readonly Anomaly[]; historyDays: number }>
  | Readonly<{ tooFewDays: number }>
