import { type AccessStore, OPERATOR } from './access/ports.ts'
import { isService, SERVICES, WITH_ADDRESS } from './connectors/connected-sources.ts'
import type { Bilingual, Language } from './language/language.ts'
import type { StateReply } from './state.ts'
import type { Installs } from './workspaces.ts'

/** Commands about the keys that workspaces' bills are read with, and about what all are sealed with. */
export type ConnectionRequest =
  | Readonly<{
      command: 'connect'
      source: string
      key: string
      url?: string
      language: Language
    }>
  | Readonly<{ command: 'disconnect'; source: string; language: Language }>
  | Readonly<{ command: 'connections'; language: Language }>

type Means = Readonly<{
  tenant: string
  installs?: Installs | undefined
  access: Pick<AccessStore, 'log'>
  newId: () => string
  now: () => number
}>

/** Notes in the access log what an operator did with a workspace's keys. */
function logKeys({ access, newId, now }: Omit<Means, 'installs' | 'tenant'>, tenant: string) {
  const who = { tenant, person: OPERATOR, channel: OPERATOR, kind: 'keys' } as const
  return (detail: string) =>
    access.log({ ...who, id: newId(), at: now(), allowed: true, reason: '', detail })
}

const ONE_WORKSPACE: Bilingual = {
  en: 'Keys are kept for workspaces only where SLACK_CLIENT_ID is set; here they stand in the environment, such as OPENAI_ADMIN_KEY.',
  ko: '키는 SLACK_CLIENT_ID가 설정된 곳에서만 워크스페이스별로 저장됩니다. 여기서는 OPENAI_ADMIN_KEY 같은 환경 변수에 설정해 주십시오.',
}

/** Keeps, takes away or lists the keys of a workspace; a key is never shown again. */
export async function handleConnections(
  request: ConnectionRequest,
  means: Means,
): Promise<StateReply> {
  const { tenant, installs, now } = means
  const { language } = request
  const log = logKeys(means, tenant)
  const refuse = (said: Bilingual) => ({ ok: false, lines: [said[language]], data: null })
  if (!installs) return refuse(ONE_WORKSPACE)
  const { connections } = installs
  if (request.command === 'connections') {
    const kept = await connections.list(tenant)
    return { ok: true, lines: listLines(tenant, kept, language), data: kept.map(connectionJson) }
  }
  const { source } = request
  const told = (said: Bilingual) => ({
    ...{ ok: true, lines: [said[language]] },
    data: { tenant, source },
  })
  if (request.command === 'disconnect') {
    const removed = await connections.remove(tenant, source)
    if (removed) await log(`disconnect ${source}`)
    return removed
      ? told({
          en: `${source} of ${tenant} is disconnected; its key is deleted, what was read of it stays.`,
          ko: `${tenant}의 ${source} 연결을 끊고 키를 지웠습니다. 이미 읽은 내용은 남아 있습니다.`,
        })
      : refuse({
          en: `${source} is not connected to ${tenant}; the command connections lists what is.`,
          ko: `${tenant}에 ${source} 연결이 없습니다. connections 명령으로 연결 목록을 볼 수 있습니다.`,
        })
  }
  const problem = connectProblem(request)
  if (problem) return refuse(problem)
  const { key, url } = request
  const credential = url === undefined ? { key } : { key, baseUrl: url }
  await connections.save(tenant, source, credential, now())
  await log(`connect ${source}`)
  return told({
    en: `${source} is connected to ${tenant}; its bills are read from the next poll on.`,
    ko: `${source}를 ${tenant}에 연결했습니다. 다음 조회부터 청구 내역을 읽습니다.`,
  })
}

/** Seals all that is stored with the first key. */
export async function rotateKey(
  { installs, ...means }: Omit<Means, 'tenant'>,
  language: Language,
): Promise<StateReply> {
  if (!installs) return { ok: false, lines: [ONE_WORKSPACE[language]], data: null }
  const resealed = await installs.reseal()
  for (const tenant of await installs.installations.workspaces())
    await logKeys(means, tenant)('rotate-key')
  const { resealed: done, unopened } = resealed
  const trouble =
    language === 'ko'
      ? `${unopened}개는 열 수 없어 그대로 두었습니다. 봉인한 키를 ENCRYPTION_KEYS에 더하고 다시 실행해 주십시오.`
      : `${unopened} could not be opened and were left as they are; add the key they were sealed with to ENCRYPTION_KEYS and run this again.`
  const said =
    language === 'ko'
      ? `비밀 값 ${done}개를 첫 번째 키로 다시 봉인했습니다.`
      : `${done} secrets were sealed anew with the first key.`
  const rest =
    language === 'ko'
      ? '나머지는 이미 첫 번째 키로 봉인되어 있으므로 다른 키는 지워도 됩니다.'
      : 'All others were already sealed with it; the other keys are needed no more.'
  return { ok: unopened === 0, lines: [said, unopened > 0 ? trouble : rest], data: resealed }
}

function connectProblem({
  source,
  key,
  url,
}: Extract<ConnectionRequest, { command: 'connect' }>): Bilingual | undefined {
  const known = SERVICES.join(', ')
  if (!isService(source))
    return {
      en: `connect takes one of ${known}; received "${source}".`,
      ko: `connect에는 ${known} 중 하나를 적어 주십시오. 받은 값: "${source}"`,
    }
  if (key === '')
    return {
      en: 'The key is read from standard input, but nothing came; for example: connect openai --tenant T < key.txt',
      ko: '키는 표준 입력에서 읽는데 아무것도 들어오지 않았습니다. 예: connect openai --tenant T < key.txt',
    }
  // What a header cannot carry was cut off or pasted wrong.
  if (!/^[\x21-\x7e]+$/.test(key))
    return {
      en: 'The key has blanks or letters that no key has; copy it again, alone, on one line.',
      ko: '키에 쓸 수 없는 공백이나 글자가 있습니다. 키만 한 줄로 다시 복사해 주십시오.',
    }
  if (WITH_ADDRESS.includes(source) !== (url !== undefined))
    return {
      en: `--url is needed for ${WITH_ADDRESS.join(', ')}, and only there: the address of the proxy, such as https://litellm.example.com.`,
      ko: `--url은 ${WITH_ADDRESS.join(', ')}에만 필요합니다. https://litellm.example.com 같은 프록시 주소를 적어 주십시오.`,
    }
  if (url !== undefined && !/^https?:\/\/[^\s/]+/.test(url))
    return {
      en: `--url must be an address such as https://litellm.example.com; received "${url}".`,
      ko: `--url 값은 https://litellm.example.com 같은 주소여야 합니다. 받은 값: "${url}"`,
    }
  return undefined
}

type Kept = Readonly<{ source: string; connectedAt: number }>

function listLines(tenant: string, kept: readonly Kept[], language: Language): string[] {
  if (kept.length === 0)
    return [
      language === 'ko'
        ? `${tenant}에는 연결된 서비스가 없습니다.`
        : `No service is connected to ${tenant}.`,
    ]
  const since = language === 'ko' ? '연결한 때' : 'since'
  return kept.map((c) => `${c.source}\t${since} ${connectionJson(c).connectedAt.slice(0, 16)}Z`)
}

function connectionJson({ source, connectedAt }: Kept) {
  return { source, connectedAt: new Date(connectedAt).toISOString() }
}
