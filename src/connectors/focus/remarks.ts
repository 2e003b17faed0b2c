import type { Bilingual } from '../../language/language.ts'
import type { DateOrder } from '../dates.ts'

/** What was noticed or taken for granted while a file was read. */
export type Noticed = Readonly<{
  order?: DateOrder
  /** Rows whose money had currency signs or thousands separators. */
  mended: number
  /** Rows whose charge period is longer than a day. */
  long: number
  givenCurrency?: string
  unknownProvider: boolean
  oneCost?: 'EffectiveCost' | 'BilledCost'
  bom: boolean
}>

/** The same in sentences for the report. */
export function remarksOf(noticed: Noticed): readonly Bilingual[] {
  const { order, mended, long, givenCurrency, unknownProvider, oneCost, bom } = noticed
  const remarks: (Bilingual | undefined | false)[] = [
    bom && {
      en: 'A byte order mark at the beginning was skipped.',
      ko: '파일 첫머리의 바이트 순서 표시(BOM)는 건너뛰었습니다.',
    },
    order && {
      en: `Dates with slashes were read ${order === 'month-first' ? 'month first (M/D/Y)' : 'day first (D/M/Y)'}, on which all dates of the import agree.`,
      ko: `빗금으로 쓴 날짜는 모든 날짜가 일치하는 ${order === 'month-first' ? '월/일/연도' : '일/월/연도'} 순서로 읽었습니다.`,
    },
    mended > 0 && {
      en: `Money with currency signs, brackets or thousands separators was read as plain numbers: ${mended} rows.`,
      ko: `통화 기호, 괄호, 천 단위 구분 기호가 있는 금액은 일반 숫자로 읽었습니다: ${mended}행.`,
    },
    long > 0 && {
      en: `Charges for more than one day stand whole on the first day of their period: ${long} rows.`,
      ko: `하루를 넘는 기간의 비용은 나누지 않고 기간 첫날에 두었습니다: ${long}행.`,
    },
    givenCurrency !== undefined && {
      en: `Where the file does not say its currency, ${givenCurrency} was taken, as you said.`,
      ko: `파일에 통화가 없는 곳은 지정하신 ${givenCurrency} 통화로 읽었습니다.`,
    },
    unknownProvider && {
      en: 'The file names no provider for some rows; they stand under "unknown". Name it with --provider.',
      ko: '공급사가 적혀 있지 않은 행은 "unknown"에 두었습니다. --provider로 이름을 알려 주실 수 있습니다.',
    },
    oneCost && {
      en: `The file has only ${oneCost}, which was taken for effective and billed cost alike.`,
      ko: `파일에 ${oneCost} 열만 있으므로 실제 비용과 청구 비용 모두로 보았습니다.`,
    },
  ]
  return remarks.filter((remark) => typeof remark === 'object')
}
