import { z } from 'zod'

/** Text that is not empty. */
export const text = () => z.string().min(1)

const PORT_FORM = 'must be a whole number from 0 to 65535'

/** A port; 0 picks a free one. */
export const port = () =>
  z.coerce.number(PORT_FORM).int(PORT_FORM).min(0, PORT_FORM).max(65535, PORT_FORM)

/** A file that holds a secret, in place of the secret itself. */
export const secretFile = (name: string) =>
  text().optional().describe(`File that holds ${name}, read anew for every poll, instead of it.`)
