import type { Bilingual, Language } from '../../language/language.ts'
import type { CurrencyDigest, Digest } from '../digest.ts'
import { energyLines } from '../digest-details.ts'
import { anomalyText } from '../digest-sentences.ts'
import { abnormalLine, monthLine } from '../digest-text.ts'
import { outcomeLines } from '../outcome-text.ts'
import { pilotLine, savingLines } from '../saving-text.ts'
import { BATCHING, CACHING, EMITTED } from './question-words.ts'

/** What is worked out for all spend alone: of anomalies, the month, savings and emissions. */
export function ofAll(
  kind: 'anomaly' | 'forecast' | 'saving' | 'emissions',
  asked: string,
  digest: Digest,
  c: CurrencyDigest,
  language: Language,
): string[] {
  const ko = language === 'ko'
  switch (kind) {
    case 'anomaly':
      return [
        abnormalLine(c, language),
        ...('found' in c.anomalies
          ? c.anomalies.found.slice(1, 3).map((a) => `${anomalyText(a, c.currency, language)}.`)
          : []),
      ]
    case 'forecast':
      return [monthLine(c, language)]
    case 'saving': {
      const lines = savingsAsked(c, asked, language).map(ended)
      return lines.length > 0
        ? lines
        : [
            ko
              ? '토큰과 요청 수로 볼 때 시험해 볼 만한 절감 거리를 찾지 못했습니다.'
              : 'From tokens and requests nothing was found that is worth a try.',
          ]
    }
    case 'emissions': {
      const told = energyLines(digest, language)
      const lines = EMITTED.test(asked) ? told.toReversed() : told
      return lines.length > 0
        ? lines.map(ended)
        : [
            ko
              ? '청구 내역에 출력 토큰이나 아는 크기의 모델이 없어 전력과 탄소는 알 수 없습니다.'
              : 'Energy and CO2e are not known: the bills name no output tokens of a model whose size is known or estimated.',
          ]
    }
    default:
      return kind satisfies never
  }
}

const WORTH_A_PILOT: Bilingual = { en: 'Worth a pilot', ko: '시험 가치 있음' }

/** What was or could be saved; of caches or batches alone where only those are asked about. */
function savingsAsked(c: CurrencyDigest, asked: string, language: Language): string[] {
  const { cache, batch, idle, ...rest } = c
  if (CACHING.test(asked) && cache) return savingLines({ ...rest, cache }, language)
  if (BATCHING.test(asked) && batch) return savingLines({ ...rest, batch }, language)
  return [
    ...c.oversized
      .slice(0, 2)
      .map((use) => `${WORTH_A_PILOT[language]} – ${pilotLine(use, c.currency, language)}`),
    ...savingLines(c, language),
  ]
}

/** How what was advised has turned out. */
export function outcomes(digest: Digest, language: Language): string[] {
  const lines = outcomeLines(digest.followUp, language)
  if (lines.length > 0) return lines.map(ended)
  return [
    language === 'ko'
      ? '기록된 추천이 아직 없어 결과를 알 수 없습니다. 추천 아래의 ‘결정 기록’을 누르면 보관됩니다.'
      : 'No recommendation was recorded yet, so there is nothing to look back on; “Record decision” under one keeps it.',
  ]
}

/** A line as a sentence. */
export function ended(line: string): string {
  return line.replace(/\.?$/, '.')
}
