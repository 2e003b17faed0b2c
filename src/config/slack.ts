import { z } from 'zod'
import { text } from './fields.ts'

/** How the bot reaches Slack, and who may set it up. */
export const SLACK = {
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-/, 'must start with xoxb-')
    .optional()
    .describe('Bot token of the Slack app. Without it a local workspace is served in the browser.'),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, 'must start with xapp-')
    .optional()
    .describe('App-level token; with it the bot uses Socket Mode and needs no public address.'),
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
    .regex(
      /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])[^?#]*\/[^/?#]+$/,
      'must be a public address such as https://your-host/slack/oauth_redirect',
    )
    .optional()
    .describe(
      'Public address that Slack sends people back to after they agreed, e.g. https://your-host/slack/oauth_redirect.',
    ),
  SLACK_AUTHORIZE_URL: z
    .url('must be an address such as https://slack.com/oauth/v2/authorize')
    .optional()
    .describe("Address of Slack's page where people agree to an installation, for tests."),
  UNINSTALLED_DAYS: z.coerce
    .number('must be a whole number of days from 0 to 3650')
    .int('must be a whole number of days from 0 to 3650')
    .min(0, 'must be a whole number of days from 0 to 3650')
    .max(3650, 'must be a whole number of days from 0 to 3650')
    .default(30)
    .describe(
      'Days that the data of a workspace is kept after the app was uninstalled there; tokens and keys are deleted at once.',
    ),
  SLACK_API_URL: z
    .url('must be an address such as https://slack.com/api/')
    .optional()
    .describe("Base address of Slack's Web API, for tests and proxies."),
  ADMIN_USERS: z
    .string()
    .regex(
      /^\s*[UW][A-Z0-9]+(\s*,\s*[UW][A-Z0-9]+)*\s*$/,
      'must be Slack member ids such as U012AB3CD, separated by commas',
    )
    .transform((list) => list.split(',').map((id) => id.trim()))
    .optional()
    .describe(
      'Slack member ids, separated by commas, of people who may set up spend besides the owners of the workspace.',
    ),
}
