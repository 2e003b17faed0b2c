import { z } from 'zod'
import { readDatedRates } from '../settings/dated-rates.ts'

const EXAMPLE = 'EUR:0.92@2026-11-01,KRW:1390@2026-11-01'

/** Rates of exchange, for answers in another currency than dollars. */
export const CURRENCY = {
  CURRENCY_RATES: z
    .string()
    .refine((text) => readDatedRates(text).problems.length === 0)
    .transform((text) => readDatedRates(text).rates)
    .optional()
    .meta({
      description: `Units of a currency for a dollar from a day on, such as ${EXAMPLE}; none is ever fetched. Answers are shown in it beside dollars where a workspace says so.`,
      form: (received) => {
        const { problems } = readDatedRates(received)
        return {
          en: `must be rates with their days, separated by commas, such as ${EXAMPLE}: ${problems.map((p) => p.en).join('; ')}`,
          ko: `${EXAMPLE}처럼 날짜가 붙은 환율을 쉼표로 이어 적어야 합니다. ${problems.map((p) => p.ko).join(' ')}`,
        }
      },
    }),
}
