/** Keys that secrets are sealed with, by their ids; the first seals, all open. */
export type EncryptionKeys = Readonly<{
  first: string
  byId: ReadonlyMap<string, Buffer>
}>

const KEY_BYTES = 32
const ONE_KEY = /^([a-z0-9-]{1,32}):([A-Za-z0-9+/_-]{43}=?)$/

/** Reads `id:base64-of-32-bytes`, several separated by commas; undefined when it is not that. */
export function readEncryptionKeys(text: string): EncryptionKeys | undefined {
  const byId = new Map<string, Buffer>()
  for (const one of text.split(',')) {
    const [, id = '', encoded = ''] = ONE_KEY.exec(one.trim()) ?? []
    const key = Buffer.from(encoded, 'base64')
    if (key.length !== KEY_BYTES || byId.has(id)) return undefined
    byId.set(id, key)
  }
  const [first] = byId.keys()
  return first === undefined ? undefined : { first, byId }
}
