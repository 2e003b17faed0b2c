import { createServer } from 'node:net'
import type { Bilingual } from './language/language.ts'
import { listed, ToldError } from './language/told-error.ts'

/** Everything that kept the process from starting, one sentence each. */
export class StartError extends ToldError {
  override name = 'StartError'
  constructor(problems: readonly Bilingual[]) {
    super(listed(CANNOT, problems))
  }
}

const CANNOT = { en: 'Rightsize cannot start:', ko: 'Rightsize를 시작할 수 없습니다.' }

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

/** What is wrong, without where in the program it came to light; in English alone where whoever met it says no more. */
export function problemOf(error: unknown): Bilingual {
  if (error instanceof ToldError) return error.sentence
  const reason = error instanceof Error ? error.message : String(error)
  return { en: reason, ko: reason }
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
  const mend = {
    en: `set ${variable} to another port (0 picks a free one)`,
    ko: `${variable} 값을 다른 포트로 바꿔 주십시오(0이면 빈 포트를 고릅니다).`,
  }
  if (error.code === 'EADDRINUSE')
    return new ToldError({
      en: `Port ${port} on ${host} is in use. Stop what uses it, or ${mend.en}.`,
      ko: `${host}의 포트 ${port}번을 이미 쓰고 있습니다. 쓰는 프로그램을 멈추거나 ${mend.ko}`,
    })
  if (error.code === 'EACCES')
    return new ToldError({
      en: `This user may not listen on port ${port} on ${host}; ${mend.en}.`,
      ko: `이 사용자는 ${host}의 포트 ${port}번을 열 수 없습니다. ${mend.ko}`,
    })
  return new ToldError({
    en: `${host}:${port} cannot be listened on (${error.code}); ${mend.en}.`,
    ko: `${host}:${port} 주소를 열 수 없습니다(${error.code}). ${mend.ko}`,
  })
}
