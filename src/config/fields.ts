import { z } from 'zod'

/** Text that is not empty. */
export const text = () => z.string().min(1)

/** A file that holds a secret, in place of the secret itself. */
export const secretFile = (name: string) =>
  text().optional().describe(`File that holds ${name}, read anew for every poll, instead of it.`)
