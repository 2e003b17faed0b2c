/** Ends of what is plausible around a value. */
export type Spread = Readonly<{ low: number; high: number }>

/** What an axis counts, in words, and how its numbers are written: a currency such as `USD`, `%`, or as they are. */
export type Axis = Readonly<{ label: string; unit: string }>

type Frame = Readonly<{
  title: string
  /** What has to be known to read it, a line each, below the drawing. */
  notes?: readonly string[]
  /** What the chart shows, with its main figures, for those who do not see it. */
  altText: string
}>

/** Bars stacked up from zero, and down where values are negative. */
export type BarChart = Frame &
  Readonly<{
    kind: 'bar'
    y: Axis
    categories: readonly string[]
    series: readonly Readonly<{ name: string; values: readonly number[] }>[]
    /** What is expected next, with its range: one more bar, drawn apart. */
    expected?: Readonly<{ label: string; value: number; spread: Spread }>
  }>

/** Lines over places that are evenly spaced, or stand where `at` says. */
export type LineChart = Frame &
  Readonly<{
    kind: 'line'
    y: Axis
    xLabel?: string
    categories: readonly string[]
    at?: readonly number[]
    /** Spreads at all places draw a band, at single places a whisker. */
    series: readonly Readonly<{
      name: string
      values: readonly number[]
      spreads?: readonly (Spread | undefined)[]
    }>[]
    /** What the ends of a band are called where they are drawn as lines of their own. */
    ends?: Readonly<{ low: string; high: string }>
    /** Single points that were measured or are worth a word; `at` counts as the places do. */
    marks?: readonly Readonly<{ at: number; value: number; label?: string }>[]
  }>

/** How an option stands; each has a shape of its own. */
export type PointStanding = 'chosen' | 'frontier' | 'other' | 'refused'

/** Points numbered in the order given, their spreads, and a stepped line along those of the frontier. */
export type ScatterChart = Frame &
  Readonly<{
    kind: 'scatter'
    x: Axis
    y: Axis
    points: readonly Readonly<{
      name: string
      x: number
      y: number
      xSpread: Spread
      ySpread: Spread
      standing: PointStanding
      /** On the stepped line: nothing is both cheaper and better. */
      onFrontier: boolean
    }>[]
  }>

/** What each assumption, turned from one end to the other, does to one result; widest first. */
export type TornadoChart = Frame &
  Readonly<{
    kind: 'tornado'
    x: Axis
    centre: number
    centreLabel: string
    rows: readonly Readonly<{
      name: string
      /** The result with the assumption at its low and at its high end. */
      atLow: number
      atHigh: number
      lowLabel: string
      highLabel: string
    }>[]
  }>

/** Bars that lie, in groups with a scale of their own each; the figure stands beside its bar. */
export type RowChart = Frame &
  Readonly<{
    kind: 'rows'
    groups: readonly Readonly<{
      title: string
      rows: readonly Readonly<{ name: string; value: number; spread: Spread; label: string }>[]
    }>[]
  }>

/**
 * A chart as a value. Values are plain numbers for drawing only; figures that people read come beside
 * it as text and a table.
 */
export type Chart = BarChart | LineChart | ScatterChart | TornadoChart | RowChart
