import type { Access, Denial, Request } from './access.ts'
import { knowledgeFor, mayAsk, mayRecord, notOurs, type Refusal } from './decide.ts'
import type { Directory } from './ports.ts'
import type { Settings } from './settings.ts'

type Means = Readonly<{
  settingsOf: (tenant: string) => Promise<Settings>
  /** Logs a decision and gives it back as a denial, or as nothing. */
  decided: (
    request: Request,
    refusal: Refusal | undefined,
    settings: Settings,
    directory: Directory,
  ) => Promise<Denial | undefined>
  ownNotes: boolean
}>

/** Who may ask and record. Nobody is looked up where that would make no difference, and nothing found is remembered. */
export function createAsking({
  settingsOf,
  decided,
  ownNotes,
}: Means): Pick<Access, 'asking' | 'recording' | 'belonging'> {
  return {
    asking: async (request, directory) => {
      const settings = await settingsOf(request.tenant)
      const { limited, guests, companies, groups: among } = settings.asking
      if (!ownNotes && !limited && guests && companies) return { scope: 'company' }
      const { person: id, channel } = request
      const [person, place] = await Promise.all([directory.person(id), directory.place(channel)])
      const groups = limited && among.length > 0 ? await directory.groupsOf(id, among) : []
      const refusal = mayAsk({ person, place, settings, groups })
      const denial = refusal && (await decided(request, refusal, settings, directory))
      return denial ? { denial } : { scope: knowledgeFor({ person, place }) }
    },
    belonging: async (request, directory) => {
      const settings = await settingsOf(request.tenant)
      const person = await directory.person(request.person)
      return decided(request, notOurs(person), settings, directory)
    },
    recording: async (request, directory) => {
      const settings = await settingsOf(request.tenant)
      const [person, place] = await Promise.all([
        directory.person(request.person),
        directory.place(request.channel),
      ])
      const { recorders, anywhere, channels } = settings
      const channel = channels.find((c) => c.id === request.channel)
      const among = recorders === 'analysts' ? [...anywhere.groups, ...(channel?.groups ?? [])] : []
      const groups = among.length > 0 ? await directory.groupsOf(request.person, among) : []
      return decided(request, mayRecord({ person, place, settings, groups }), settings, directory)
    },
  }
}
