/** What the id of an option says: the models it is made of, and the way, absent of a model alone. */
export type OptionId = Readonly<{ way?: string; models: readonly string[] }>

/** Reads an id: "router:a+b" is a router of a and b, "a" the model a alone. */
export function readOptionId(id: string): OptionId {
  const [, way, models] = /^([a-z-]+):(.+)$/.exec(id) ?? []
  return way === undefined || models === undefined
    ? { models: [id] }
    : { way, models: models.split('+') }
}

/** The id of what is made of models. */
export function optionId(way: string, models: readonly string[]): string {
  return `${way}:${models.join('+')}`
}
