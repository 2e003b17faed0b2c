import { type Finding, ok, problem, skipped } from './finding.ts'

/** What Slack said of a token: its workspace and scopes, as far as it says them, or its refusal. */
export type TokenState =
  | Readonly<{ taken: true; team?: string; scopes?: readonly string[] }>
  /** Slack's own code of the refusal. */
  | Readonly<{ taken: false; code: string }>
  | Readonly<{ taken: 'unreached'; address: string }>

const LOCAL = skipped(
  'SLACK_BOT_TOKEN is not set: the local workspace is served.',
  'SLACK_BOT_TOKEN이 없어 로컬 워크스페이스로 동작합니다.',
)

export function botTokenFinding(state: TokenState | undefined): Finding {
  if (!state) return LOCAL
  if (state.taken === 'unreached') return unreached(state.address)
  if (!state.taken)
    return problem(
      `Slack does not accept SLACK_BOT_TOKEN (${state.code}). Copy the bot token of the installed app again.`,
      `Slack이 SLACK_BOT_TOKEN을 받지 않습니다(${state.code}). 설치된 앱의 봇 토큰을 다시 복사해 주십시오.`,
    )
  const team = state.team === undefined ? '' : ` (${state.team})`
  return ok(`Slack takes it${team}.`, `Slack이 받았습니다${team}.`)
}

export function scopesFinding(state: TokenState | undefined, needed: readonly string[]): Finding {
  if (!state) return LOCAL
  if (state.taken !== true || !state.scopes)
    return skipped(
      'Slack did not say which scopes it has.',
      'Slack이 권한 범위를 알려 주지 않았습니다.',
    )
  const { scopes } = state
  const missing = needed.filter((scope) => !scopes.includes(scope)).join(', ')
  return missing === ''
    ? ok(`All ${needed.length} are there.`, `필요한 ${needed.length}개가 모두 있습니다.`)
    : problem(
        `Missing: ${missing}. Put them into the app's manifest and install it to the workspace again.`,
        `빠진 권한: ${missing}. 앱 매니페스트에 넣고 워크스페이스에 다시 설치해 주십시오.`,
      )
}

export function appTokenFinding(state: TokenState | undefined, local: boolean): Finding {
  if (local) return LOCAL
  if (!state)
    return skipped(
      'Events come over HTTP; whether SLACK_SIGNING_SECRET is right shows with the first event.',
      '이벤트를 HTTP로 받습니다. SLACK_SIGNING_SECRET이 맞는지는 첫 이벤트 때 알 수 있습니다.',
    )
  if (state.taken === 'unreached') return unreached(state.address)
  if (state.taken)
    return ok('Slack opens Socket Mode with it.', 'Slack이 이 토큰으로 Socket Mode를 엽니다.')
  if (state.code === 'ratelimited')
    return skipped('Slack asks to try later.', 'Slack이 나중에 다시 시도하라고 합니다.')
  return problem(
    `Slack does not open Socket Mode with SLACK_APP_TOKEN (${state.code}). Make an app-level token with connections:write, and turn Socket Mode on.`,
    `Slack이 SLACK_APP_TOKEN으로 Socket Mode를 열지 않습니다(${state.code}). connections:write 권한이 있는 앱 수준 토큰을 만들고 Socket Mode를 켜 주십시오.`,
  )
}

function unreached(address: string): Finding {
  return problem(
    `Slack cannot be reached at ${address}. Check the network, a proxy, or SLACK_API_URL.`,
    `${address}에서 Slack에 연결할 수 없습니다. 네트워크, 프록시 또는 SLACK_API_URL을 확인해 주십시오.`,
  )
}
