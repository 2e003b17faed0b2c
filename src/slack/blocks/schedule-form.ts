import type { View } from '@slack/types'
import { HOURS, MONTH_DAYS } from '../../digest/next-run.ts'
import type { Cadence } from '../../digest/period.ts'
import type { Schedule } from '../../digest/ports.ts'
import { LANGUAGES, type Language } from '../../language/language.ts'
import { CHANNELS, type FormKept, type FormState, heldIn, settingsForm } from './access-forms.ts'
import { plainText } from './kit.ts'

/** A Monday, from which the names of the weekdays are counted. */
const MONDAY = Date.parse('2026-11-23T00:00:00Z')
const DAY_MS = 86_400_000
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const MONTHDAYS = Array.from({ length: MONTH_DAYS.last }, (_, i) => MONTH_DAYS.first + i)
const HOURS_OF_DAY = Array.from({ length: HOURS.last - HOURS.first + 1 }, (_, i) => HOURS.first + i)

/** What the form opens on: a schedule as it is, or the zone of whoever sets one up. */
export type FormStart = Readonly<{ zone: string }> &
  Partial<Pick<Schedule, 'channel' | 'cadence' | 'day' | 'hour' | 'language' | 'currency'>>

/** The form behind "Set a schedule" and "Change schedule". */
export function scheduleForm(start: FormStart, kept: FormKept): View {
  const { zone, channel, cadence = 'weekly', day = 1, hour = 9, currency } = start
  const option = (value: string, text: string) => ({ value, text: plainText(text) })
  const when = (each: Cadence, on: number) =>
    option(`${each} ${on}`, whenText(each, on, kept.language))
  const at = (value: number) => option(String(value), `${String(value).padStart(2, '0')}:00`)
  const spoken = (value: Language) => option(value, LANGUAGES[value])
  const select = (options: readonly ReturnType<typeof option>[], initial_option: object) => ({
    type: 'static_select',
    options,
    initial_option,
  })
  const typed = (max_length: number, initial_value: string | undefined) => ({
    ...{ type: 'plain_text_input', max_length },
    ...(initial_value === undefined ? {} : { initial_value }),
  })
  const days = [
    when('daily', 0),
    ...WEEKDAYS.map((on) => when('weekly', on)),
    ...MONTHDAYS.map((on) => when('monthly', on)),
  ]
  return settingsForm(
    { callback_id: 'schedule_form', title: 'schedule' },
    [
      {
        field: 'channel',
        label: 'channel',
        element: { ...CHANNELS, ...(channel ? { initial_conversation: channel } : {}) },
      },
      { field: 'when', label: 'when', element: select(days, when(cadence, day)) },
      { field: 'hour', label: 'hour', element: select(HOURS_OF_DAY.map(at), at(hour)) },
      { field: 'zone', label: 'zone', element: typed(60, zone) },
      {
        field: 'language',
        label: 'language',
        element: select([spoken('en'), spoken('ko')], spoken(start.language ?? kept.language)),
      },
      {
        ...{ field: 'currency', label: 'currency', optional: true, hint: 'currencyHint' },
        element: typed(3, currency),
      },
    ],
    kept,
  )
}

/** What the form holds: what was typed, and the schedule in the words of the command. */
export function readScheduleForm(state: FormState) {
  const chosen = (field: string) => heldIn(state, field).selected_option?.value ?? ''
  const typed = (field: string) => (heldIn(state, field).value ?? '').trim()
  const [cadence, day] = chosen('when').split(' ')
  const on = { daily: '', weekly: ` weekday=${day}`, monthly: ` day=${day}` }[cadence as Cadence]
  const [zone, currency] = [typed('zone'), typed('currency').toUpperCase()]
  const rest = `hour=${chosen('hour')} zone=${zone} language=${chosen('language')}`
  return {
    channel: heldIn(state, 'channel').selected_conversation ?? '',
    ...{ zone, currency },
    words: `cadence=${cadence}${on} ${rest}${currency && ` currency=${currency}`}`,
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

/** Whether a text is empty or an ISO 4217 code. */
export function isCurrency(text: string): boolean {
  return text === '' || Intl.supportedValuesOf('currency').includes(text)
}

/** A cadence with its day: every day, a weekday (Monday is 1, Sunday 7) or a day of the month. */
function whenText(cadence: Cadence, day: number, language: Language): string {
  const ko = language === 'ko'
  switch (cadence) {
    case 'daily':
      return ko ? '매일' : 'Every day'
    case 'weekly': {
      const name = new Intl.DateTimeFormat(ko ? 'ko-KR' : 'en-US', {
        weekday: 'long',
        timeZone: 'UTC',
      }).format(new Date(MONDAY + (day - 1) * DAY_MS))
      return ko ? `매주 ${name}` : `Every ${name}`
    }
    case 'monthly':
      return ko ? `매월 ${day}일` : `Every month on day ${day}`
    default:
      return cadence satisfies never
  }
}
