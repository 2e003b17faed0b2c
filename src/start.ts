import { createServer } from 'node:net'

/** Everything that kept the process from starting, one sentence each. */
export class StartError extends Error {
  override name = 'StartError'
  constructor(problems: readonly string[]) {
    super(`Rightsize cannot start:\n${problems.map((p) => `- ${p}`).join('\n')}`)
  }
}

type Opened<T> = { [K in keyof T]: Awaited<T[K]> }

/**
 * Waits for everything that has to be opened, so that all that is wrong is told at once.
 * @param close ends what was opened when something else could not be
 * @throws {StartError} with every problem
 */
export async function openAll<T extends Readonly<Record<string, Promise<unknown>>>>(
  works: T,
  close: (opened: Partial<Opened<T>>) => Promise<unknown>,
): Promise<Opened<T>> {
  const names = Object.keys(works)
  const outcomes = await Promise.allSettled(Object.values(works))
  const problems = outcomes.flatMap((o) => (o.status === 'rejected' ? [problemOf(o.reason)] : []))
  const opened = Object.fromEntries(
    outcomes.flatMap((o, i) => (o.status === 'fulfilled' ? [[names[i], o.value]] : [])),
  ) as Opened<T>
  if (problems.length === 0) return opened
  await close(opened).catch(() => undefined)
  throw new StartError(problems)
}

/** What is wrong, without where in the program it came to light. */
export function problemOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Where a server is to listen, and the variable that says so. */
export type Place = Readonly<{ variable: string; port: number; host: string }>

/** Looks whether a port can be listened on. */
export async function portIsFree(place: Place): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(portError(error, place)))
    probe.listen(place.port, place.host, () => probe.close(() => resolve()))
  })
}

/** Why a port cannot be listened on, and what to do. */
export function portError(error: NodeJS.ErrnoException, { variable, port, host }: Place): Error {
  const mend = `set ${variable} to another port (0 picks a free one)`
  if (error.code === 'EADDRINUSE')
    return new Error(`Port ${port} on ${host} is in use. Stop what uses it, or ${mend}.`)
  if (error.code === 'EACCES')
    return new Error(`This user may not listen on port ${port} on ${host}; ${mend}.`)
  return new Error(`${host}:${port} cannot be listened on (${error.code}); ${mend}.`)
}
