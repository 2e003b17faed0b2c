import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { WebClient } from '@slack/web-api'
import { denialText } from '../access/denial-text.ts'
import { escapeMrkdwn } from '../block-kit/escape.ts'
import type { Bilingual, Language } from '../language/language.ts'
import type { Slack } from './context.ts'
import { slackDirectory } from './directory.ts'
import { MENTIONS } from './mentions.ts'

/** A file of a message, as Slack describes it. */
export type SharedFile = Readonly<{
  id: string
  name?: string
  size?: number
  url_private_download?: string
}>

/** Where a file was shared and by whom. */
export type Shared = Readonly<{ tenant: string; channel: string; thread: string; user: string }>

const MEGABYTE = 1024 * 1024
/** Largest file taken from Slack; larger ones are imported on the command line. */
const LARGEST = 512 * MEGABYTE
const BILL = /\.(csv|tsv|parquet|gz)$/i

const SAID = {
  large: {
    en: `The file is larger than ${LARGEST / MEGABYTE} MB. Import it on the command line: npm run -s cli -- import FILE.`,
    ko: `파일이 ${LARGEST / MEGABYTE}MB를 넘습니다. 명령줄에서 npm run -s cli -- import FILE로 가져와 주십시오.`,
  },
  lost: {
    en: 'Slack did not hand the file over. Check that the app has the scope files:read, then send it again.',
    ko: 'Slack에서 파일을 받지 못했습니다. 앱에 files:read 권한이 있는지 확인한 뒤 다시 보내 주십시오.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>

/** The files of a message that look like bills. */
export function billsAmong(files: unknown): readonly SharedFile[] {
  return Array.isArray(files)
    ? (files as SharedFile[]).filter((file) => BILL.test(file?.name ?? ''))
    : []
}

/** Imports the bills of a direct message and answers in its thread. */
export async function takeBills(
  files: readonly SharedFile[],
  shared: Shared,
  token: string | undefined,
  client: WebClient,
  slack: Slack,
): Promise<void> {
  const { tenant, channel, thread, user } = shared
  if (!(await slack.conversation.firstTime(tenant, `bill:${channel}:${thread}:${files[0]?.id}`)))
    return
  const language = (await slack.localeOf(client, user)) ?? 'en'
  const lines = await replyLines(files, shared, language, token, client, slack)
  const text = lines.join('\n')
  await slack.post(client, { to: 'thread', channel, thread }, { text, steps: [[]] })
}

/** What to answer, in mrkdwn. */
async function replyLines(
  files: readonly SharedFile[],
  { tenant, channel, user }: Shared,
  language: Language,
  token: string | undefined,
  client: WebClient,
  { access, imports, fetch: fetchUrl = fetch }: Slack,
): Promise<readonly string[]> {
  const request = { tenant, person: user, channel, kind: 'import' } as const
  const denial = await access.importing(request, slackDirectory(client))
  if (denial) return [denialText(denial, MENTIONS, language)]
  const folder = await mkdtemp(join(tmpdir(), 'rightsize-upload-'))
  try {
    const paths: string[] = []
    for (const file of files) {
      const path = await download(file, folder, token, client, fetchUrl)
      if (path === 'large' || path === 'lost') return [SAID[path][language]]
      paths.push(path)
    }
    return (await imports.fromFiles(tenant, paths, language)).map(escapeMrkdwn)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Puts a file into a folder. The bot's token goes to Slack alone: files kept elsewhere are not fetched. */
async function download(
  shared: SharedFile,
  folder: string,
  token: string | undefined,
  client: WebClient,
  fetchUrl: typeof fetch,
): Promise<string> {
  const file = shared.url_private_download ? shared : await lookedUp(shared, client)
  const url = file.url_private_download ?? ''
  if ((file.size ?? 0) > LARGEST) return 'large'
  if (!isSlacks(url, client.slackApiUrl)) return 'lost'
  const response = await fetchUrl(url, { headers: { authorization: `Bearer ${token ?? ''}` } })
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false
  if (!response.ok || !response.body || isPage) return 'lost'
  const path = join(folder, `${file.id}-${basename(file.name ?? '').replace(/[^\w.-]/g, '_')}`)
  let size = 0
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length
      done(size > LARGEST ? new RangeError('too large') : null, chunk)
    },
  })
  try {
    const body = Readable.fromWeb(response.body as ReadableStream)
    await pipeline(body, counted, createWriteStream(path))
    return path
  } catch {
    return size > LARGEST ? 'large' : 'lost'
  }
}

/** Slack leaves the address out of events for files of shared channels. */
async function lookedUp(file: SharedFile, client: WebClient): Promise<SharedFile> {
  const found = await client.files.info({ file: file.id }).catch(() => undefined)
  return { ...file, ...(found?.file as SharedFile | undefined) }
}

function isSlacks(url: string, api: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, origin } = new URL(url)
  return (
    origin === new URL(api).origin || (protocol === 'https:' && /(^|\.)slack\.com$/.test(hostname))
  )
}
