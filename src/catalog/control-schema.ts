import { z } from 'zod'
import { bilingual, date, url } from './fields.ts'

function fact<T extends z.ZodType>(value: T) {
  return z
    .strictObject({ value, source: url, checked: date, note: bilingual.optional() })
    .optional()
}

const place = z.string().regex(/^(EU|[A-Z]{3})$/, 'must be EU or a country such as USA')

/** Who holds the data, at a provider; what is left out is unknown. */
export const providerControl = z.strictObject({
  data_leaves_company: fact(z.boolean()),
  trains_on_data: fact(z.boolean()),
  retention_days: fact(z.number().int().nonnegative()),
  zero_retention: fact(z.enum(['default', 'self-serve', 'on-approval', 'not-offered'])),
  residency: fact(z.array(place)),
  fine_tuning: fact(z.boolean()),
})

/** What differs for one model of a provider, and the day it stops answering. */
export const modelControl = providerControl.extend({ retires: fact(date) })
