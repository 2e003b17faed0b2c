import type { Language } from '../../language/language.ts'
import { dayNumber } from '../../spend/calendar.ts'
import { unconvertedTexts } from '../converted-text.ts'
import type { Digest, Period } from '../digest.ts'
import { noteLine } from '../digest-sentences.ts'
import { percent } from '../digest-words.ts'

/** A period with its UTC days. */
export function periodText({ cadence, key, from, to }: Period, language: Language): string {
  if (cadence === 'daily') return `${key} (UTC)`
  return language === 'ko'
    ? `${key} (${from} ~ ${to}, UTC)`
    : `${cadence === 'weekly' ? 'week' : 'month'} ${key} (${from} to ${to}, UTC)`
}

/** The last line of every answer: of which days the figures are, and what they cover. */
export function coverageLine(digest: Digest, language: Language): string {
  const ko = language === 'ko'
  const { coverage, dataThrough, period } = digest
  const { settledDays, teamShare, requestShare } = coverage
  const all = dayNumber(period.to) - dayNumber(period.from) + 1
  const days = ko
    ? `${all}일 중 ${settledDays.length}일 확정`
    : `${settledDays.length} of ${all} ${all === 1 ? 'day' : 'days'} settled`
  const parts = [
    days,
    ...(dataThrough === undefined || settledDays.length === 0
      ? []
      : [ko ? `데이터 ${dataThrough}까지` : `data through ${dataThrough}`]),
    ...(teamShare === undefined
      ? []
      : [`${ko ? '팀이 있는 비용' : 'cost with a team'} ${percent(teamShare, language)}`]),
    ...(requestShare === undefined
      ? []
      : [
          `${ko ? '요청 수를 아는 비용' : 'with known requests'} ${percent(requestShare, language)}`,
        ]),
    ...unconvertedTexts(digest, language),
  ]
  return `${ko ? '기간' : 'Period'}: ${periodText(period, language)}; ${parts.join(', ')}.`
}

/** What has to be known to read the figures rightly, as one line; how far the data goes stands in the last. */
export function noteLines({ notes, dataThrough }: Digest, language: Language): string[] {
  const said = notes.flatMap((note) => {
    if (note.kind !== 'missing-days' || dataThrough === undefined) return [note]
    const days = note.days.filter((day) => day < dataThrough)
    return days.length === 0 ? [] : [{ ...note, days }]
  })
  const lines = said.map((note) => noteLine(note, language).replace(/\.?$/, '.'))
  return lines.length === 0 ? [] : [lines.join(' ')]
}
