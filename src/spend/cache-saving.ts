/** What reading from caches saved less what writing to them cost extra; negative when caching cost more. */
export type CacheSaving = Readonly<{
  nano: bigint
  readTokens: number
  writeTokens: number
  /** Cached tokens whose price without a cache is not known; not in `nano`. */
  unknownTokens: number
}>
