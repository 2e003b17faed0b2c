/** Near-term discount rates of the report, highest first; 2 % is its central one. */
export const DISCOUNT_RATES = ['2.5%', '2.0%', '1.5%'] as const

export type DiscountRate = (typeof DISCOUNT_RATES)[number]

/** File and date of the values below: 2020 US dollars per tonne of CO2 by emission year. */
export const SOCIAL_COST_SOURCE = {
  unit: '2020 USD per tonne of CO2',
  source:
    'https://github.com/USEPA/scghg/blob/23e26d8279ec68d4c948c1178c1d486c243f60e6/EPA/output/scghg_annual.csv',
  asOf: '2023-12-01',
} as const

/** Emission year and value, ascending. */
export const SOCIAL_COST: Readonly<Record<DiscountRate, readonly (readonly [number, number])[]>> = {
  '2.5%': [
    [2020, 117],
    [2022, 122],
    [2024, 128],
    [2025, 130],
    [2026, 133],
    [2028, 139],
    [2030, 144],
    [2033, 153],
    [2050, 205],
  ],
  '2.0%': [
    [2020, 193],
    [2021, 197],
    [2024, 208],
    [2025, 212],
    [2026, 215],
    [2028, 223],
    [2030, 230],
    [2035, 248],
    [2040, 267],
    [2050, 308],
  ],
  '1.5%': [
    [2020, 337],
    [2023, 351],
    [2025, 360],
    [2026, 365],
    [2028, 375],
    [2030, 384],
    [2035, 408],
    [2040, 431],
    [2050, 482],
  ],
}
