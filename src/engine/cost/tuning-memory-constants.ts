import type { Constant } from '../constant.ts'

const FACTORY =
  'https://gist.github.com/bigsnarfdude/50319bbab6c19fced1584f06d0d3e63f (copy of the LLaMA-Factory table, 2024)'

function perParameter(value: number, source: string): Constant {
  return {
    value,
    unit: 'bytes per parameter, states and overhead included',
    source,
    asOf: '2026-11-23',
  }
}

/** Bytes per parameter of each way to tune, chosen so that the published tables agree within 25 %. */
export const FINE_TUNING_BYTES = {
  full: perParameter(20, FACTORY),
  'lora-16bit': perParameter(2.4, FACTORY),
  'qlora-8bit': perParameter(1.3, FACTORY),
  'qlora-4bit': perParameter(0.8, FACTORY),
  'qlora-4bit-least': perParameter(
    0.65,
    'https://unsloth.ai/docs/get-started/fine-tuning-for-beginners/unsloth-requirements',
  ),
} as const satisfies Record<string, Constant>
