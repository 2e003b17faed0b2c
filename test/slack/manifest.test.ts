import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ACTIONS, COMMANDS, EVENTS, SCOPES, SHORTCUTS, VIEWS } from '../../src/slack/surface.ts'
import { ring } from '../support/rings.ts'

const manifest = parse(readFileSync('manifest.yml', 'utf8')) as {
  features: {
    slash_commands: { command: string }[]
    shortcuts: { callback_id: string }[]
    agent_view?: object
    assistant_view?: object
    bot_user: { display_name: string }
  }
  oauth_config: { scopes: { bot: string[] } }
  settings: { event_subscriptions: { bot_events: string[] } }
}
const code = readdirSync('src/slack', { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.ts'))
  .map((f) => readFileSync(join('src/slack', f), 'utf8'))
  .join('\n')

describe('the manifest and the code', () => {
  it('name the same scopes, events, commands and shortcuts', () => {
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...SCOPES].sort())
    expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual([...EVENTS].sort())
    expect(manifest.features.slash_commands.map((c) => c.command)).toEqual([...COMMANDS])
    expect(manifest.features.shortcuts.map((s) => s.callback_id)).toEqual([...SHORTCUTS])
  })
  it('listen to every event that is subscribed, and to no other', () => {
    const listened = [...code.matchAll(/app\.event\('(\w+)'/g)].map((m) => m[1])
    const subscribed = manifest.settings.event_subscriptions.bot_events.filter(
      (e) => !e.startsWith('message.'),
    )
    expect([...new Set(listened)].sort()).toEqual([...subscribed].sort())
    expect(code).toContain('app.message(')
  })
  it('handle every view and action that is drawn', () => {
    for (const view of VIEWS) expect(code).toContain(`callback_id: '${view}'`)
    for (const key of Object.keys(ACTIONS).filter((k) => k !== 'example'))
      expect(
        code.match(new RegExp(`ACTIONS\\.${key}\\b`, 'g'))?.length ?? 0,
        key,
      ).toBeGreaterThanOrEqual(2)
  })
  it('have the agent view and not the old one', () => {
    expect(manifest.features.agent_view).toBeDefined()
    expect(manifest.features.assistant_view).toBeUndefined()
    expect(manifest.features.bot_user.display_name).not.toMatch(/\s/)
  })
})

const schema = join(process.env.SLACK_SCHEMA_DIR ?? '../shared/slack', 'manifest.schema.2.0.0.json')
ring('Slack’s published manifest schema', existsSync(schema), `${schema} is absent`, () => {
  it('accepts manifest.yml', () => {
    const ajv = new Ajv.default({ strict: false, allErrors: true })
    addFormats.default(ajv)
    const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')))
    expect(validate(manifest), JSON.stringify(validate.errors)).toBe(true)
  })
})
