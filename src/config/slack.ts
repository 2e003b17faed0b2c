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
