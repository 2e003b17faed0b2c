import type { Bilingual, Language } from '../language/language.ts'
import { driverTexts } from './digest-sentences.ts'
import { nameText } from './digest-words.ts'
import type { CannotTell, FollowUp, Outcome } from './follow-up.ts'
import { showNano, showSpan } from './show-money.ts'

const WHY: Readonly<Record<CannotTell, Bilingual>> = {
  'no-model': { en: 'it names no single model to look for', ko: '찾아볼 단일 모델이 없음' },
  'too-early': { en: 'too few settled days since', ko: '이후 확정된 날이 너무 적음' },
  'not-in-data': { en: 'no bill names the models', ko: '청구서에 해당 모델이 없음' },
  'no-clear-change': { en: 'no clear change in use', ko: '사용에 뚜렷한 변화 없음' },
}

/** How past recommendations turned out, each, and how many came out as predicted. */
export function outcomeLines(followUp: FollowUp, language: Language): string[] {
  const { outcomes, hits, judged, notAdopted, unknown } = followUp
  if (outcomes.length === 0) return []
  const rate =
    language === 'ko'
      ? `지난 제안: 판정한 ${judged}건 중 ${hits}건 적중, 채택하지 않음 ${notAdopted}건, 알 수 없음 ${unknown}건`
      : `Past recommendations: ${hits} of ${judged} judged came out as predicted; ${notAdopted} not adopted, ${unknown} cannot be told`
  return [rate, ...outcomes.map((o) => outcomeLine(o, language))]
}

function outcomeLine(o: Outcome, language: Language): string {
  const ko = language === 'ko'
  const what = nameText(o.label?.[language] ?? o.question)
  const head = `${o.decidedOn} ${what}: `
  if (o.status === 'not-adopted') return `${head}${ko ? '채택하지 않음' : 'not adopted'}`
  if (o.status === 'cannot-tell') {
    const why = o.why === undefined ? '' : ` (${WHY[o.why][language]})`
    return `${head}${ko ? '알 수 없음' : 'cannot tell'}${why}`
  }
  const money = (nano: bigint) => showNano(nano, 'USD', language)
  const actual = o.actualNano === undefined ? '' : money(o.actualNano)
  if (!o.predicted) return `${head}${ko ? `채택, 월 ${actual}` : `adopted, ${actual} a month`}`
  const reasons = o.gap ? driverTexts(o.gap, 'USD', language) : []
  const because = reasons.length === 0 ? '' : ` (${reasons.join(', ')})`
  const predicted = showSpan(o.predicted, 'USD', language)
  return ko
    ? `${head}채택, 예상 월 ${predicted}, 실제 ${actual}${because}`
    : `${head}adopted, predicted ${predicted} a month, actual ${actual}${because}`
}
