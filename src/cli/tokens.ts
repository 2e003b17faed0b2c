import { countTokens } from '../catalog/count-tokens.ts'
import { openCatalog } from '../knowledge.ts'
import { nearestWords } from '../sizing/nearest-words.ts'
import { readText } from './ask.ts'
import { type Flags, type Io, UsageError } from './io.ts'

/** `tokens`: how many tokens a text is for each vendor, or for one model's. */
export async function tokensCommand(
  words: readonly string[],
  flags: Flags,
  io: Io,
): Promise<number> {
  const [model, ...rest] = words
  const text = flags.file === undefined ? rest.join(' ') : readText(flags.file)
  if (model === undefined || text.trim() === '')
    throw new UsageError({
      en: 'tokens needs a model and a text: tokens gpt-6-luna "…", or --file FILE.',
      ko: 'tokens에는 모델과 글이 필요합니다. 예: tokens gpt-6-luna "…" 또는 --file FILE',
    })
  const { models, model: named } = openCatalog(io.config())
  const found = named(model)
  if (!found) {
    const nearest = nearestWords(
      model,
      models.map((m) => m.id),
    )
    throw new UsageError({
      en: `"${model}" is not in the catalogue. Nearest: ${nearest.join(', ')}.`,
      ko: `"${model}" 모델은 카탈로그에 없습니다. 가장 비슷한 이름: ${nearest.join(', ')}`,
    })
  }
  const { tokens, basis } = await countTokens(text, found.vendor)
  const { low, central, high } = tokens
  if (flags.json)
    io.out(JSON.stringify({ model: found.id, vendor: found.vendor, basis, ...tokens }))
  else
    io.out(
      basis === 'counted'
        ? `${central} ${central === 1 ? 'token' : 'tokens'} for ${found.label}.`
        : `About ${Math.round(central)} tokens for ${found.label} (${Math.round(low)} to ${Math.round(high)}, estimated from another tokenizer).`,
    )
  return 0
}
