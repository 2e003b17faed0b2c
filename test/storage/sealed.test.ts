import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type EncryptionKeys, readEncryptionKeys } from '../../src/storage/encryption-keys.ts'
import { createSealer, SealError } from '../../src/storage/sealed.ts'

const SECRET = 'xoxb-the-secret'
const PLACE = { tenant: 'T1', column: 'installation.sealed' }
const key = () => randomBytes(32).toString('base64')
const keys = (text: string): EncryptionKeys => {
  const read = readEncryptionKeys(text)
  if (!read) throw new Error('no keys')
  return read
}

/** The error that opening throws. */
function refusal(open: () => string): Error {
  try {
    return new Error(`was opened: ${open()}`)
  } catch (error) {
    return error as Error
  }
}

describe('encryption keys', () => {
  it('are ids with 32 bytes in base64, and the first seals', () => {
    const read = readEncryptionKeys(`new:${key()}, old:${key()}`)
    expect(read?.first).toBe('new')
    expect([...(read?.byId.keys() ?? [])]).toEqual(['new', 'old'])
  })
  it.each([
    '',
    'no-key',
    `short:${randomBytes(31).toString('base64')}`,
    `long:${randomBytes(33).toString('base64')}`,
    `Capital:${key()}`,
    `twice:${key()},twice:${key()}`,
    `under_score:${key()}`,
  ])('are refused when they are not: %s', (text) =>
    expect(readEncryptionKeys(text)).toBeUndefined(),
  )
})

describe('a sealed value', () => {
  const sealer = createSealer(keys(`k1:${key()}`))

  it('opens where it was sealed, is another each time, and shows nothing', () => {
    const [one, other] = [sealer.seal(SECRET, PLACE), sealer.seal(SECRET, PLACE)]
    expect(sealer.open(one, PLACE)).toBe(SECRET)
    expect(sealer.open(other, PLACE)).toBe(SECRET)
    expect(one).not.toBe(other)
    expect(Buffer.from(one.slice(3), 'base64').toString('latin1')).not.toContain(SECRET)
    expect(sealer.open(sealer.seal('한국어', PLACE), PLACE)).toBe('한국어')
  })
  it.each([
    ['another tenant', { ...PLACE, tenant: 'T2' }],
    ['another column', { ...PLACE, column: 'connection.sealed/openai' }],
  ])('does not open as that of %s', (_, place) => {
    const error = refusal(() => sealer.open(sealer.seal(SECRET, PLACE), place))
    expect(error).toBeInstanceOf(SealError)
    expect(error.message).toMatch(/cannot be opened: the key "k1" is another one/)
    expect(error.message).not.toContain(SECRET)
  })
  it('does not open when any of its bytes was changed, or some are missing', () => {
    const sealed = sealer.seal(SECRET, PLACE)
    const bytes = Buffer.from(sealed.slice(3), 'base64')
    for (let i = 0; i < bytes.length; i++) {
      const changed = Buffer.from(bytes)
      changed[i] = (changed[i] ?? 0) ^ 1
      const value = `k1:${changed.toString('base64')}`
      expect(refusal(() => sealer.open(value, PLACE))).toBeInstanceOf(SealError)
    }
    for (let length = 0; length < bytes.length; length++) {
      const value = `k1:${bytes.subarray(0, length).toString('base64')}`
      expect(refusal(() => sealer.open(value, PLACE))).toBeInstanceOf(SealError)
    }
  })
  it('opens with an older key, and says which key is missing', () => {
    const [old, now] = [key(), key()]
    const sealed = createSealer(keys(`old:${old}`)).seal(SECRET, PLACE)
    expect(createSealer(keys(`new:${now},old:${old}`)).open(sealed, PLACE)).toBe(SECRET)
    const error = refusal(() => createSealer(keys(`new:${now}`)).open(sealed, PLACE))
    expect(error.message).toContain('sealed with the key "old", which is not in ENCRYPTION_KEYS')
    const mistaken = refusal(() => createSealer(keys(`old:${now}`)).open(sealed, PLACE))
    expect(mistaken.message).toContain('the key "old" is another one than it was sealed with')
  })
})
