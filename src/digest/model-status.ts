import type { ModelFailure, Purpose } from '../answering/language-model.ts'
import type { ModelCall } from '../answering/ports.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { showNumber } from '../language/numbers.ts'
import { type ServingOf, spendFootprint } from '../spend/energy.ts'
import { modelUseText } from './model-use-text.ts'
import { showNano } from './show-money.ts'

/** What is configured; budgets are USD a calendar month, in nano-units. */
export type ModelSetup = Readonly<{
  models: readonly string[]
  budgets: Readonly<{ month: bigint; person: bigint; channel: bigint }>
}>

const PURPOSES: Readonly<Record<Purpose, Bilingual>> = {
  understand: { en: 'to read questions', ko: '질문 읽기' },
  plan: { en: 'to plan several steps', ko: '여러 단계 계획' },
  word: { en: 'to word answers', ko: '답변 다듬기' },
}
const FAILURES: Readonly<Record<ModelFailure, Bilingual>> = {
  budget: { en: 'no money left', ko: '예산 소진' },
  busy: { en: 'too many at once', ko: '동시 요청 초과' },
  timeout: { en: 'too slow', ko: '시간 초과' },
  unavailable: { en: 'provider failed', ko: '제공사 오류' },
  declined: { en: 'model declined', ko: '모델 거절' },
  malformed: { en: 'not the shape asked for', ko: '형식 오류' },
}

/** What language models did and cost in a month (e.g. 2026-11), as lines; figures are at list price. */
export function modelStatus(
  setup: ModelSetup | undefined,
  calls: readonly ModelCall[],
  month: string,
  servingOf: ServingOf,
  language: Language,
): readonly string[] {
  const ko = language === 'ko'
  const used = calls.length === 0 ? [] : [`${month}: ${modelUseText(calls, language)}`]
  if (!setup)
    return [
      ko
        ? '언어 모델을 설정하지 않았습니다. 모든 답변은 규칙과 계산으로 만들며 모델 비용이 없습니다.'
        : 'No language model is configured: every answer is made by rules and computed, and costs no tokens.',
      ...used,
    ]
  const money = (nano: bigint) => showNano(nano, 'USD', language)
  const { month: all, person, channel } = setup.budgets
  const names = setup.models.join(', ')
  return [
    ko ? `언어 모델: ${names}` : `Language model: ${names}`,
    ...(used.length > 0
      ? used
      : [ko ? `${month}: 아직 호출이 없습니다.` : `${month}: not called yet.`]),
    ...tally(calls, (c) => c.purpose, PURPOSES, language, ko ? '용도' : 'For'),
    ...tally(
      calls.filter((c) => c.outcome !== 'ok'),
      (c) => c.outcome as ModelFailure,
      FAILURES,
      language,
      ko ? '실패(규칙으로 만든 답을 대신 씀)' : 'Came to nothing (the answer by rules stood)',
    ),
    ...energyLine(calls, servingOf, language),
    ko
      ? `월 예산: 전체 ${money(all)}, 한 사람 ${money(person)}, 한 채널 ${money(channel)}. 다 쓰면 규칙으로만 답합니다.`
      : `Budget a month: ${money(all)} in all, ${money(person)} a person, ${money(channel)} a channel. When it is used up, answers are made by rules alone.`,
  ]
}

/** Counts by kind, most first; nothing where there are none. */
function tally<K extends string>(
  calls: readonly ModelCall[],
  kindOf: (call: ModelCall) => K,
  words: Readonly<Record<K, Bilingual>>,
  language: Language,
  title: string,
): string[] {
  const counts = new Map<K, number>()
  for (const call of calls) counts.set(kindOf(call), (counts.get(kindOf(call)) ?? 0) + 1)
  const parts = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, n]) => `${words[kind][language]} ${showNumber(n, language)}`)
  return parts.length === 0 ? [] : [`${title}: ${parts.join(', ')}`]
}

function energyLine(
  calls: readonly ModelCall[],
  servingOf: ServingOf,
  language: Language,
): string[] {
  const usage = calls.map(({ provider, model, outputTokens }) => ({
    ...({ source: 'rightsize', basis: 'metered', day: '', provider, model } as const),
    ...({ meter: 'tokens', category: 'usage', currency: 'USD' } as const),
    tokens: { output: outputTokens ?? 0 },
    ...{ effectiveNano: 0n, billedNano: 0n },
  }))
  const { kWh } = spendFootprint(usage, servingOf)
  if (!kWh) return []
  const span = [kWh.low, kWh.high].map((v) => showNumber(v * 1000, language, 2))
  return [
    language === 'ko'
      ? `전력: ${span.join('~')} Wh(자릿수 수준의 추정)`
      : `Energy: ${span.join(' to ')} Wh, an order of magnitude`,
  ]
}
