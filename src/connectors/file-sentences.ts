import type { Bilingual } from '../language/language.ts'
import { shortened } from './shortened.ts'

/** Why a whole file is not taken. */
export type FileProblem = Readonly<{ name: string }> &
  (
    | Readonly<{ kind: 'unreadable' | 'empty' | 'zip' | 'binary' | 'bomb' | 'broken-gzip' }>
    | Readonly<{ kind: 'encoding'; received: string; line?: number }>
    | Readonly<{ kind: 'not-csv' | 'long-line'; line: number }>
    | Readonly<{ kind: 'no-parquet' }>
    | Readonly<{ kind: 'many-rows'; rows: number; most: number }>
    | Readonly<{ kind: 'many-refused'; refused: number; most: number; first: Bilingual }>
    | Readonly<{ kind: 'missing'; columns: readonly string[]; header: readonly string[] }>
    | Readonly<{ kind: 'no-currency' }>
    | Readonly<{ kind: 'mixed-kinds' }>
  )

/** What is wrong with a file, what was received and what would do. */
export function fileSentence(problem: FileProblem): Bilingual {
  const name = shortened(problem.name, 120)
  switch (problem.kind) {
    case 'unreadable':
      return {
        en: `The file ${name} cannot be read. Check that it is there and may be read.`,
        ko: `${name} 파일을 읽을 수 없습니다. 파일이 있는지, 읽을 권한이 있는지 확인해 주십시오.`,
      }
    case 'empty':
      return {
        en: `${name} is empty; a FOCUS file or a CSV with a header line is needed.`,
        ko: `${name} 파일이 비어 있습니다. FOCUS 파일이나 머리글 줄이 있는 CSV가 필요합니다.`,
      }
    case 'zip':
      return {
        en: `${name} is a ZIP archive or a spreadsheet. Unpack it, or save it as CSV, gzip-packed CSV or Parquet.`,
        ko: `${name} 파일은 ZIP 묶음이거나 스프레드시트입니다. 압축을 풀거나 CSV, gzip으로 압축한 CSV, Parquet로 저장해 주십시오.`,
      }
    case 'binary':
      return {
        en: `${name} is no CSV: it holds bytes that are no text. CSV, gzip-packed CSV and Parquet are read.`,
        ko: `${name} 파일은 CSV가 아닙니다. 글자가 아닌 바이트가 들어 있습니다. CSV, gzip으로 압축한 CSV, Parquet를 읽습니다.`,
      }
    case 'bomb':
      return {
        en: `${name} unpacks to far more than a bill would; nothing was read of it. Send it unpacked if it is real.`,
        ko: `${name} 파일은 압축을 풀면 청구서로 보기 어려울 만큼 커지므로 읽지 않았습니다. 실제 자료라면 압축을 풀어 보내 주십시오.`,
      }
    case 'broken-gzip':
      return {
        en: `${name} is packed with gzip, but broken or cut short. Export or copy it again.`,
        ko: `${name} 파일은 gzip 압축이 깨졌거나 중간에 끊겼습니다. 다시 내보내거나 복사해 주십시오.`,
      }
    case 'encoding':
      return {
        en: `${name} is ${problem.received} text${at(problem.line)}; save it as UTF-8.`,
        ko: `${name} 파일은 ${problem.received} 글자로 되어 있습니다${atKo(problem.line)}. UTF-8로 저장해 주십시오.`,
      }
    case 'not-csv':
      return {
        en: `${name} is not readable CSV from line ${problem.line} on; look there for a quote that is not closed or stands inside a cell.`,
        ko: `${name} 파일은 ${problem.line}번째 줄부터 CSV로 읽을 수 없습니다. 닫히지 않았거나 칸 안에 놓인 따옴표가 있는지 확인해 주십시오.`,
      }
    case 'long-line':
      return {
        en: `${name}: line ${problem.line} is longer than 2 MB, which no row of a bill is. Look there for a quote that is not closed or for missing line ends.`,
        ko: `${name}: ${problem.line}번째 줄이 2MB를 넘습니다. 청구서의 행으로는 너무 깁니다. 닫히지 않은 따옴표나 빠진 줄바꿈이 있는지 확인해 주십시오.`,
      }
    case 'no-parquet':
      return {
        en: `${name} is not readable as Parquet; it is broken or cut short. Export or copy it again.`,
        ko: `${name} 파일을 Parquet로 읽을 수 없습니다. 깨졌거나 중간에 끊겼습니다. 다시 내보내거나 복사해 주십시오.`,
      }
    case 'many-rows':
      return {
        en: `${name} says it holds ${problem.rows} rows, more than the ${problem.most} that are read at once. Split it by billing period.`,
        ko: `${name} 파일의 행은 ${problem.rows}개로, 한 번에 읽는 ${problem.most}개보다 많습니다. 청구 기간별로 나누어 주십시오.`,
      }
    case 'many-refused':
      return {
        en: `${problem.refused} rows of ${name} cannot be taken, more than ${problem.most}; the file is not what it says, and nothing was taken. The first: ${problem.first.en}`,
        ko: `${name} 파일에서 받을 수 없는 행이 ${problem.refused}개로 ${problem.most}개를 넘습니다. 파일 자체에 문제가 있으므로 아무것도 반영하지 않았습니다. 첫 번째 이유: ${problem.first.ko}`,
      }
    case 'missing':
      return {
        en: `The header of ${name} has no column for ${problem.columns.join(', ')}; received "${shortened(problem.header.join(','), 200)}".`,
        ko: `${name} 파일의 머리글에 ${problem.columns.join(', ')} 열이 없습니다. 받은 머리글: "${shortened(problem.header.join(','), 200)}".`,
      }
    case 'no-currency':
      return {
        en: `${name} does not say its currency. Which one is it? Say it on import: --currency USD.`,
        ko: `${name} 파일에 통화가 적혀 있지 않습니다. 어느 통화인지 --currency USD처럼 알려 주십시오.`,
      }
    case 'mixed-kinds':
      return {
        en: `${name} has other columns than the files before it: some are FOCUS, some plain CSV. Import them one after the other.`,
        ko: `${name} 파일은 앞의 파일과 열이 다릅니다. FOCUS 파일과 일반 CSV가 섞여 있으므로 따로 가져와 주십시오.`,
      }
    default:
      return problem satisfies never
  }
}

const at = (line?: number) => (line === undefined ? '' : ` (line ${line})`)
const atKo = (line?: number) => (line === undefined ? '' : `(${line}번째 줄)`)
