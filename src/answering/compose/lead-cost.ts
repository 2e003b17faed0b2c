import { isUnknown } from '../../engine/unknown.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import type { Recommendation } from '../../sizing/recommendation.ts'
import type { Sentence } from '../answer.ts'
import type { Citations } from '../evidence.ts'
import { sourceNumbers } from './reasons.ts'
import { cited, figure, say } from './say.ts'

const COST: Bilingual = {
  en: '{option} costs {cost} for {volume}.',
  ko: '{volume} 기준으로 {option:은/는} {cost}입니다.',
}

/** The bill first, for each model that the question names. */
export function costLead(
  { options, estimates }: Recommendation,
  models: readonly string[],
  citations: Citations,
  language: Language,
): Sentence[] {
  const volume = estimates.find((e) => e.id === 'volume')
  if (!volume) return []
  return models.flatMap((model) => {
    const option = options.find(
      (o) => o.id === model || (o.model === model && o.choice === 'self-host'),
    )
    const cost = option?.figures.usdPerMonth
    if (!option || !cost || isUnknown(cost.value)) return []
    const sentence = say(COST, language, {
      option: option.label[language],
      cost: figure(cost, language),
      volume: figure(volume, language),
    })
    return [cited(sentence, sourceNumbers([cost], citations))]
  })
}
