import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { EncryptionKeys } from './encryption-keys.ts'

/** Where a sealed value stands; what was sealed for one place cannot be opened in another. */
export type SealedPlace = Readonly<{ tenant: string; column: string }>

/** A stored secret that cannot be opened; the sentence names the key and the place, never the secret. */
export class SealError extends Error {
  override name = 'SealError'
}

/** Seals text with AES-256-GCM and opens it again. */
export type Sealer = Readonly<{
  /** Begins every value that the first key sealed. */
  prefix: string
  seal: (text: string, place: SealedPlace) => string
  /** @throws {SealError} when its key is not there, or it was changed or moved */
  open: (sealed: string, place: SealedPlace) => string
}>

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A sealed value is the id of its key, a colon, and nonce, tag and ciphertext in base64. */
export function createSealer({ first, byId }: EncryptionKeys): Sealer {
  const keyOf = (id: string, { tenant }: SealedPlace): Buffer => {
    const key = byId.get(id)
    if (key) return key
    throw new SealError(
      `A stored secret of ${tenant} is sealed with the key "${id}", which is not in ENCRYPTION_KEYS (${[...byId.keys()].join(', ')}). Add it behind the others.`,
    )
  }
  return {
    prefix: `${first}:`,
    seal: (text, place) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, keyOf(first, place), nonce)
      cipher.setAAD(boundTo(place))
      const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      const bytes = Buffer.concat([nonce, cipher.getAuthTag(), ciphertext])
      return `${first}:${bytes.toString('base64')}`
    },
    open: (sealed, place) => {
      const [id = '', encoded = ''] = sealed.split(':')
      const key = keyOf(id, place)
      const bytes = Buffer.from(encoded, 'base64')
      try {
        const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), {
          authTagLength: TAG_BYTES,
        })
        decipher.setAAD(boundTo(place))
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
        const ciphertext = bytes.subarray(NONCE_BYTES + TAG_BYTES)
        return decipher.update(ciphertext, undefined, 'utf8') + decipher.final('utf8')
      } catch {
        throw new SealError(
          `A stored secret of ${place.tenant} (${place.column}) cannot be opened: the key "${id}" is another one than it was sealed with, or the value was changed or moved. Put the right key into ENCRYPTION_KEYS, or install or connect again.`,
        )
      }
    },
  }
}

function boundTo({ tenant, column }: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify([tenant, column]))
}
