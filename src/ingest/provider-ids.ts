import type { Reading } from './ports.ts'

/**
 * Names that bills and gateways give a provider, by the id that the catalogue and its prices use; letter
 * case does not matter. Reviewed by hand, of four kinds: values of FOCUS ProviderName and InvoiceIssuer
 * (the FOCUS sample data, https://github.com/FinOps-Open-Cost-and-Usage-Spec/FOCUS-Sample-Data), names
 * that LiteLLM logs (`LlmProviders`, https://github.com/BerriAI/litellm/blob/main/litellm/types/utils.py),
 * names that OpenRouter shows (https://openrouter.ai/docs/features/provider-routing), and the company's own. What a
 * cloud resells is on the cloud's bill, so its service belongs to the cloud.
 */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  openai: ['openai', 'openai, l.l.c.', 'openai opco, llc', 'text-completion-openai'],
  azure: [
    ...['azure', 'microsoft', 'microsoft azure', 'microsoft corporation', 'azure openai'],
    ...['azure_ai', 'azure_text'],
  ],
  aws: [
    ...['aws', 'amazon', 'amazon web services', 'amazon web services, inc.', 'amazon bedrock'],
    ...['bedrock', 'bedrock_converse', 'sagemaker', 'sagemaker_chat', 'sagemaker_nova'],
  ],
  google: [
    ...['google', 'google cloud', 'google cloud platform', 'gcp', 'google llc'],
    ...['vertex_ai', 'vertex_ai_beta', 'gemini', 'google vertex', 'google ai studio'],
  ],
  anthropic: ['anthropic', 'anthropic, pbc', 'anthropic_text'],
  mistral: ['mistral', 'mistral ai', 'codestral', 'text-completion-codestral'],
  groq: ['groq'],
  'x-ai': ['x-ai', 'xai', 'x.ai'],
  deepseek: ['deepseek'],
  cohere: ['cohere', 'cohere_chat'],
  together: ['together', 'together ai', 'together_ai'],
  fireworks: ['fireworks', 'fireworks ai', 'fireworks_ai'],
}

const IDS = new Map(
  Object.entries(NAMES).flatMap(([id, names]) => names.map((name) => [name, id] as const)),
)

/** The one id of a provider; a name that is not known stays as it is. Example: "Microsoft" is `azure`. */
export function providerId(name: string): string {
  return IDS.get(name.trim().replace(/\s+/g, ' ').toLowerCase()) ?? name
}

/** A reading in which charges and windows name their provider by its id, whatever the source calls it. */
export function withProviderIds<R extends Pick<Reading, 'charges' | 'windows'>>(reading: R): R {
  return {
    ...reading,
    charges: reading.charges.map((c) => ({ ...c, provider: providerId(c.provider) })),
    windows: reading.windows.map((w) =>
      w.provider === undefined ? w : { ...w, provider: providerId(w.provider) },
    ),
  }
}
