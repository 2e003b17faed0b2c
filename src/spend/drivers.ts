/**
 * What a change of cost is made of, in nano-units; the parts add up to `changeNano` exactly.
 * `requestsNano` and `lengthNano` split `volumeNano` and are there only where requests are known.
 */
export type Drivers = Readonly<{
  changeNano: bigint
  volumeNano: bigint
  requestsNano?: bigint
  lengthNano?: bigint
  priceNano: bigint
  mixNano: bigint
  newNano: bigint
  otherNano: bigint
}>
