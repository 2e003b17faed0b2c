import type { Bilingual } from '../../language/language.ts'
import { type Finding, ok, problem, reported, skipped } from './finding.ts'

/** How the database stands: steps its tables still need, or that a later version made them. */
export type DatabaseState =
  | Readonly<{ kind: 'open'; steps: number }>
  | Readonly<{ kind: 'newer' }>
  /** A folder without a database yet. */
  | Readonly<{ kind: 'none' }>
  /** The running bot has it and answers. */
  | Readonly<{ kind: 'in-use' }>

/** Whether the database answers, can be written to and has the tables of this version. */
export async function databaseFinding(
  place: string,
  inspect: () => Promise<DatabaseState>,
): Promise<Finding> {
  let state: DatabaseState
  try {
    state = await inspect()
  } catch (error) {
    return reported(error, '', '데이터베이스를 쓸 수 없습니다: ')
  }
  switch (state.kind) {
    case 'in-use':
      return ok(
        `The running bot has opened ${place} and answers from it.`,
        `실행 중인 봇이 ${place}을(를) 열어 응답하고 있습니다.`,
      )
    case 'none':
      return ok(
        `${place} holds no database yet; the first start makes it.`,
        `${place}에 아직 데이터베이스가 없습니다. 처음 시작할 때 만듭니다.`,
      )
    case 'newer':
      return problem(
        `${place} was written by a newer Rightsize. Run that version or a later one, or use another place.`,
        `${place}에는 더 새로운 Rightsize가 쓴 데이터가 있습니다. 그 버전 이상을 실행하거나 다른 곳을 지정해 주십시오.`,
      )
    case 'open':
      return state.steps === 0
        ? ok(
            `${place} answers, takes writes, and its tables are up to date.`,
            `${place}: 응답하고 쓸 수 있으며 표가 최신입니다.`,
          )
        : ok(
            `${place} answers and takes writes; the next start brings its tables up to date (${state.steps} steps).`,
            `${place}: 응답하고 쓸 수 있습니다. 다음에 시작할 때 표를 최신으로 바꿉니다(${state.steps}단계).`,
          )
    default:
      return state satisfies never
  }
}

/** Bytes below which a disk counts as nearly full: room for the database to grow for weeks. */
const LITTLE = 500 * 1024 ** 2

export function diskFinding(folder: string, free: number): Finding {
  const megabytes = Math.floor(free / 1024 ** 2)
  const shown = megabytes < 10_000 ? `${megabytes} MB` : `${Math.floor(megabytes / 1024)} GB`
  return free >= LITTLE
    ? ok(`${shown} free for ${folder}.`, `${folder}: 남은 공간 ${shown}`)
    : problem(
        `Only ${shown} are free for ${folder}. Make room: a full disk stops every write.`,
        `${folder}: 남은 공간이 ${shown}뿐입니다. 디스크가 차면 아무것도 저장되지 않으니 공간을 확보해 주십시오.`,
      )
}

/** An index of notes: whose it is, and why it does not serve, if it does not. */
export type IndexState = Readonly<{ kept: 'shipped' | 'own' | 'none'; why?: Bilingual }>

export async function indexFinding(inspect: () => Promise<IndexState>): Promise<Finding> {
  let state: IndexState
  try {
    state = await inspect()
  } catch (error) {
    return reported(error, '', '노트나 색인을 읽을 수 없습니다: ')
  }
  const { kept, why } = state
  if (kept === 'none')
    return skipped(
      'EMBEDDINGS is none: questions are searched by keywords alone.',
      'EMBEDDINGS가 none이므로 키워드로만 찾습니다.',
    )
  if (why === undefined)
    return ok(
      'It is there and was made from these notes.',
      '색인이 있고 지금의 노트로 만들었습니다.',
    )
  return kept === 'own'
    ? ok(`${why.en}; the next start makes it anew.`, `${why.ko}. 다음에 시작할 때 새로 만듭니다.`)
    : problem(
        `${why.en}, so every start makes the vectors in memory. Run npm run build.`,
        `${why.ko}. 그래서 시작할 때마다 메모리에서 만듭니다. npm run build를 실행해 주십시오.`,
      )
}

/** How old the prices are: the day (ISO) on which any was last read, and how many have aged. */
export type CatalogueAge = Readonly<{ newest: string; days: number; aged: number; limit: number }>

export function catalogueFinding({ newest, days, aged, limit }: CatalogueAge): Finding {
  return days <= limit
    ? ok(
        `Prices were last read on ${newest}; ${aged} in force are older than ${limit} days (npm run check:catalog lists them).`,
        `가격을 마지막으로 확인한 날: ${newest}. ${limit}일이 지난 가격 ${aged}건(npm run check:catalog로 볼 수 있음)`,
      )
    : problem(
        `No price was read since ${newest}, ${days} days ago. Update Rightsize, or add current prices to catalog/ in KNOWLEDGE_DIR.`,
        `${newest}(${days}일 전) 이후로 확인한 가격이 없습니다. Rightsize를 업데이트하거나 KNOWLEDGE_DIR의 catalog/에 현재 가격을 넣어 주십시오.`,
      )
}
