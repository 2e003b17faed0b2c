import type { Constant } from '../constant.ts'

/** What text to train on has been sold, settled and labelled for. */
export const DATA_PRICES = {
  licensedWord: {
    value: 0.001,
    unit: 'USD per word of licensed text',
    source:
      'https://the-decoder.com/tech-giants-are-on-a-billion-dollar-shopping-spree-for-ai-training-data/',
    asOf: '2024-04-05',
  },
  writersHour: {
    value: 15,
    unit: 'USD per hour of a writer',
    source: 'https://arxiv.org/abs/2504.12427',
    asOf: '2025-04-16',
  },
  writtenWords: {
    value: 30,
    unit: 'words per minute of a writer',
    source: 'https://arxiv.org/abs/2504.12427',
    asOf: '2025-04-16',
  },
  wordsPerToken: {
    value: 0.75,
    unit: "English words per token, OpenAI's rule of thumb; Korean has about 0.4",
    source: 'https://lib.rs/crates/gpt_tokenizer',
    asOf: '2026-11-23',
  },
  modelLabel: {
    value: 0.003,
    unit: 'USD per label by a language model, at most',
    source: 'https://arxiv.org/abs/2303.15056',
    asOf: '2023-03-27',
  },
} as const satisfies Record<string, Constant>
