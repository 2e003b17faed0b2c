import { z } from 'zod'

/** One address that was opened. */
export const url = z.string().regex(/^https?:\/\/[^\s()]+$/, 'must be one address without spaces')
export const date = z.iso.date('must be a date such as 2026-11-24')
export const instant = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?$/,
    'must be a UTC date such as 2026-11-24 or 2026-11-24T16:00:00Z',
  )
export const source = z.strictObject({ url, checked: date, note: z.string().optional() })
export const bilingual = z.strictObject({ en: z.string().min(1), ko: z.string().min(1) })
export const spread = z
  .strictObject({ low: z.number(), central: z.number(), high: z.number() })
  .refine((r) => r.low <= r.central && r.central <= r.high, 'needs low <= central <= high')
export const ends = z
  .strictObject({ low: z.number(), high: z.number() })
  .refine((r) => r.low <= r.high, 'needs low <= high')
export const count = z.number().int().nonnegative()
