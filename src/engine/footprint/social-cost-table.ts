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

/** Emission year of the first value of each list. */
export const FIRST_YEAR = 2020

/** One value a year from the first year on, to 2080. */
export const SOCIAL_COST: Readonly<Record<DiscountRate, readonly number[]>> = {
  '2.5%': [
    117, 119, 122, 125, 128, 130, 133, 136, 139, 141, 144, 147, 150, 153, 155, 158, 161, 164, 167,
    170, 173, 176, 179, 182, 186, 189, 192, 195, 199, 202, 205, 208, 211, 214, 217, 220, 222, 225,
    228, 231, 234, 236, 239, 241, 244, 246, 248, 251, 253, 256, 258, 261, 263, 266, 269, 271, 274,
    276, 279, 282, 284,
  ],
  '2.0%': [
    193, 197, 200, 204, 208, 212, 215, 219, 223, 226, 230, 234, 237, 241, 245, 248, 252, 256, 259,
    263, 267, 271, 275, 279, 283, 287, 291, 296, 300, 304, 308, 312, 315, 319, 323, 326, 330, 334,
    338, 341, 345, 348, 351, 354, 357, 360, 363, 366, 369, 372, 375, 378, 382, 385, 388, 391, 394,
    398, 401, 404, 407,
  ],
  '1.5%': [
    337, 341, 346, 351, 356, 360, 365, 370, 375, 380, 384, 389, 394, 398, 403, 408, 412, 417, 422,
    426, 431, 436, 441, 446, 451, 456, 462, 467, 472, 477, 482, 487, 491, 496, 500, 505, 510, 514,
    519, 523, 528, 532, 535, 539, 543, 547, 550, 554, 558, 562, 565, 569, 573, 576, 580, 583, 587,
    591, 594, 598, 601,
  ],
}
