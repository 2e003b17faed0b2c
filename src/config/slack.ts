import { z } from 'zod'
import { addressForm, text, whole, wholeForm } from './fields.ts'

const beginningForm = (beginning: string) => ({
  en: `must start with ${beginning}`,
  ko: `${beginning}로 시작해야 합니다.`,
})
const KEPT_DAYS = [0, 3650] as const

/** How the bot reaches Slack, and who may set it up. */
export const SLACK = {
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-/)
    .optional()
    .meta({
      description:
        'Bot token of the Slack app. Without it a local workspace is served in the browser.',
      form: beginningForm('xoxb-'),
    }),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/)
    .optional()
    .meta({
      description: 'App-level token; with it the bot uses Socket Mode and needs no public address.',
      form: beginningForm('xapp-'),
    }),
  SLACK_SIGNING_SECRET: text()
    .optional()
    .describe('Signing secret of the Slack app; with it the bot receives events over HTTP.'),
  SLACK_CLIENT_ID: text()
    .optional()
    .describe(
      'Client id of the Slack app; with it the app can be installed into many workspaces and organisations by OAuth, each with data of its own.',
    ),
  SLACK_CLIENT_SECRET: text().optional().describe('Client secret of the Slack app, for OAuth.'),
  SLACK_STATE_SECRET: text()
    .optional()
    .describe('Any long random text; proves that an installation began here.'),
  SLACK_REDIRECT_URI: z
    .string()
    .regex(/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])[^?#]*\/[^/?#]+$/)
    .optional()
    .meta({
      description:
        'Public address that Slack sends people back to after they agreed, e.g. https://your-host/slack/oauth_redirect.',
      form: {
        en: 'must be a public address such as https://your-host/slack/oauth_redirect',
        ko: 'https://your-host/slack/oauth_redirect 같은 공개 주소여야 합니다.',
      },
    }),
  SLACK_AUTHORIZE_URL: z
    .url()
    .optional()
    .meta({
      description: "Address of Slack's page where people agree to an installation, for tests.",
      form: addressForm('https://slack.com/oauth/v2/authorize'),
    }),
  UNINSTALLED_DAYS: whole(...KEPT_DAYS)
    .default(30)
    .meta({
      description:
        'Days that the data of a workspace is kept after the app was uninstalled there; tokens and keys are deleted at once.',
      form: wholeForm(...KEPT_DAYS),
    }),
  SLACK_API_URL: z
    .url()
    .optional()
    .meta({
      description: "Base address of Slack's Web API, for tests and proxies.",
      form: addressForm('https://slack.com/api/'),
    }),
  ADMIN_USERS: z
    .string()
    .regex(/^\s*[UW][A-Z0-9]+(\s*,\s*[UW][A-Z0-9]+)*\s*$/)
    .transform((list) => list.split(',').map((id) => id.trim()))
    .optional()
    .meta({
      description:
        'Slack member ids, separated by commas, of people who may set up spend besides the owners of the workspace.',
      form: {
        en: 'must be Slack member ids such as U012AB3CD, separated by commas',
        ko: 'U012AB3CD 같은 Slack 멤버 ID를 쉼표로 이어 적어야 합니다.',
      },
    }),
}
