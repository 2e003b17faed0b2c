import type { WebClient } from '@slack/web-api'
import type { HomeAccess } from '../access/access.ts'
import type { Refusal } from '../access/decide.ts'
import type { Language } from '../language/language.ts'
import type { HomeContent, MemberContent, SpendContent } from './blocks/home-view.ts'
import { subCommandLines } from './command-help.ts'
import type { Slack } from './context.ts'
import { slackDirectory } from './directory.ts'
import { THIS_MONTH } from './spend-command.ts'

/** Private answers that Home shows. */
const KEPT = 8

/** Refusals that full members meet; whoever meets another is told nothing of the workspace. */
const MEMBERS: ReadonlySet<Refusal> = new Set(['person-not-allowed'])

/** Everything that a person's Home shows, as far as they may see it. */
export async function homeContent(
  client: WebClient,
  slack: Slack,
  { tenant, user, language }: Readonly<{ tenant: string; user: string; language: Language }>,
): Promise<HomeContent> {
  const { access, conversation, decisions } = slack
  const [own, privateAnswers, spend] = await Promise.all([
    decisions.list({ tenant, person: user }),
    conversation.privateTurns(tenant, user, KEPT),
    access.home(tenant, user, slackDirectory(client)),
  ])
  const [member, figures] = await Promise.all([
    isMember(spend) ? memberContent(slack, tenant, spend, language) : undefined,
    'denial' in spend ? undefined : spendContent(slack, tenant, language),
  ])
  return {
    decisions: own.filter((d) => d.state === 'open'),
    privateAnswers,
    spend,
    commands: subCommandLines(language),
    ...(member ? { member } : {}),
    ...(figures ? { figures } : {}),
  }
}

function isMember(spend: HomeAccess): boolean {
  return !('denial' in spend) || MEMBERS.has(spend.denial.refusal)
}

/** What every full member may see: the defaults, how old the knowledge is, and what the bot itself costs. */
async function memberContent(
  { access, defaults, sources, modelStatus }: Slack,
  tenant: string,
  spend: HomeAccess,
  language: Language,
): Promise<MemberContent> {
  const settings = 'settings' in spend ? spend.settings : await access.settings(tenant)
  return {
    defaults: defaults.lines(settings.defaults, language),
    knowledge: sources.knowledge(tenant, 'company', language),
    cost: await modelStatus(tenant, language),
  }
}

/** What only those see who may see spend. */
async function spendContent(
  { spend, digests, sources }: Slack,
  tenant: string,
  language: Language,
): Promise<SpendContent> {
  const question = await spend.read(tenant, THIS_MONTH[language])
  const [month, schedules, health] = await Promise.all([
    question ? spend.answer(tenant, question, language) : [],
    digests.list(tenant, language),
    sources.spend(tenant, language),
  ])
  return { month, schedules, health }
}
