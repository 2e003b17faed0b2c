import type { Bilingual } from '../language/language.ts'
import type { Column, HeaderProblem } from './csv-columns.ts'
import { shortened as cut } from './shortened.ts'

export type CountColumn = Extract<Column, 'input' | 'output' | 'cached' | 'requests'>

/** Why a row was not taken. */
export type RowProblem =
  | Readonly<{ kind: 'cells'; received: number; width: number }>
  | Readonly<{ kind: 'date' | 'ambiguous' | 'currency' | 'cost'; received: string }>
  | Readonly<{ kind: 'empty'; column: 'provider' | 'model' }>
  | Readonly<{ kind: 'count'; column: CountColumn; received: string }>
  | Readonly<{ kind: 'cached'; cached: number; input: number }>

/** What is wrong with a row, what was received and what would do, in one sentence. */
export function rowSentence(problem: RowProblem): Bilingual {
  switch (problem.kind) {
    case 'cells':
      return {
        en: `the row has ${problem.received} ${problem.received === 1 ? 'cell' : 'cells'} and the header ${problem.width}; a cell with a comma in it must stand in quotes.`,
        ko: `행의 칸은 ${problem.received}개인데 머리글은 ${problem.width}개입니다. 쉼표가 든 칸은 따옴표로 묶어야 합니다.`,
      }
    case 'date':
      return {
        en: `date: "${cut(problem.received)}" is not a UTC date such as 2026-11-24.`,
        ko: `date: "${cut(problem.received)}" 값이 2026-11-24 같은 UTC 날짜가 아닙니다.`,
      }
    case 'ambiguous':
      return {
        en: `date: "${cut(problem.received)}" could be two days, and the file does not tell which number is the month; write 2026-11-24.`,
        ko: `date: "${cut(problem.received)}" 값은 두 가지 날짜로 읽힐 수 있고 파일에서 어느 쪽이 월인지 알 수 없습니다. 2026-11-24처럼 적어 주십시오.`,
      }
    case 'empty':
      return {
        en: `${problem.column} is empty; it must name the ${problem.column}.`,
        ko: `${problem.column} 칸이 비어 있습니다. 이름을 적어야 합니다.`,
      }
    case 'currency':
      return {
        en: `currency: "${cut(problem.received)}" is not a code such as USD.`,
        ko: `currency: "${cut(problem.received)}" 값이 USD 같은 통화 코드가 아닙니다.`,
      }
    case 'cost':
      return {
        en: `cost: "${cut(problem.received)}" is not a number such as 1234.56.`,
        ko: `cost: "${cut(problem.received)}" 값이 1234.56 같은 숫자가 아닙니다.`,
      }
    case 'count':
      return {
        en: `${problem.column}${tokensWord(problem.column, ' tokens')}: "${cut(problem.received)}" is not a whole number of at least 0.`,
        ko: `${problem.column}${tokensWord(problem.column, ' 토큰')}: "${cut(problem.received)}" 값이 0 이상의 정수가 아닙니다.`,
      }
    case 'cached':
      return {
        en: `cached tokens (${problem.cached}) are part of the input tokens and cannot be more than those (${problem.input}).`,
        ko: `캐시 토큰(${problem.cached})은 입력 토큰의 일부이므로 입력 토큰(${problem.input})보다 많을 수 없습니다.`,
      }
    default:
      return problem satisfies never
  }
}

const tokensWord = (column: CountColumn, word: string) => (column === 'requests' ? '' : word)

/** Why a header does not do, and what would. */
export function headerSentence(problem: HeaderProblem, header: readonly string[]): Bilingual {
  const received = cut(header.join(','), 200)
  switch (problem.kind) {
    case 'missing':
      return {
        en: `The header has no column for ${problem.columns.join(', ')}; received "${received}". Needed: date, provider, model, cost, currency (or --currency USD); known besides: team, workload, input_tokens, output_tokens, cached_tokens, requests. Columns of other names are named with --map cost=Amount.`,
        ko: `머리글에 ${problem.columns.join(', ')} 열이 없습니다. 받은 머리글: "${received}". 필요한 열은 date, provider, model, cost, currency(또는 --currency USD)이고 team, workload, input_tokens, output_tokens, cached_tokens, requests도 읽습니다. 이름이 다른 열은 --map cost=Amount처럼 알려 주십시오.`,
      }
    case 'twice':
      return {
        en: `The header has more than one column for ${problem.column}: ${cut(problem.headers.join(', '), 200)}. Leave one, or say which with --map ${problem.column}=NAME.`,
        ko: `머리글에 ${problem.column} 열이 둘 이상 있습니다(${cut(problem.headers.join(', '), 200)}). 하나만 남기거나 --map ${problem.column}=이름으로 골라 주십시오.`,
      }
    case 'unmapped':
      return {
        en: `--map ${problem.column}=${cut(problem.mapped)} names a column that the header does not have; received "${received}".`,
        ko: `--map ${problem.column}=${cut(problem.mapped)}에 적은 열이 머리글에 없습니다. 받은 머리글: "${received}".`,
      }
    default:
      return problem satisfies never
  }
}
