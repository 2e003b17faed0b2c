import { readFileSync } from 'node:fs'
import type { ModelCallStore } from './answering/ports.ts'
import { KEYS_FORM } from './config/storage.ts'
import { type Config, ConfigError } from './config.ts'
import { connectedSource, isService } from './connectors/connected-sources.ts'
import type { Web } from './connectors/http.ts'
import { httpSources } from './connectors/http-sources.ts'
import { ownUse } from './connectors/own-use.ts'
import type { ChargeSource } from './ingest/ports.ts'
import { createForgetting } from './installs/forget-gone.ts'
import type { ConnectionStore, InstallationStore, Resealed } from './installs/ports.ts'
import { type Meter, UNMETERED } from './operation/meter.ts'
import { meteredSource } from './operation/metered-source.ts'
import { connectionStore } from './storage/connection-store.ts'
import type { Db } from './storage/database.ts'
import { type EncryptionKeys, readEncryptionKeys } from './storage/encryption-keys.ts'
import { installationStore } from './storage/installation-store.ts'
import { resealAll } from './storage/reseal.ts'
import { createSealer } from './storage/sealed.ts'

/** The one tenant where there is one bot token: what is imported, polled and shown in Slack is its. */
export const TENANT = 'T000LOCAL'

/** Whose data there is, and what each tenant's bills are read from. */
export type Workspaces = Readonly<{
  /** Tenants that are looked after, in order. */
  tenants: () => Promise<readonly string[]>
  sourcesOf: (tenant: string) => Promise<readonly ChargeSource[]>
  /** Deletes the data of workspaces that were let go of long ago, and says whose it was. */
  forget: () => Promise<readonly string[]>
  /** Where the app is installed into many workspaces; absent where there is only `TENANT`. */
  installs?: Installs
}>

/** What is kept of the workspaces that the app is installed in. */
export type Installs = Readonly<{
  installations: InstallationStore
  connections: ConnectionStore
  reseal: () => Promise<Resealed>
}>

type Means = Readonly<{
  /** Undefined where there is one workspace. */
  keys: EncryptionKeys | undefined
  calls: Pick<ModelCallStore, 'calls'>
  web: Web
  now: () => number
  meter?: Meter
}>

/** The workspaces as they are configured: many with OAuth, else one. */
export function openWorkspaces(config: Config, db: Db, means: Means): Workspaces {
  const { keys, calls, web, now, meter = UNMETERED } = means
  const metered = (sources: readonly ChargeSource[]) =>
    sources.map((source) => meteredSource(source, meter))
  const own = (tenant: string) =>
    config.LLM === 'none' ? [] : [ownUse((from, to) => calls.calls(tenant, from, to), now)]
  if (keys === undefined) {
    const sources = metered([...httpSources(config, web), ...own(TENANT)])
    return {
      tenants: async () => [TENANT],
      sourcesOf: async () => sources,
      forget: async () => [],
    }
  }
  const sealer = createSealer(keys)
  const installations = installationStore(db, sealer)
  const connections = connectionStore(db, sealer)
  return {
    tenants: installations.workspaces,
    sourcesOf: async (tenant) => {
      const sources: ChargeSource[] = []
      for (const { source } of await connections.list(tenant)) {
        const credential = await connections.credential(tenant, source)
        if (credential && isService(source))
          sources.push(...connectedSource(source, credential, config, web))
      }
      return metered([...sources, ...own(tenant)])
    },
    forget: createForgetting(installations, { now, days: config.UNINSTALLED_DAYS }),
    installs: { installations, connections, reseal: () => resealAll(db, sealer) },
  }
}

/**
 * The keys that secrets of many workspaces are sealed with; undefined where there is one workspace.
 * @throws {ConfigError} when their file cannot be used
 */
export function encryptionKeys(config: Config): EncryptionKeys | undefined {
  const { SLACK_CLIENT_ID, ENCRYPTION_KEYS, ENCRYPTION_KEYS_FILE } = config
  if (SLACK_CLIENT_ID === undefined) return undefined
  const keys = readEncryptionKeys(ENCRYPTION_KEYS ?? textOf(ENCRYPTION_KEYS_FILE ?? ''))
  if (keys) return keys
  throw new ConfigError([
    {
      en: `What the file of ENCRYPTION_KEYS_FILE holds ${KEYS_FORM.en}.`,
      ko: `ENCRYPTION_KEYS_FILE 파일의 내용: ${KEYS_FORM.ko}`,
    },
  ])
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new ConfigError([
      {
        en: 'The file of ENCRYPTION_KEYS_FILE cannot be read. Check that it is there and that this user may read it.',
        ko: 'ENCRYPTION_KEYS_FILE 파일을 읽을 수 없습니다. 파일이 있는지, 이 사용자가 읽을 수 있는지 확인해 주십시오.',
      },
    ])
  }
}
