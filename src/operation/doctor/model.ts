import { type Finding, ok, problem, reported, skipped } from './finding.ts'

/** What came of asking a provider for its list of models, which costs nothing. */
export type ModelState =
  | Readonly<{ kind: 'listed'; known: boolean }>
  /** The server answered, but has no list. */
  | Readonly<{ kind: 'no-list'; status: number }>
  | Readonly<{ kind: 'refused'; status: number }>
  | Readonly<{ kind: 'failing'; status: number }>
  | Readonly<{ kind: 'unreached' }>

/** Whether the configured model can be spoken to; nothing is generated. */
export async function modelFinding(
  setting: string | undefined,
  inspect: () => Promise<ModelState>,
): Promise<Finding> {
  if (setting === undefined)
    return skipped(
      'LLM is none: every answer is made by rules.',
      'LLM이 none이므로 모든 답을 규칙으로 만듭니다.',
    )
  let state: ModelState
  try {
    state = await inspect()
  } catch (error) {
    return reported(error, '', '언어 모델을 쓸 수 없습니다: ')
  }
  switch (state.kind) {
    case 'listed':
      return state.known
        ? ok(`${setting} is offered; nothing was spent.`, `${setting} 제공 확인, 비용 없음`)
        : problem(
            `The provider answers, but its list does not name ${setting}. Check LLM and LLM_WORDING.`,
            `제공자가 응답하지만 목록에 ${setting}이(가) 없습니다. LLM과 LLM_WORDING을 확인해 주십시오.`,
          )
    case 'no-list':
      return ok(
        `The server of ${setting} answers but lists no models (status ${state.status}); its key was not tried, for that would cost money.`,
        `${setting} 서버가 응답하지만 모델 목록이 없습니다(상태 ${state.status}). 비용이 들 수 있어 키는 시험하지 않았습니다.`,
      )
    case 'refused':
      return problem(
        `The provider of ${setting} refuses the key (status ${state.status}). Set a valid one in LLM_API_KEY or LLM_API_KEY_FILE.`,
        `${setting} 제공자가 키를 거부했습니다(상태 ${state.status}). LLM_API_KEY 또는 LLM_API_KEY_FILE에 올바른 키를 설정해 주십시오.`,
      )
    case 'failing':
      return problem(
        `The provider of ${setting} fails or limits requests (status ${state.status}); answers are made by rules meanwhile.`,
        `${setting} 제공자가 오류를 내거나 요청을 제한합니다(상태 ${state.status}). 그동안은 규칙으로 답합니다.`,
      )
    case 'unreached':
      return problem(
        `The provider of ${setting} cannot be reached. Check the network and LLM_BASE_URL.`,
        `${setting} 제공자에 연결할 수 없습니다. 네트워크와 LLM_BASE_URL을 확인해 주십시오.`,
      )
    default:
      return state satisfies never
  }
}
