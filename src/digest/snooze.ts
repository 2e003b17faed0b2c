import type { Bilingual, Language } from '../language/language.ts'
import { findingName } from './alert-text.ts'
import type { AlertState } from './alerts.ts'
import type { ChannelMeans } from './channel-digest.ts'
import { momentText } from './digest-sentences.ts'
import type { AlertLog } from './ports.ts'
import { anomalyFindings } from './spend-findings.ts'

/** A channel of a tenant, and who speaks there. */
export type ChannelPlace = Readonly<{ tenant: string; channel: string; person: string }>

/** For how long nobody wants to hear of what was snoozed. */
const SNOOZE_DAYS = 7
const DAY_MS = 86_400_000
/** Letters of a key that was typed, in what is said of it. */
const LETTERS = 80

const CHANGED: Bilingual = {
  en: 'The alerts have just changed; please try once more.',
  ko: '경보가 방금 바뀌었습니다. 다시 한 번 시도하십시오.',
}

/**
 * Keeps an alert of a channel, or an anomaly in its digest of a period, silent there for a week; the
 * reply is lines for the person who asked.
 */
export function createSnooze(
  means: ChannelMeans & Readonly<{ alerts: Pick<AlertLog, 'states' | 'record'> }>,
) {
  const { log, alerts, now } = means
  return async (
    place: ChannelPlace,
    key: string,
    language: Language,
    period?: string,
  ): Promise<readonly string[]> => {
    const { tenant, channel } = place
    const { revision, states } = await alerts.states(tenant, channel)
    const found =
      states.find(({ finding }) => finding.key === key) ??
      (period === undefined ? undefined : await anomalyState(means, place, key, period))
    if (!found) return [unknownAlert(key, states, language)]
    const snoozedUntil = now() + SNOOZE_DAYS * DAY_MS
    const next = [...states.filter((state) => state !== found), { ...found, snoozedUntil }]
    const at = { tenant, channel, language }
    if (!(await alerts.record(at, revision, next, undefined, now()))) return [CHANGED[language]]
    const schedule = (await log.schedules(tenant)).find((s) => s.channel === channel)
    const until = momentText(snoozedUntil, schedule?.zone ?? 'UTC', language)
    const name = findingName(found.finding, language)
    return [
      language === 'ko'
        ? `${until}까지 이 채널의 요약과 경보에서 알리지 않습니다: ${name}`
        : `Silent in this channel's digests and alerts until ${until}: ${name}.`,
    ]
  }
}

/** An anomaly in the digest of a period as a matter of its own, which the channel was not told of. */
async function anomalyState(
  { build }: ChannelMeans,
  { tenant, channel }: ChannelPlace,
  key: string,
  period: string,
): Promise<AlertState | undefined> {
  const { currencies } = await build({ tenant, channel, period })
  const finding = anomalyFindings(currencies).find((f) => f.key === key)
  return finding && { finding, open: true, standing: false }
}

function unknownAlert(key: string, states: readonly AlertState[], language: Language): string {
  const keys = states.filter(({ open }) => open).map(({ finding }) => `"${finding.key}"`)
  const known = keys.length > 0 ? keys.join(', ') : language === 'ko' ? '없음' : 'none'
  const clipped = key.slice(0, LETTERS)
  return language === 'ko'
    ? `이 채널에 "${clipped}"라는 경보가 없습니다. 지금 있는 것: ${known}`
    : `This channel has no alert "${clipped}". Those there are: ${known}.`
}
