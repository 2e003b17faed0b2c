import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  ConfigError,
  ConfigSchema,
  envExample,
  operatorLanguage,
  readConfig,
} from '../src/config.ts'

describe('the configuration', () => {
  it('has a default for everything that is not a secret or a place, and an empty string is unset', () =>
    expect(readConfig({ PORT: '', LOG_LEVEL: ' ' })).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: 'data',
      METRICS_HOST: '127.0.0.1',
      OTEL: 'off',
      DRAIN_SECONDS: 10,
      LLM: 'none',
      LLM_MONTH_USD: 20,
      LLM_PERSON_USD: 2,
      LLM_CHANNEL_USD: 5,
      EMBEDDINGS: 'lsa',
      LOG_LEVEL: 'info',
      UNINSTALLED_DAYS: 30,
      RATE_PERSON_PER_MINUTE: 20,
      RATE_WORKSPACE_PER_MINUTE: 300,
      RETENTION_CONVERSATIONS_DAYS: 365,
      RETENTION_MESSAGES_DAYS: 90,
      RETENTION_MODEL_CALLS_DAYS: 400,
      RETENTION_ACCESS_LOG_DAYS: 730,
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
  it('tells every problem in Korean too, with nothing left in English', () => {
    const bad = Object.fromEntries(Object.keys(ConfigSchema.shape).map((name) => [name, '\u0000']))
    const told = (environment: Record<string, string>): ConfigError => {
      try {
        readConfig(environment)
      } catch (error) {
        if (error instanceof ConfigError) return error
      }
      throw new Error('nothing was wrong')
    }
    const formed = told(bad).problems
    expect(formed.length).toBeGreaterThan(20)
    const together = told({ SLACK_CLIENT_ID: '1.2', LLM_WORDING: 'ollama:x', ADMIN_USERS: 'U1' })
    for (const { en, ko } of [...formed, ...together.problems]) {
      expect(en).not.toMatch(/[가-힣]/)
      expect(ko).toMatch(/[가-힣].*(?:니다|십시오|"\.)/)
    }
  })
  it('knows the language of whoever runs it by the locale', () => {
    expect(operatorLanguage({ LANG: 'ko_KR.UTF-8' })).toBe('ko')
    expect(operatorLanguage({ LANG: 'ko_KR.UTF-8', LC_ALL: 'C' })).toBe('en')
    expect(operatorLanguage({})).toBe('en')
  })
  it('wants a way to receive events with a bot token', () =>
    expect(() => readConfig({ SLACK_BOT_TOKEN: 'xoxb-1' })).toThrow(
      'SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET',
    ))
  const oauth = {
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'client-hidden',
    SLACK_STATE_SECRET: 'state-hidden',
    SLACK_SIGNING_SECRET: 'signing-hidden',
    SLACK_REDIRECT_URI: 'https://rightsize.test/slack/oauth_redirect',
    ENCRYPTION_KEYS: `k1:${'A'.repeat(43)}=`,
  }
  it('takes OAuth for many workspaces', () =>
    expect(readConfig(oauth)).toMatchObject({ SLACK_CLIENT_ID: '1.2', UNINSTALLED_DAYS: 30 }))
  it.each([
    [{ SLACK_CLIENT_ID: '1.2' }, 'SLACK_CLIENT_ID needs SLACK_CLIENT_SECRET; set it.'],
    [{ SLACK_CLIENT_ID: '1.2' }, 'SLACK_CLIENT_ID needs SLACK_STATE_SECRET; set it.'],
    [{ SLACK_CLIENT_ID: '1.2' }, 'SLACK_CLIENT_ID needs SLACK_REDIRECT_URI; set it.'],
    [{ SLACK_CLIENT_ID: '1.2' }, 'SLACK_CLIENT_ID needs SLACK_SIGNING_SECRET; set it.'],
    [
      { SLACK_CLIENT_ID: '1.2' },
      'SLACK_CLIENT_ID needs ENCRYPTION_KEYS or ENCRYPTION_KEYS_FILE; set it.',
    ],
    [{ SLACK_CLIENT_SECRET: 'client-hidden' }, 'but SLACK_CLIENT_ID is not; set it too'],
    [{ ...oauth, SLACK_BOT_TOKEN: 'xoxb-hidden' }, 'each installation brings its own'],
    [{ ...oauth, SLACK_APP_TOKEN: 'xapp-hidden' }, 'not Socket Mode'],
    [{ ...oauth, ADMIN_USERS: 'U1' }, 'ADMIN_USERS and SLACK_CLIENT_ID are both set; the owners'],
    [{ ...oauth, OPENAI_ADMIN_KEY_FILE: '/key' }, 'give each workspace a key of its own with'],
    [{ ...oauth, LITELLM_BASE_URL: 'http://x.test', LITELLM_API_KEY: 'k' }, 'LITELLM_BASE_URL and'],
    [{ ...oauth, SLACK_REDIRECT_URI: 'http://rightsize.test/a' }, 'must be a public address'],
    [{ ...oauth, SLACK_REDIRECT_URI: 'https://rightsize.test' }, 'must be a public address'],
    [{ ...oauth, ENCRYPTION_KEYS: 'k1:short-hidden' }, 'ENCRYPTION_KEYS must be id:key'],
    [{ ...oauth, ENCRYPTION_KEYS_FILE: '/keys' }, 'are both set; keep one of them'],
  ])('says what is wrong with OAuth, and repeats no secret: %o', (environment, problem) => {
    expect(() => readConfig(environment)).toThrow(problem)
    expect(() => readConfig(environment)).not.toThrow('hidden')
  })
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
  it.each([
    [{ LLM: 'gpt-6' }, 'LLM must be provider:model, e.g. openai:gpt-6-luna'],
    [{ LLM: 'acme:gpt-6', LLM_API_KEY: 'k' }, 'providers are openai, anthropic, google, ollama'],
    [{ LLM: 'openai:gpt-6-luna' }, 'LLM=openai needs LLM_API_KEY or LLM_API_KEY_FILE'],
    [{ LLM: 'openai-compatible:x' }, 'LLM=openai-compatible needs LLM_BASE_URL'],
    [{ LLM_WORDING: 'openai:gpt-6-astra' }, 'LLM_WORDING is set, but LLM is not'],
    [
      { LLM: 'ollama:x', LLM_WORDING: 'openai:gpt-6-astra', LLM_API_KEY: 'k' },
      'LLM and LLM_WORDING are of different providers (ollama, openai)',
    ],
    [{ LLM: 'ollama:x', LLM_PRICE: 'free' }, 'LLM_PRICE must be two numbers such as 0.10,0.40'],
    [
      { LLM: 'ollama:x', LLM_MONTH_USD: '-1' },
      'LLM_MONTH_USD must be a number of dollars from 0 to 1000000',
    ],
  ])('says what is wrong with a language model: %o', (environment, problem) =>
    expect(() => readConfig(environment)).toThrow(problem),
  )
  it('takes a language model on one’s own machine without a key', () =>
    expect(readConfig({ LLM: 'ollama:llama3.1:8b' })).toMatchObject({ LLM: 'ollama:llama3.1:8b' }))
  it('describes every variable, and .env.example is made from it', () => {
    expect(
      Object.values(ConfigSchema.shape).every((field) => (field.description ?? '').length > 20),
    ).toBe(true)
    expect(readFileSync('.env.example', 'utf8')).toBe(envExample())
  })
})
