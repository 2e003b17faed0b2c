import type { PersonRequest } from '../state-person.ts'
import { type Flags, type Io, languageFlag, UsageError } from './io.ts'
import { askState } from './state.ts'
import { writeNew } from './write-new.ts'

/** `person export` and `person delete`: what is stored by and about somebody, as a file or gone. */
export async function personCommand(
  [act, person, extra]: readonly string[],
  flags: Flags,
  io: Io,
): Promise<number> {
  const language = languageFlag(flags) ?? 'en'
  if ((act !== 'export' && act !== 'delete') || person === undefined || extra !== undefined)
    throw new UsageError({
      en: 'person takes what to do and whom: person export U012AB3CD [--out FILE], or person delete U012AB3CD [--dry-run].',
      ko: 'person에는 할 일과 대상이 필요합니다: person export U012AB3CD [--out FILE] 또는 person delete U012AB3CD [--dry-run]',
    })
  if (act === 'export' && flags.dryRun)
    throw new UsageError({
      en: 'person export changes nothing, so it takes no --dry-run.',
      ko: 'person export는 아무것도 바꾸지 않으므로 --dry-run을 받지 않습니다.',
    })
  const request: PersonRequest = { command: 'person', act, person, dryRun: flags.dryRun, language }
  const { lines, data } = await askState(request, flags, io)
  if (act === 'export' && flags.out !== undefined) {
    writeNew(flags.out, `${JSON.stringify(data, undefined, 2)}\n`)
    io.out(language === 'ko' ? `${flags.out}에 저장했습니다.` : `Written to ${flags.out}.`)
    return 0
  }
  io.out(flags.json ? JSON.stringify(data) : lines.join('\n'))
  return 0
}
