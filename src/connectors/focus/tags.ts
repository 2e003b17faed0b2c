/** Tag keys that name a team, best first; letter case, blanks, hyphens and underscores do not matter. */
export const TEAM_TAGS = [
  'team',
  'team_name',
  'cost_center',
  'squad',
  'department',
  'business_unit',
]
/** Tag keys that name a workload. */
const WORKLOAD_TAGS = ['workload', 'application', 'app', 'job', 'service']

export type Owners = Readonly<{ team?: string; workload?: string }>

/** A reader of FOCUS Tags: a JSON object, or a list of keys and values. Tags that are neither say nothing. */
export function tagReader(teamTags: readonly string[] = TEAM_TAGS): (tags: string) => Owners {
  return (tags) => {
    const values = tagValues(tags)
    const first = (keys: readonly string[]) =>
      keys.map((key) => values.get(plainKey(key))).find((value) => value !== undefined)
    const [team, workload] = [first(teamTags), first(WORKLOAD_TAGS)]
    return {
      ...(team === undefined ? {} : { team }),
      ...(workload === undefined ? {} : { workload }),
    }
  }
}

function tagValues(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const [key, value] of jsonEntries(text)) {
    const name = typeof value === 'string' ? value.replace(/[\s\p{Cc}]+/gu, ' ').trim() : ''
    if (name !== '' && !values.has(plainKey(key))) values.set(plainKey(key), name)
  }
  return values
}

/** Keys and values of a JSON object, or of a list of objects with `key` and `value`. */
export function jsonEntries(text: string): readonly (readonly [string, unknown])[] {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return []
    if (!Array.isArray(value)) return Object.entries(value)
    return value.flatMap((item: unknown) =>
      typeof item === 'object' && item !== null && 'key' in item && 'value' in item
        ? [[String(item.key), item.value] as const]
        : [],
    )
  } catch {
    return []
  }
}

/** Providers put their own prefix before the keys that people give, such as `user:`. */
function plainKey(key: string): string {
  return key
    .replace(/^.*:/, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
}
