import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WebClient } from '@slack/web-api'
import { denialText } from '../access/denial-text.ts'
import { escapeMrkdwn } from '../block-kit/escape.ts'
import type { Language } from '../language/language.ts'
import type { Slack } from './context.ts'
import { slackDirectory } from './directory.ts'
import { download, type SharedFile } from './download.ts'
import { MENTIONS } from './mentions.ts'

/** Where a file was shared and by whom. */
export type Shared = Readonly<{ tenant: string; channel: string; thread: string; user: string }>

const BILL = /\.(csv|tsv|parquet|gz)$/i

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
      const got = await download(file, { folder, token, client, fetch: fetchUrl })
      if ('missed' in got) return [escapeMrkdwn(`${file.name}: ${got.missed[language]}`)]
      paths.push(got.path)
    }
    return (await imports.fromFiles(tenant, paths, language)).map(escapeMrkdwn)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
