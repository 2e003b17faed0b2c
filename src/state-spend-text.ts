import { showNano } from './digest/show-money.ts'
import type { ChargeSource, Rejected, SourceState } from './ingest/ports.ts'
import type { Bilingual, Language } from './language/language.ts'

/** What a reading of a service brought; the report that is kept and printed as JSON. */
export type PullSummary = Readonly<{
  source: string
  from: string
  to: string
  dryRun: boolean
  read: number
  kept: number
  charges: number
  days: number
  settledDays: number
  /** Effective cost by currency, nano-units as text. */
  totalNano: Readonly<Record<string, string>>
  lostToRounding: Readonly<Record<string, string>>
  withModel: number
  withTeamOrProject: number
  replaced: number
  rejected: readonly Rejected[]
  remarks: readonly Bilingual[]
  problem?: Bilingual
}>

/** Variables that switch each service on. */
const NEEDS: Readonly<Record<string, string>> = {
  openai: 'OPENAI_ADMIN_KEY',
  anthropic: 'ANTHROPIC_ADMIN_KEY',
  litellm: 'LITELLM_BASE_URL, LITELLM_API_KEY',
  openrouter: 'OPENROUTER_MANAGEMENT_KEY',
}

export function pullSentences(language: Language) {
  const both = {
    days: {
      en: '--from and --to must be UTC days such as 2026-11-01, not in the future and in order; --to needs --from.',
      ko: '--from과 --to는 2026-11-01 같은 UTC 날짜여야 하고 미래가 아니며 순서가 맞아야 합니다. --to에는 --from이 필요합니다.',
    },
    busy: {
      en: 'This source is being read at this moment; try again in a few minutes.',
      ko: '지금 이 소스를 읽고 있습니다. 몇 분 뒤에 다시 시도해 주십시오.',
    },
  } satisfies Record<string, Bilingual>
  return { days: both.days[language], busy: both.busy[language] }
}

/** Why a named source cannot be read, and how to switch it on: for a tenant of several by connecting it. */
export function unknownSource(
  name: string,
  sources: readonly ChargeSource[],
  language: Language,
  connects?: string,
): string {
  const needs = Object.hasOwn(NEEDS, name) ? NEEDS[name] : undefined
  if (needs !== undefined && connects !== undefined)
    return language === 'ko'
      ? `${connects}에 ${name} 연결이 없습니다. 다음 명령으로 연결해 주십시오: connect ${name} --tenant ${connects} < key.txt`
      : `${name} is not connected to ${connects}; connect it with: connect ${name} --tenant ${connects} < key.txt`
  if (needs !== undefined)
    return language === 'ko'
      ? `${name}: 설정되지 않았습니다. 환경 변수나 비밀 파일로 ${needs} 값을 설정해 주십시오.`
      : `${name} is not set up; set ${needs} in the environment or as a secret file.`
  const known = Object.keys(NEEDS).join(', ')
  const ready = sources.map((s) => s.id).join(', ') || '–'
  return language === 'ko'
    ? `--source는 ${known} 중 하나여야 합니다. 받은 값: "${name}". 설정된 소스: ${ready}.`
    : `--source must be one of ${known}; received "${name}". Set up: ${ready}.`
}

/** What a reading brought, for a person. */
export function pullLines(name: string, s: PullSummary, language: Language): string[] {
  const totals = Object.entries(s.totalNano)
    .map(([currency, nano]) => showNano(BigInt(nano), currency, language))
    .join(' + ')
  const lost = Object.entries(s.lostToRounding)
    .filter(([, amount]) => amount !== '0')
    .map(([currency, amount]) => `${amount} ${currency}`)
    .join(', ')
  const ko = language === 'ko'
  return [
    ...(s.problem ? [s.problem[language]] : []),
    ko
      ? `${name}, ${s.from}~${s.to}: 읽은 항목 ${s.read}개, 반영 ${s.kept}개, 거부 ${s.rejected.length}개.`
      : `${name}, ${s.from} to ${s.to}: items read ${s.read}, kept ${s.kept}, rejected ${s.rejected.length}.`,
    ko
      ? `확인된 날 ${s.days}일(확정 ${s.settledDays}일). 비용 ${s.charges}줄, 합계 ${totals || '없음'}.`
      : `Days known ${s.days}, settled ${s.settledDays}. Charges ${s.charges}, total ${totals || 'none'}.`,
    ko
      ? `모델이 있는 줄 ${s.withModel}개, 팀이나 프로젝트가 있는 줄 ${s.withTeamOrProject}개.`
      : `With a model ${s.withModel}, with a team or project ${s.withTeamOrProject}.`,
    ...(lost === '' ? [] : [ko ? `반올림 차이: ${lost}.` : `Lost to rounding: ${lost}.`]),
    ...(s.replaced === 0
      ? []
      : [ko ? `바뀐 이전 줄 ${s.replaced}개.` : `Earlier charges replaced: ${s.replaced}.`]),
    ...s.remarks.map((r) => r[language]),
    ...s.rejected.map((r) => `${r.line}: ${r.reason[language]}`),
    ...(s.dryRun ? [ko ? '시험 실행: 저장하지 않았습니다.' : 'Dry run: nothing was stored.'] : []),
  ]
}

type Row = Partial<SourceState> & Readonly<{ name: string }>

/** How each service stands, one line each. */
export function sourceLines(rows: readonly Row[], language: Language, connects?: string): string[] {
  const ko = language === 'ko'
  if (rows.length === 0 && connects !== undefined)
    return [
      ko
        ? `${connects}에는 연결된 서비스가 없습니다. connect 명령으로 연결할 수 있습니다.`
        : `No service is connected to ${connects}; the command connect does it.`,
    ]
  if (rows.length === 0)
    return [
      ko
        ? `설정된 소스가 없습니다. 다음 변수로 설정합니다: ${Object.values(NEEDS).join('; ')}.`
        : `No source is set up; these variables set one up: ${Object.values(NEEDS).join('; ')}.`,
    ]
  const moment = (at: number | undefined) =>
    at === undefined ? (ko ? '없음' : 'never') : `${new Date(at).toISOString().slice(0, 16)}Z`
  return rows.map(({ name, readAt, triedAt, settledThrough, problem }) => {
    const none = ko ? '없음' : 'none'
    const parts = ko
      ? [`마지막 성공 ${moment(readAt)}`, `마지막 시도 ${moment(triedAt)}`]
      : [`last good read ${moment(readAt)}`, `last attempt ${moment(triedAt)}`]
    const settled = ko
      ? `확정된 마지막 날 ${settledThrough ?? none}`
      : `settled through ${settledThrough ?? none}`
    const trouble = problem ? [`${ko ? '문제' : 'problem'}: ${problem[language]}`] : []
    return `${name}\t${[...parts, settled, ...trouble].join('; ')}`
  })
}
