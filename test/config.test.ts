import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConfigError, ConfigSchema, envExample, readConfig } from '../src/config.ts'

describe('the configuration', () => {
  it('has a default for everything that is not a secret or a place, and an empty string is unset', () =>
    expect(readConfig({ PORT: '', LOG_LEVEL: ' ' })).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: 'data',
      LLM: 'none',
      EMBEDDINGS: 'lsa',
      LOG_LEVEL: 'info',
    }))
  it('lists every problem at once in plain words', () => {
    const problem = (() => {
      try {
        return readConfig({
          PORT: 'abc',
          LOG_LEVEL: 'loud',
          SLACK_BOT_TOKEN: 'nope-secret',
          DATABASE_URL: 'mysql://x',
        })
      } catch (error) {
        return error
      }
    })()
    expect(problem).toBeInstanceOf(ConfigError)
    const message = problem instanceof Error ? problem.message : ''
    expect(message).toMatch(/PORT must be a whole number from 0 to 65535; received "abc"/)
    expect(message).toMatch(/LOG_LEVEL must be one of/)
    expect(message).toMatch(/SLACK_BOT_TOKEN must start with xoxb-/)
    expect(message).toMatch(/DATABASE_URL must start with postgres/)
    expect(message).not.toContain('nope-secret')
  })
  it('wants a way to receive events with a bot token', () =>
    expect(() => readConfig({ SLACK_BOT_TOKEN: 'xoxb-1' })).toThrow(
      'SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET',
    ))
  it('takes each provider key once, from the environment or from a file, and never repeats it', () => {
    const refused = (environment: Record<string, string>) => {
      try {
        return String(readConfig(environment))
      } catch (error) {
        return String(error)
      }
    }
    const both = refused({ OPENAI_ADMIN_KEY: 'sk-hidden', OPENAI_ADMIN_KEY_FILE: '/run/key' })
    expect(both).toContain('OPENAI_ADMIN_KEY and OPENAI_ADMIN_KEY_FILE are both set')
    expect(both).not.toContain('sk-hidden')
    expect(refused({ LITELLM_API_KEY_FILE: '/run/key' })).toContain('LITELLM_BASE_URL needs')
    expect(refused({ LITELLM_BASE_URL: 'http://127.0.0.1:4000' })).toContain('LITELLM_API_KEY')
    expect(readConfig({ LITELLM_BASE_URL: 'http://x.test', LITELLM_API_KEY: 'k' })).toMatchObject({
      LITELLM_API_KEY: 'k',
    })
  })
  it('describes every variable, and .env.example is made from it', () => {
    expect(
      Object.values(ConfigSchema.shape).every((field) => (field.description ?? '').length > 20),
    ).toBe(true)
    expect(readFileSync('.env.example', 'utf8')).toBe(envExample())
  })
})
