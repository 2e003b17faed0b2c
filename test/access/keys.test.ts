import { expect, it } from 'vitest'
import { looksLikeKey } from '../../src/access/keys.ts'

/** Made up here, so that no file holds anything shaped like a key. */
const filler = (length: number) => 'aB3dE5gH7jK9'.repeat(10).slice(0, length)

it.each([
  ['an OpenAI key', `use sk-proj-${filler(40)} please`],
  ['an older OpenAI key', `sk-${filler(48)}`],
  ['an Anthropic admin key', `sk-ant-admin01-${filler(60)}`],
  ['an OpenRouter key', `sk-or-v1-${filler(64)}`],
  ['a LiteLLM key', `sk-${filler(22)}`],
  ['a Slack token', `xoxb-123456789012-${filler(24)}`],
  ['an app-level token', `xapp-1-A012-${filler(30)}`],
  ['a GitHub token', `ghp_${filler(36)}`],
  ['a Hugging Face token', `hf_${filler(34)}`],
  ['an AWS key id', `AKIA${'ABCD1234EFGH5678'}`],
  ['a Google key', `AIza${filler(35)}`],
  ['a web token', `eyJ${filler(20)}.eyJ${filler(20)}.${filler(20)}`],
  ['a private key', `-----BEGIN RSA ${'PRIVATE'} KEY-----`],
  ['a key by its name', `our api key is ${filler(32)}`],
  ['비밀번호', `비밀번호는 ${filler(24)}`],
])('%s is noticed', (_, text) => expect(looksLikeKey(text)).toBe(true))

it.each([
  'Do we need GPT-class models to tag 200k support tickets a month?',
  'what does sk-learn cost compared with gpt-6-luna?',
  'task=classification volume=2M/month in=800 out=20 value=0.50 error-cost=2',
  'is the api key rotation of anthropic/claude-opus-4-5-20251101 a risk?',
  'tokens: 1000000000000000000000',
  'https://example.com/reports/2026/11/24/spend-report-of-the-week.html',
  '티켓 분류를 월 200만 건 하는데 큰 모델이 꼭 필요해?',
  'evaluation="gpt-6-astra=441 gpt-6-luna=430 both=410 items=500"',
])('"%s" is no key', (text) => expect(looksLikeKey(text)).toBe(false))
