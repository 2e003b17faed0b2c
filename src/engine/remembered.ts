/** What a map keeps, weakly or not. */
type Kept<K, V> = Readonly<{ get: (key: K) => V | undefined; set: (key: K, value: V) => unknown }>

/** What is known under a key, made when first asked for. */
export function remembered<K, V>(known: Kept<K, V>, key: K, make: () => V): V {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}
