/**
 * A chart as a value: one number a category and series. Values are plain numbers for drawing only;
 * figures that people read come beside it as text and a table.
 */
export type Chart = Readonly<{
  /** `bar` stacks its series. */
  kind: 'bar' | 'line'
  title: string
  /** What the vertical axis counts, e.g. `USD`. */
  yLabel: string
  categories: readonly string[]
  series: readonly Readonly<{ name: string; values: readonly number[] }>[]
  /** What the chart shows, with its main figures, for those who do not see it. */
  altText: string
}>
