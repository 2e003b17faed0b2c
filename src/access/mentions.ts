/** How people, channels and user groups are written where a sentence is shown. */
export type Mentions = Readonly<{
  person: (id: string) => string
  channel: (id: string) => string
  group: (id: string) => string
}>
