import type { Bilingual } from '../../language/language.ts'
import { shortened } from '../shortened.ts'

/** Why a row of a FOCUS file is not taken. */
export type FocusProblem =
  | Readonly<{ kind: 'cells'; received: string; width: number }>
  | Readonly<{ kind: 'date' | 'ambiguous'; column: string; received: string }>
  | Readonly<{ kind: 'category' | 'currency'; received: string }>
  | Readonly<{ kind: 'amount'; column: string; received: string }>
  | Readonly<{ kind: 'negative-tokens'; received: string }>

/** What is wrong with a row, what was received and what would do. */
export function focusSentence(problem: FocusProblem): Bilingual {
  const received = shortened(problem.received)
  switch (problem.kind) {
    case 'cells':
      return {
        en: `the row has ${received} ${received === '1' ? 'cell' : 'cells'} and the header ${problem.width}; a cell with the delimiter in it must stand in quotes.`,
        ko: `행의 칸은 ${received}개인데 머리글은 ${problem.width}개입니다. 구분 기호가 든 칸은 따옴표로 묶어야 합니다.`,
      }
    case 'date':
      return {
        en: `${problem.column}: "${received}" is not a UTC date such as 2026-11-24T00:00:00Z.`,
        ko: `${problem.column}: "${received}" 값이 2026-11-24T00:00:00Z 같은 UTC 날짜가 아닙니다.`,
      }
    case 'ambiguous':
      return {
        en: `${problem.column}: "${received}" could be two days, and the file does not tell which number is the month; write 2026-11-24.`,
        ko: `${problem.column}: "${received}" 값은 두 가지 날짜로 읽힐 수 있고 파일에서 어느 쪽이 월인지 알 수 없습니다. 2026-11-24처럼 적어 주십시오.`,
      }
    case 'category':
      return {
        en: `ChargeCategory: "${received}" is none of Usage, Purchase, Tax, Credit, Adjustment.`,
        ko: `ChargeCategory: "${received}" 값이 Usage, Purchase, Tax, Credit, Adjustment 가운데 하나가 아닙니다.`,
      }
    case 'currency':
      return {
        en: `BillingCurrency: "${received}" is not a code such as USD.`,
        ko: `BillingCurrency: "${received}" 값이 USD 같은 통화 코드가 아닙니다.`,
      }
    case 'amount':
      return {
        en: `${problem.column}: "${received}" is not a number such as 1234.56.`,
        ko: `${problem.column}: "${received}" 값이 1234.56 같은 숫자가 아닙니다.`,
      }
    case 'negative-tokens':
      return {
        en: `ConsumedQuantity: "${received}" tokens are fewer than none; only a ChargeClass of Correction may take tokens back.`,
        ko: `ConsumedQuantity: 토큰 수 "${received}" 값이 0보다 작습니다. 토큰을 되돌리는 행은 ChargeClass가 Correction이어야 합니다.`,
      }
    default:
      return problem satisfies never
  }
}
