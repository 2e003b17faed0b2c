import { doctor } from '../doctor.ts'
import { reportLines } from '../operation/doctor/report.ts'
import { type Flags, type Io, languageFlag } from './io.ts'

/** `doctor`: what is wrong with the installation and how to mend it; exit code 1 where anything is. */
export async function doctorCommand(flags: Flags, io: Io): Promise<number> {
  const language = languageFlag(flags) ?? 'en'
  const checked = await doctor(io.config, io.now)
  io.out(flags.json ? JSON.stringify(checked) : reportLines(checked, language).join('\n'))
  return checked.some((c) => c.state === 'problem') ? 1 : 0
}
