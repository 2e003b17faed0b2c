import type { View } from '@slack/types'
import { HOURS } from '../../digest/next-run.ts'
import type { Language } from '../../language/language.ts'
import { CHANNELS, type FormKept, type FormState, heldIn, settingsForm } from './access-forms.ts'
import { plainText } from './kit.ts'

/** A Monday, from which the names of the weekdays are counted. */
const MONDAY = Date.parse('2026-11-23T00:00:00Z')
const DAY_MS = 86_400_000

/** The form behind "Set a schedule". */
export function scheduleForm(zone: string, kept: FormKept): View {
  const { language } = kept
  const hours = Array.from({ length: HOURS.last - HOURS.first + 1 }, (_, i) => HOURS.first + i)
  const option = (value: number, text: string) => ({ value: String(value), text: plainText(text) })
  const hour = (value: number) => option(value, `${String(value).padStart(2, '0')}:00`)
  const day = (value: number) => option(value, weekdayName(value, language))
  const select = (options: readonly ReturnType<typeof option>[], initial_option: object) => ({
    type: 'static_select',
    options,
    initial_option,
  })
  return settingsForm(
    { callback_id: 'schedule_form', title: 'schedule' },
    [
      { field: 'channel', label: 'channel', element: CHANNELS },
      {
        field: 'weekday',
        label: 'weekday',
        element: select([1, 2, 3, 4, 5, 6, 7].map(day), day(1)),
      },
      { field: 'hour', label: 'hour', element: select(hours.map(hour), hour(9)) },
      {
        field: 'zone',
        label: 'zone',
        element: { type: 'plain_text_input', max_length: 60, initial_value: zone },
      },
    ],
    kept,
  )
}

/** What the form holds: the zone as it was typed, and the schedule in the words of the command. */
export function readScheduleForm(state: FormState) {
  const chosen = (field: string) => Number(heldIn(state, field).selected_option?.value)
  const zone = (heldIn(state, 'zone').value ?? '').trim()
  return {
    channel: heldIn(state, 'channel').selected_conversation ?? '',
    zone,
    words: `${weekdayName(chosen('weekday'), 'en')} ${chosen('hour')}:00 zone=${zone}`,
  }
}

/** Whether a zone is one that clocks can be set by. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone.includes('/') || zone === 'UTC'
  } catch {
    return false
  }
}

/** Monday is 1, Sunday 7. */
function weekdayName(weekday: number, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-US', {
    weekday: 'long',
    timeZone: 'UTC',
  })
  return format.format(new Date(MONDAY + (weekday - 1) * DAY_MS))
}
