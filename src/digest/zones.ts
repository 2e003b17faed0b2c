import { nearestWords } from '../sizing/nearest-words.ts'

/** What people write for a zone that is none: abbreviations and cities in Korean. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    kst: 'Asia/Seoul',
    korea: 'Asia/Seoul',
    한국: 'Asia/Seoul',
    서울: 'Asia/Seoul',
    jst: 'Asia/Tokyo',
    도쿄: 'Asia/Tokyo',
    일본: 'Asia/Tokyo',
    싱가포르: 'Asia/Singapore',
    뉴욕: 'America/New_York',
    et: 'America/New_York',
    est: 'America/New_York',
    edt: 'America/New_York',
    pt: 'America/Los_Angeles',
    pst: 'America/Los_Angeles',
    pdt: 'America/Los_Angeles',
    런던: 'Europe/London',
    gmt: 'Europe/London',
    bst: 'Europe/London',
    파리: 'Europe/Paris',
    cet: 'Europe/Paris',
    cest: 'Europe/Paris',
    베를린: 'Europe/Berlin',
    z: 'UTC',
  }),
)

/** The zone a text names, in its usual spelling, or else the one that is spelled most like it. */
export function findZone(text: string): Readonly<{ zone: string } | { nearest?: string }> {
  if (/^utc$/i.test(text)) return { zone: 'UTC' }
  const zones = Intl.supportedValuesOf('timeZone')
  const known = zones.find((zone) => zone.toLowerCase() === text.toLowerCase())
  if (known !== undefined) return { zone: known }
  if (text.includes('/') && isZone(text)) return { zone: spelled(text) }
  const nearest = ALIASES.get(text.toLowerCase()) ?? ofCity(text, zones) ?? alike(text, zones)
  return nearest === undefined ? {} : { nearest }
}

function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}

/** Names that the list of zones leaves out, such as Asia/Kolkata, begin their parts with capitals. */
function spelled(zone: string): string {
  return zone.toLowerCase().replace(/(^|[/_-])[a-z]/g, (letter) => letter.toUpperCase())
}

const cityOf = (zone: string) => zone.split('/').at(-1) ?? zone

function ofCity(text: string, zones: readonly string[]): string | undefined {
  const asked = text.toLowerCase().replaceAll(' ', '_')
  return zones.find((zone) => cityOf(zone).toLowerCase() === asked)
}

function alike(text: string, zones: readonly string[]): string | undefined {
  if (text.includes('/')) return nearestWords(text, zones, 1)[0]
  const [city] = nearestWords(text, zones.map(cityOf), 1)
  return city === undefined ? undefined : ofCity(city, zones)
}
