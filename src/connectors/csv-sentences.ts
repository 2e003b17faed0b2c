import type { Bilingual } from '../language/language.ts'
import type { Column, HeaderProblem } from './csv-columns.ts'

export type TokenColumn = Extract<Column, 'input' | 'output' | 'cached'>

/** Why a row was not taken. */
export type RowProblem =
  | Readonly<{ kind: 'cells'; received: number; width: number }>
  | Readonly<{ kind: 'date' | 'currency' | 'cost'; received: string }>
  | Readonly<{ kind: 'empty'; column: 'provider' | 'model' }>
  | Readonly<{ kind: 'tokens'; column: TokenColumn; received: string }>
  | Readonly<{ kind: 'cached'; cached: number; input: number }>

/** Why a file was not taken. */
export type FileProblem =
  | Readonly<{ kind: 'no-header' }>
  | Readonly<{ kind: 'not-csv'; line: number }>
  | (HeaderProblem & Readonly<{ header: readonly string[] }>)

/** Cells are repeated to the person up to this many letters. */
const SHOWN = 60
const EXAMPLE = 'date,provider,model,team,input_tokens,output_tokens,cached_tokens,cost,currency'

/** What is wrong with a row, what was received and what would do, in one sentence. */
export function rowSentence(problem: RowProblem): Bilingual {
  switch (problem.kind) {
    case 'cells':
      return {
        en: `the row has ${problem.received} cells and the header ${problem.width}; a cell with a comma in it must stand in quotes.`,
        ko: `행의 칸은 ${problem.received}개인데 머리글은 ${problem.width}개입니다. 쉼표가 든 칸은 따옴표로 묶어야 합니다.`,
      }
    case 'date':
      return {
        en: `date: "${cut(problem.received)}" is not a UTC date such as 2026-11-24.`,
        ko: `date: "${cut(problem.received)}" 값이 2026-11-24 같은 UTC 날짜가 아닙니다.`,
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
        en: `cost: "${cut(problem.received)}" is not a plain number such as 1234.56 (no thousands separators, no currency sign).`,
        ko: `cost: "${cut(problem.received)}" 값이 1234.56 같은 숫자가 아닙니다(천 단위 구분 기호와 통화 기호 없이 적어야 합니다).`,
      }
    case 'tokens':
      return {
        en: `${problem.column} tokens: "${cut(problem.received)}" is not a whole number of at least 0.`,
        ko: `${problem.column} 토큰: "${cut(problem.received)}" 값이 0 이상의 정수가 아닙니다.`,
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

/** Why a whole file is refused, and what it needs. */
export function fileSentence(problem: FileProblem): Bilingual {
  switch (problem.kind) {
    case 'no-header':
      return {
        en: `The file is empty; it needs a header line such as ${EXAMPLE}.`,
        ko: `파일이 비어 있습니다. ${EXAMPLE} 같은 머리글 줄이 필요합니다.`,
      }
    case 'not-csv':
      return {
        en: `The file is not readable CSV from line ${problem.line} on; look there for a quote that is not closed or stands inside a cell.`,
        ko: `${problem.line}번째 줄부터 CSV로 읽을 수 없습니다. 닫히지 않았거나 칸 안에 놓인 따옴표가 있는지 확인해 주십시오.`,
      }
    case 'missing':
      return {
        en: `The header has no column for ${problem.columns.join(', ')}; received "${cut(problem.header.join(','), 200)}". Needed: date, provider, model, cost, currency; known besides: team, input_tokens, output_tokens, cached_tokens.`,
        ko: `머리글에 ${problem.columns.join(', ')} 열이 없습니다. 받은 머리글: "${cut(problem.header.join(','), 200)}". 필요한 열은 date, provider, model, cost, currency이고 team, input_tokens, output_tokens, cached_tokens도 읽습니다.`,
      }
    case 'twice':
      return {
        en: `The header has more than one column for ${problem.column}: ${cut(problem.headers.join(', '), 200)}. Leave one.`,
        ko: `머리글에 ${problem.column} 열이 둘 이상 있습니다(${cut(problem.headers.join(', '), 200)}). 하나만 남겨 주십시오.`,
      }
    default:
      return problem satisfies never
  }
}

function cut(text: string, most: number = SHOWN): string {
  const letters = [...text]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text
}
