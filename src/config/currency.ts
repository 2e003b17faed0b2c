import { z } from 'zod'
import { readDatedRates } from '../settings/dated-rates.ts'

/** Rates of exchange, for answers in another currency than dollars. */
export const CURRENCY = {
  CURRENCY_RATES: z
    .string()
    .transform((text, context) => {
      const { rates, problems } = readDatedRates(text)
      if (problems.length > 0)
        context.addIssue({
          code: 'custom',
          message: `must be rates with their days, separated by commas, such as EUR:0.92@2026-11-01,KRW:1390@2026-11-01: ${problems.join('; ')}`,
        })
      return rates
    })
    .optional()
    .describe(
      'Units of a currency for a dollar from a day on, such as EUR:0.92@2026-11-01,KRW:1390@2026-11-01; none is ever fetched. Answers are shown in it beside dollars where a workspace says so.',
    ),
}
