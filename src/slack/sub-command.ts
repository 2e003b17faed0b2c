import { denialText } from '../access/denial-text.ts'
import type { Language } from '../language/language.ts'
import { tellComer } from './admission.ts'
import { decisionList } from './blocks/decision-list.ts'
import { scheduledPost } from './blocks/digest-post.ts'
import { section } from './blocks/kit.ts'
import { WORDS } from './blocks/words.ts'
import { commandHelp, unknownSubCommand } from './command-help.ts'
import type { Commanded, Reply } from './commanded.ts'
import { compareReply } from './compare-command.ts'
import type { Slack } from './context.ts'
import { defaultsReply } from './defaults-command.ts'
import { slackDirectory } from './directory.ts'
import { explainReply } from './explain-command.ts'
import { MENTIONS } from './mentions.ts'
import type { Target } from './post.ts'
import type { ReadSubCommand, SubCommandWord } from './read-sub-command.ts'
import { showDigest } from './show-digest.ts'
import { sourcesReply } from './sources-command.ts'
import { ownSpendReply, spendReply } from './spend-command.ts'

type Replies = Readonly<Record<SubCommandWord, (asked: Commanded, slack: Slack) => Promise<Reply>>>

const REPLIES: Replies = {
  help: async ({ comer, rest }) => commandHelp(rest, comer.language),
  compare: compareReply,
  explain: explainReply,
  decisions: async ({ comer }, { decisions }) => {
    const { tenant, person, channel, language } = comer
    const records = await decisions.list({ tenant, person, channel })
    return { text: WORDS.decisions[language], steps: [decisionList(records, language)] }
  },
  status: async ({ client, comer }, slack) => {
    const { tenant, person, channel, language } = comer
    const request = { tenant, person, channel, kind: 'question' } as const
    const denial = await slack.access.belonging(request, slackDirectory(client))
    if (denial) {
      await tellComer(client, slack.post, comer, denialText(denial, MENTIONS, language))
      return 'told'
    }
    const lines = (await slack.modelStatus(tenant, language)).join('\n')
    return { text: lines, steps: [[section(lines)], []] }
  },
  spend: ownSpendReply,
  digest: setUpReply,
  defaults: defaultsReply,
  sources: sourcesReply,
  admin: setUpReply,
}

/** Carries a sub-command out, and tells its person what came of it. False where it is a question after all. */
export async function carriedOut(
  read: ReadSubCommand,
  asked: Omit<Commanded, 'rest'>,
  slack: Slack,
): Promise<boolean> {
  const { client, comer } = asked
  const reply =
    'unknown' in read
      ? unknownSubCommand(read.unknown, read.nearest, comer.language)
      : await REPLIES[read.word]({ ...asked, rest: read.rest }, slack)
  if (typeof reply !== 'string') await slack.post(client, placeOf(comer), reply)
  return reply !== 'question'
}

/** `admin …` and `digest …`, which take people and channels as Slack sends them. */
async function setUpReply({ client, comer, raw }: Commanded, slack: Slack): Promise<Reply> {
  const { tenant, channel, person, language } = comer
  const typed = { tenant, channel, person, language }
  const words = raw.trim().replace(/^요약(?=\s|$)/, 'digest')
  const reply = await spendReply(words, typed, slack, slackDirectory(client))
  if (typeof reply === 'string') return { text: reply, steps: [[]] }
  if (!('digest' in reply)) return scheduledPost(reply.text, reply.channel, language)
  await showDigest(client, slack, placeOf(comer), reply)
  return 'told'
}

function placeOf({ responseUrl: url }: Commanded['comer']): Target {
  return { to: 'response', url }
}

/** The language a sub-command is answered in: its words are the same in both, so only Hangul tells. */
export function commandLanguage(text: string, locale: Language | undefined): Language {
  return /\p{Script=Hangul}/u.test(text) ? 'ko' : (locale ?? 'en')
}
