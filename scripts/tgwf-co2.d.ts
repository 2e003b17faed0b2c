/** The package ships no types; values of marginal intensities are texts. */
declare module '@tgwf/co2/data' {
  type Zones<T> = Readonly<Record<string, T | undefined>>
  export const averageIntensity: { readonly data: Zones<number> }
  export const marginalIntensity: { readonly data: Zones<string> }
  export const electricityMaps: {
    readonly yearly2025: {
      readonly data: Zones<{ readonly carbonIntensity: { readonly value: number } }>
    }
  }
}
