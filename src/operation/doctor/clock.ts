import { type Finding, ok, problem, skipped } from './finding.ts'

/** Milliseconds between two clocks from which on it matters; Slack refuses at five minutes. */
const TOO_FAR_MS = 60_000

/** A fetch that notes how far this machine's clock is from those of the servers that answer. */
export function clockWatch(inner: typeof fetch, now: () => number) {
  const skews: number[] = []
  const watching: typeof fetch = async (...asked) => {
    const before = now()
    const response = await inner(...asked)
    const theirs = Date.parse(response.headers.get('date') ?? '')
    if (!Number.isNaN(theirs)) skews.push((before + now()) / 2 - theirs)
    return response
  }
  return { fetch: watching, finding: () => clockFinding(skews) }
}

/** The server that agrees best decides: one whose clock is wrong must not speak against ours. */
function clockFinding(skews: readonly number[]): Finding {
  const [skew] = [...skews].sort((a, b) => Math.abs(a) - Math.abs(b))
  if (skew === undefined)
    return skipped(
      'No server was asked for anything, so there was no clock to compare with.',
      '요청한 서버가 없어 비교할 시계가 없습니다.',
    )
  const seconds = Math.round(Math.abs(skew) / 1000)
  if (Math.abs(skew) <= TOO_FAR_MS)
    return ok(
      `Within ${seconds} s of the servers that answered.`,
      `응답한 서버와 ${seconds}초 이내입니다.`,
    )
  return problem(
    `This machine's clock is ${seconds} s ${skew > 0 ? 'ahead' : 'behind'}. Slack refuses requests that are five minutes off, and digests come at the wrong time: let NTP set it.`,
    `이 컴퓨터의 시계가 ${seconds}초 ${skew > 0 ? '빠릅니다' : '느립니다'}. 5분 차이가 나면 Slack이 요청을 거부하고 요약도 제때 나가지 않으니 NTP로 맞춰 주십시오.`,
  )
}
