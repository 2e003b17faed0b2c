import type { ChargeSource } from './ingest/ports.ts'
import type { Language } from './language/language.ts'
import type { Workspaces } from './workspaces.ts'

/** A tenant that a command is about, and what its bills are read from. */
export type OneTenant = Readonly<{ tenant: string; sources: readonly ChargeSource[] }>

/** The tenant that was named, or the only one; a sentence where that is none or not clear. */
export async function chosenTenant(
  { tenants, sourcesOf, installs }: Workspaces,
  named: string | undefined,
  language: Language,
): Promise<OneTenant | string> {
  const all = await tenants()
  const [first, second] = all
  if (first === undefined)
    return language === 'ko'
      ? '앱이 아직 어느 워크스페이스에도 설치되지 않았습니다. 설치 주소(/slack/install)를 열어 먼저 설치해 주십시오.'
      : 'The app is not installed in any workspace yet; open the install address (/slack/install) first.'
  const list = all.join(', ')
  if (named !== undefined && !all.includes(named))
    return language === 'ko'
      ? `"${named}" 워크스페이스는 없습니다. 있는 워크스페이스: ${list}.`
      : `There is no workspace "${named}"; there are: ${list}.`
  if (named === undefined && second !== undefined && installs)
    return language === 'ko'
      ? `워크스페이스가 여러 개입니다. --tenant로 하나를 골라 주십시오: ${list}.`
      : `There are several workspaces; name one with --tenant: ${list}.`
  const tenant = named ?? first
  return { tenant, sources: await sourcesOf(tenant) }
}
