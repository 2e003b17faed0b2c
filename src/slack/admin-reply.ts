import type { Access, Denial, Request } from '../access/access.ts'
import { changeText } from '../access/change-text.ts'
import { denialText } from '../access/denial-text.ts'
import type { Directory } from '../access/ports.ts'
import { problemText } from '../access/problem-text.ts'
import { escapeMrkdwn } from '../block-kit/escape.ts'
import type { Language } from '../language/language.ts'
import { readAdminCommand } from './admin-command.ts'
import { accessLines, budgetLines } from './blocks/access-sections.ts'
import { MENTIONS } from './mentions.ts'

/** Carries out `/model-size admin …`, given as Slack sent it; the reply, as mrkdwn, is for the person alone. */
export async function adminReply(
  text: string,
  access: Access,
  request: Request,
  directory: Directory,
  language: Language,
): Promise<string> {
  const denied = (denial: Denial) => denialText(denial, MENTIONS, language)
  const asked = readAdminCommand(text, language)
  switch (asked.do) {
    case 'explain':
      return escapeMrkdwn(asked.sentence)
    case 'mend':
      return asked.problems.map((p) => problemText(p, MENTIONS, language)).join('\n')
    case 'list':
    case 'budgets': {
      const denial = await access.settingUp(request, directory)
      if (denial) return denied(denial)
      const settings = await access.settings(request.tenant)
      const lines =
        asked.do === 'budgets'
          ? budgetLines(settings, language)
          : accessLines(settings, await directory.owners(), language)
      return lines.join('\n')
    }
    case 'change': {
      const outcome = await access.change(request, asked.change, directory)
      if ('denial' in outcome) return denied(outcome.denial)
      if ('problem' in outcome) return problemText(outcome.problem, MENTIONS, language)
      return changeText(asked.change, MENTIONS, language)
    }
    default:
      return asked satisfies never
  }
}
