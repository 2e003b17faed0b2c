import type { Knowledge } from './answering/knowledge.ts'
import { knowledgeLines } from './answering/knowledge-health.ts'
import type { Scope } from './answering/scope.ts'
import type { ChargeStore } from './ingest/ports.ts'
import { createSourceHealth, sourceHealthLines } from './ingest/source-health.ts'
import type { Sources } from './slack/ports.ts'
import type { Workspaces } from './workspaces.ts'

type Means = Readonly<{
  charges: ChargeStore
  workspaces: Pick<Workspaces, 'sourcesOf'>
  knowledgeFor: (tenant: string, scope?: Scope) => Knowledge
  now: () => number
}>

/** How the sources of figures stand: bills, notes and prices. */
export function sourcesOfFigures({ charges, workspaces, knowledgeFor, now }: Means): Sources {
  const healthOf = createSourceHealth({ charges, sourcesOf: workspaces.sourcesOf, now })
  return {
    spend: async (tenant, language) => sourceHealthLines(await healthOf(tenant), now(), language),
    knowledge: (tenant, scope, language) => knowledgeLines(knowledgeFor(tenant, scope), language),
  }
}
