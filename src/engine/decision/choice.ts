/** What a verdict can be. */
export const CHOICES = [
  'smaller',
  'bigger',
  'cascade',
  'router',
  'fine-tune',
  'distil',
  'self-host',
  'reasoning-effort',
  'no-ai',
  'cannot-tell',
] as const

export type Choice = (typeof CHOICES)[number]
