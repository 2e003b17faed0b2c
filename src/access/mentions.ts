/** How people, channels, user groups and what others typed are written where a sentence is shown. */
export type Mentions = Readonly<{
  person: (id: string) => string
  channel: (id: string) => string
  group: (id: string) => string
  /** Foreign text, made harmless. */
  text: (foreign: string) => string
}>
