import type { Bilingual, Language } from '../language/language.ts'

/** What can be typed. */
export const USAGE: Bilingual = {
  en: `Usage:
  ask "question" [--json] [--as finance|product|engineering|sustainability]
                                      an answer with its sources, or a reading of its verdict
  ask --file questions.jsonl --json   one {"id","question"} a line in, one answer a line out
  size "task=… volume=… …" [--json]   a sized recommendation
  size --file request.json [--json]
  size … --sheet [--lang ko]          the sheet of the pilot it advises, as CSV
  size … --chart cost-quality [--out FILE.png] [--lang ko]   one of its charts, as a table and a picture
  sources | models                    what is known
  formula --list [--json]             every formula with its arguments
  formula <id> key=value … [--json]   one formula computed
  tokens MODEL "text" [--file FILE]   how many tokens a text is for a model
  check-cases FILE.csv [--json]       published figures, asked again of the engine
  import FILE… [--map cost=Amount,model=Engine] [--currency USD] [--provider NAME]
         [--team-tag NAME] [--dry-run] [--rejects FILE] [--json] [--lang ko]
                                      spend from FOCUS files or plain CSV (also .gz and Parquet)
  import --source openai [--from 2026-11-01] [--to 2026-11-20] [--dry-run] [--json]
                                      spend read from a service now: openai, anthropic, litellm, openrouter
  spend-sources [--lang ko] [--json]  how the services that bills are read from stand
  digest [--period weekly|daily|monthly|2026-W47] [--dry-run] [--lang ko] [--json]   a digest as it would be posted
  decisions [--lang ko] [--json]      recorded decisions, newest first
  access-log [--lang ko] [--json]     who wanted to see or set something, newest first
  person export USER [--out FILE]     all that is stored by or about somebody, as JSON
  person delete USER [--dry-run]      deletes it, and says what stays without their id, and why
  feedback [--to-eval FILE] [--json]  votes on answers, least helpful first, or as cases of the evaluation
  backup FILE [--lang ko] [--json]    everything that is stored, to a new file, while the bot runs
  restore FILE [--dry-run] [--lang ko] [--json]   a backup into an empty database; or only read through
  migrate-storage --to postgres://… [--lang ko] [--json]   the embedded database into an empty PostgreSQL
  connect openai|anthropic|litellm|openrouter --tenant T [--url U] < key.txt
  disconnect SOURCE --tenant T        a workspace's key of a service, kept sealed; only with OAuth
  connections --tenant T [--json]     what is connected to a workspace, without keys
  rotate-key                          seals all stored secrets with the first of ENCRYPTION_KEYS
  doctor [--lang ko] [--json]         what is wrong with this installation and how to mend it; exit code 1 if anything is
Where the app is installed into several workspaces, --tenant T names the one that a command is about.
Exit code 0 on an answer, 2 on bad input, 1 on any other failure.`,
  ko: `사용법:
  ask "질문" [--json] [--as finance|product|engineering|sustainability] [--lang ko]
                                      출처를 단 답, 또는 그 결론을 특정 독자에 맞춰 쓴 글
  ask --file questions.jsonl --json   한 줄에 {"id","question"} 하나를 읽어 한 줄에 답 하나를 씁니다
  size "task=… volume=… …" [--json]   업무에 맞는 모델 크기 추천
  size --file request.json [--json]
  size … --sheet [--lang ko]          권하는 시험 운영의 채점표(CSV)
  size … --chart cost-quality [--out FILE.png] [--lang ko]   차트 하나를 표와 그림으로
  sources | models                    알고 있는 출처와 모델
  formula --list [--json]             모든 식과 인자
  formula <id> key=value … [--json]   식 하나를 계산
  tokens MODEL "글" [--file FILE]     그 모델에서 글의 토큰 수
  check-cases FILE.csv [--json]       발표된 수치를 엔진으로 다시 계산
  import FILE… [--map cost=Amount,model=Engine] [--currency USD] [--provider NAME]
         [--team-tag NAME] [--dry-run] [--rejects FILE] [--json] [--lang ko]
                                      FOCUS 파일이나 일반 CSV(.gz, Parquet 포함)에서 지출을 가져옵니다
  import --source openai [--from 2026-11-01] [--to 2026-11-20] [--dry-run] [--json]
                                      서비스에서 지금 지출을 읽습니다: openai, anthropic, litellm, openrouter
  spend-sources [--lang ko] [--json]  청구 내역을 읽어 오는 서비스의 상태
  digest [--period weekly|daily|monthly|2026-W47] [--dry-run] [--lang ko] [--json]   게시될 모습의 요약
  decisions [--lang ko] [--json]      기록된 결정, 최신순
  access-log [--lang ko] [--json]     지출을 보거나 설정하려 한 기록, 최신순
  person export USER [--out FILE]     한 사람이 남겼거나 그 사람에 관해 저장된 모든 것(JSON)
  person delete USER [--dry-run]      그것을 삭제하고, 이름 없이 남는 것과 이유를 알립니다
  feedback [--to-eval FILE] [--json]  답변에 대한 평가, 도움이 적은 순. 평가 문항으로도 씁니다
  backup FILE [--lang ko] [--json]    저장된 모든 것을 새 파일로. 봇이 실행 중이어도 됩니다
  restore FILE [--dry-run] [--lang ko] [--json]   백업을 빈 데이터베이스로. --dry-run은 읽어 확인만 합니다
  migrate-storage --to postgres://… [--lang ko] [--json]   내장 데이터베이스를 빈 PostgreSQL로 옮깁니다
  connect openai|anthropic|litellm|openrouter --tenant T [--url U] < key.txt
  disconnect SOURCE --tenant T        워크스페이스가 쓰는 서비스 키. 봉인해 저장하며 OAuth에서만 씁니다
  connections --tenant T [--json]     워크스페이스에 연결된 서비스. 키는 보이지 않습니다
  rotate-key                          저장된 비밀을 모두 ENCRYPTION_KEYS의 첫 번째 키로 다시 봉인
  doctor [--lang ko] [--json]         설치 상태의 문제와 고치는 법. 문제가 있으면 종료 코드 1
앱이 여러 워크스페이스에 설치되어 있으면 --tenant T로 명령이 다룰 워크스페이스를 고릅니다.
답을 내면 종료 코드 0, 입력이 잘못되면 2, 그 밖의 실패는 1입니다.`,
}

/** The language asked for, read before the options are: their mistakes are told in it too. */
export function languageOf(args: readonly string[], usual: Language = 'en'): Language {
  const at = args.indexOf('--lang')
  const asked = (language: Language) =>
    args.includes(`--lang=${language}`) || (at >= 0 && args[at + 1] === language)
  return asked('ko') ? 'ko' : asked('en') ? 'en' : usual
}

/** What is wrong with an option, from the error of `parseArgs`; undefined for other errors. */
export function optionSentence(code: string, message: string): Bilingual | undefined {
  const option = /--?[\w-]+/.exec(message)?.[0] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return {
      en: `There is no option ${option}; --help shows what there is.`,
      ko: `${option} 옵션은 없습니다. --help로 쓸 수 있는 옵션을 볼 수 있습니다.`,
    }
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return {
      en: `The option ${option} was given without the value it needs, or with one it does not take; --help shows how it is used.`,
      ko: `${option} 옵션에 필요한 값이 없거나 받지 않는 값이 있습니다. --help로 쓰는 법을 볼 수 있습니다.`,
    }
  return undefined
}
