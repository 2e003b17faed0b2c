/** Different values that one label may take, before what is new is `other`. */
const MOST = 60

/** Words of code, such as `chat.postMessage` and `not_in_channel`: no id of Slack and no sentence is one. */
const WORD = /^[a-z][a-z_-]{0,39}(\.[a-z][a-zA-Z]{0,39}){0,3}$/

/** Labels of a metric as they may be shown: few values each, and nobody's id or text among them. */
export function boundedLabels(): (
  labels: Readonly<Record<string, string>>,
) => Record<string, string> {
  const known = new Map<string, Set<string>>()
  const bounded = (label: string, value: string): string => {
    const values = known.get(label) ?? new Set()
    known.set(label, values)
    if (values.size < MOST && WORD.test(value)) values.add(value)
    return values.has(value) ? value : 'other'
  }
  return (labels) =>
    Object.fromEntries(
      Object.entries(labels).map(([label, value]) => [label, bounded(label, value)]),
    )
}
