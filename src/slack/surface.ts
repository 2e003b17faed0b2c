/** What the app uses of Slack; `manifest.yml` declares the same, and a test holds the two together. */
export const SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:write',
  'mpim:history',
  'usergroups:read',
  'users:read',
] as const

export const EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'message.channels',
  'message.groups',
  'message.im',
  'message.mpim',
  'team_access_revoked',
  'tokens_revoked',
] as const

export const COMMANDS = ['/model-size'] as const
export const SHORTCUTS = ['ask_about_message'] as const
export const VIEWS = [
  'size_form',
  'working',
  'decision_form',
  'decision',
  'allow_form',
  'admin_form',
  'budget_form',
  'alerts_form',
  'schedule_form',
  'defaults_form',
] as const

/** Action ids of buttons; flips carry a number so that each is unique in its block. */
export const ACTIONS = {
  adjust: 'adjust_assumptions',
  working: 'show_working',
  chart: 'show_chart',
  share: 'share_answer',
  flip: 'try_flip',
  feedback: 'feedback',
  openForm: 'open_form',
  reopen: 'reopen_private',
  record: 'record_decision',
  openDecision: 'open_decision',
  closeDecision: 'close_decision',
  reopenDecision: 'reopen_decision',
  readAs: 'read_as',
  allowSpend: 'allow_spend',
  nameAdmin: 'name_admin',
  setBudget: 'set_budget',
  setAlerts: 'set_alerts',
  setSchedule: 'set_schedule',
  setDefaults: 'set_defaults',
  changeSettings: 'change_settings',
  digestDetails: 'digest_details',
  digestWhy: 'digest_why',
  digestSchedule: 'digest_schedule',
  digestSnooze: 'digest_snooze',
  digestPreview: 'digest_preview',
} as const
