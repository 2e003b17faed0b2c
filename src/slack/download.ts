import { createWriteStream } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { WebClient } from '@slack/web-api'
import type { Bilingual } from '../language/language.ts'

/** A file of a message, as Slack describes it; its size in bytes. */
export type SharedFile = Readonly<{
  id: string
  name?: string
  size?: number
  url_private_download?: string
}>

/** Where a file is put and who fetches it. */
export type Fetching = Readonly<{
  folder: string
  token: string | undefined
  client: WebClient
  fetch: typeof fetch
  /** Bytes at most. */
  most?: number
}>

/** Where the file lies now, or why it was not handed over. */
export type Downloaded = Readonly<{ path: string }> | Readonly<{ missed: Bilingual }>

const MEGABYTE = 1024 * 1024
/** Largest file taken from Slack; larger ones are imported on the command line. */
const LARGEST = 512 * MEGABYTE
const TIMEOUT_MS = 300_000
const MOST_REDIRECTS = 5
/** Letters of a file's name; file systems take 255 bytes. */
const LONGEST_NAME = 80

const MISSED = {
  large: {
    en: `The file is larger than ${LARGEST / MEGABYTE} MB. Import it on the command line: npm run -s cli -- import FILE.`,
    ko: `파일이 ${LARGEST / MEGABYTE}MB를 넘습니다. 명령줄에서 npm run -s cli -- import FILE로 가져와 주십시오.`,
  },
  elsewhere: {
    en: 'The file is not kept in Slack itself, and nothing is fetched from elsewhere. Upload the file, rather than a link to it.',
    ko: '파일이 Slack에 저장되어 있지 않으며 다른 곳의 파일은 가져오지 않습니다. 링크가 아니라 파일을 직접 올려 주십시오.',
  },
  page: {
    en: 'Slack asked to sign in instead of handing the file over. Check that the app has the scope files:read and was installed again since, then send the file again.',
    ko: 'Slack이 파일 대신 로그인을 요구했습니다. 앱에 files:read 권한이 있고 그 뒤에 다시 설치되었는지 확인한 다음 파일을 다시 보내 주십시오.',
  },
  gone: {
    en: 'Slack does not have the file any more. Send it again.',
    ko: 'Slack에 파일이 더 이상 없습니다. 다시 보내 주십시오.',
  },
  cut: {
    en: 'The file broke off on its way from Slack, and nothing of it was read. Send it again.',
    ko: 'Slack에서 파일을 받는 도중에 끊겨 아무것도 읽지 않았습니다. 다시 보내 주십시오.',
  },
  lost: {
    en: 'Slack did not hand the file over. Send it again in a few minutes.',
    ko: 'Slack에서 파일을 받지 못했습니다. 몇 분 뒤에 다시 보내 주십시오.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>

/**
 * Puts a file of a message into a folder, whole or not at all. The bot's token goes to Slack alone:
 * files kept elsewhere, also those that Slack sends on to, are not fetched.
 */
export async function download(shared: SharedFile, fetching: Fetching): Promise<Downloaded> {
  const { folder, client, most = LARGEST } = fetching
  const file = shared.url_private_download ? shared : await lookedUp(shared, client)
  if ((file.size ?? 0) > most) return { missed: MISSED.large }
  const response = await fetched(file.url_private_download ?? '', fetching)
  if ('missed' in response) return response
  const { body, headers } = response
  const isPage = headers.get('content-type')?.startsWith('text/html') ?? false
  const isLarge = Number(headers.get('content-length')) > most
  if (!body || isPage || isLarge) {
    await body?.cancel()
    return { missed: isPage ? MISSED.page : isLarge ? MISSED.large : MISSED.lost }
  }
  const path = join(await mkdtemp(join(folder, 'file-')), safeName(file.name))
  const bytes = await written(body as ReadableStream, path, most)
  if (bytes > most) return { missed: MISSED.large }
  return bytes < (file.size ?? 0) || bytes < 0 ? { missed: MISSED.cut } : { path }
}

/** A file's own name, which stands in what is said of it, as one that every file system takes. */
function safeName(name = ''): string {
  return name.replace(/[^\p{L}\p{N}. _-]/gu, '_').slice(-LONGEST_NAME) || 'bill'
}

/** Slack leaves the address out of events for files of shared channels. */
async function lookedUp(file: SharedFile, client: WebClient): Promise<SharedFile> {
  const found = await client.files.info({ file: file.id }).catch(() => undefined)
  return { ...file, ...(found?.file as SharedFile | undefined) }
}

/** What Slack answers at an address, and where it sends on to within Slack. */
async function fetched(
  address: string,
  { token = '', client, fetch: fetchUrl }: Fetching,
): Promise<Response | Readonly<{ missed: Bilingual }>> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const headers = { authorization: `Bearer ${token}` }
  let url = address
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (!isSlacks(url, client.slackApiUrl)) return { missed: MISSED.elsewhere }
    const response = await fetchUrl(url, { headers, signal, redirect: 'manual' }).catch(
      () => undefined,
    )
    const { ok = false, status = 0 } = response ?? {}
    if (response && ok) return response
    await response?.body?.cancel()
    const onwards = status >= 300 && status < 400 ? response?.headers.get('location') : undefined
    if (!onwards) return { missed: refusal(status) }
    url = URL.canParse(onwards, url) ? new URL(onwards, url).href : ''
  }
  return { missed: MISSED.lost }
}

function refusal(status: number): Bilingual {
  if (status === 401 || status === 403) return MISSED.page
  return status === 404 || status === 410 ? MISSED.gone : MISSED.lost
}

function isSlacks(url: string, api: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, origin } = new URL(url)
  return (
    origin === new URL(api).origin || (protocol === 'https:' && /(^|\.)slack\.com$/.test(hostname))
  )
}

/** Writes a file and says how many bytes came, more than `most` where there are too many; -1 when they broke off. */
async function written(body: ReadableStream, path: string, most: number): Promise<number> {
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      done(bytes > most ? new RangeError('too large') : null, chunk)
    },
  })
  try {
    await pipeline(Readable.fromWeb(body), counted, createWriteStream(path))
    return bytes
  } catch {
    return bytes > most ? bytes : -1
  }
}
