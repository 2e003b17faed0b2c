import type { App } from '@slack/bolt'
import { registerAccess } from './access-listener.ts'
import { registerAnswerActions } from './answer-actions.ts'
import { registerCharts } from './chart-listener.ts'
import type { Slack } from './context.ts'
import { registerDecisions } from './decision-listener.ts'
import { registerDigest } from './digest-listener.ts'
import { registerEdits } from './edit-listener.ts'
import { registerHome } from './home-listener.ts'
import { registerCommand } from './model-size-command.ts'
import { registerForm } from './model-size-modal.ts'
import { registerQuestions } from './question-listener.ts'
import { registerShortcut } from './shortcut-listener.ts'
import { registerUninstalls } from './uninstall-listener.ts'

/** Which event goes to which journey. */
export function registerListeners(app: App, slack: Slack): void {
  registerQuestions(app, slack)
  registerEdits(app, slack)
  registerShortcut(app, slack)
  registerCommand(app, slack)
  registerForm(app, slack)
  registerAnswerActions(app, slack)
  registerCharts(app, slack)
  registerDecisions(app, slack)
  registerHome(app, slack)
  registerAccess(app, slack)
  registerDigest(app, slack)
  registerUninstalls(app, slack)
}
