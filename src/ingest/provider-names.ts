/** Names for providers that one source uses: by id, in lower case. */
export type NameList = Readonly<{
  source: string
  names: Readonly<Record<string, readonly string[]>>
}>

/**
 * Names that bills and gateways give a provider, by the id that the catalogue and its prices use, each list
 * with where it was taken from (read 2026-11-28). What a cloud resells is on the cloud's bill, so its
 * services belong to the cloud. Where a name stands for several companies it is left out.
 */
export const PROVIDER_NAMES: readonly NameList[] = [
  {
    // ProviderName, PublisherName and InvoiceIssuerName of real rows.
    source: 'https://github.com/FinOps-Open-Cost-and-Usage-Spec/FOCUS-Sample-Data',
    names: {
      aws: [
        ...['aws', 'amazon web services, inc.', 'amazon web services canada, inc.'],
        'amazon web services emea sarl',
      ],
      azure: ['microsoft'],
    },
  },
  {
    // Values of LlmProviders.
    source: 'https://github.com/BerriAI/litellm/blob/main/litellm/types/utils.py',
    names: {
      openai: ['openai', 'text-completion-openai'],
      azure: ['azure', 'azure_text', 'azure_ai'],
      aws: ['bedrock', 'sagemaker', 'sagemaker_chat', 'sagemaker_nova'],
      google: ['vertex_ai', 'vertex_ai_beta', 'gemini'],
      anthropic: ['anthropic', 'anthropic_text'],
      mistral: ['mistral', 'codestral', 'text-completion-codestral'],
      groq: ['groq'],
      'x-ai': ['xai'],
      deepseek: ['deepseek'],
      cohere: ['cohere', 'cohere_chat'],
      together: ['together_ai'],
      fireworks: ['fireworks_ai'],
    },
  },
  {
    // Values of ProviderName, which the activity report shows.
    source:
      'https://github.com/OpenRouterTeam/typescript-sdk/blob/main/docs/models/providername.md',
    names: {
      aws: ['amazon bedrock'],
      google: ['google', 'google ai studio'],
      'x-ai': ['xai'],
      together: ['together'],
      fireworks: ['fireworks'],
    },
  },
  {
    // Slugs of the same providers.
    source: 'https://openrouter.ai/docs/client-sdks/typescript/models/byokproviderslug',
    names: { aws: ['amazon-bedrock'], google: ['google-ai-studio', 'google-vertex'] },
  },
  {
    // What people write in files of their own.
    source: 'everyday names, reviewed by hand',
    names: {
      aws: ['amazon', 'amazon web services'],
      azure: ['microsoft azure', 'azure openai', 'microsoft corporation'],
      google: ['google cloud', 'google cloud platform', 'gcp', 'vertex ai', 'google vertex ai'],
      anthropic: ['anthropic, pbc'],
      mistral: ['mistral ai'],
      'x-ai': ['x-ai', 'x.ai'],
      together: ['together ai'],
      fireworks: ['fireworks ai'],
    },
  },
]
