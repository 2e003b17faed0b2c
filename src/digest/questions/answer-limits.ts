import { josa } from '../../language/josa.ts'
import type { Language } from '../../language/language.ts'
import { nameText } from '../digest-words.ts'
import type { Cadence } from '../period.ts'
import { ONE } from './answer-amounts.ts'
import type { Known, NotKnown } from './names-in-data.ts'
import type { CannotPeriod, SpendQuestion } from './spend-question.ts'

/** Words for a name that the data does not have. */
export function notNamed({ unknown, nearest }: NotKnown, language: Language): string {
  const shown = nameText(unknown)
  const list = nearest.map(nameText).join(', ')
  if (language === 'ko')
    return `이 기간의 데이터에 “${shown}”${josa(shown, '이라는/라는')} 팀, 작업, 모델이 없어 알 수 없습니다.${list === '' ? '' : ` 가장 가까운 이름: ${list}.`}`
  return `The data of this period names no team, workload or model “${shown}”, so this cannot be told.${list === '' ? '' : ` The nearest names: ${list}.`}`
}

/** A breakdown of one name by something else is not among the figures. */
export function across(
  { by = 'team' }: SpendQuestion,
  about: Known | undefined,
  language: Language,
): string[] {
  if (!about || about.by === by) return []
  const name = nameText(about.name)
  return [
    language === 'ko'
      ? `전체 지출의 숫자입니다. ${name}만 ${ONE[by].ko}별로 나눈 값은 알 수 없습니다.`
      : `These are figures of all spend; ${name} alone by ${ONE[by].en} is not worked out.`,
  ]
}

/** That figures are of all spend, where something is named or grouped by. */
export function onlyAll(
  { by }: SpendQuestion,
  about: Known | undefined,
  language: Language,
): string[] {
  if (!about && !by) return []
  const ko = language === 'ko'
  if (about) {
    const name = nameText(about.name)
    return [
      ko
        ? `전체 지출의 숫자입니다. ${name}만의 값은 계산하지 않습니다.`
        : `These are figures of all spend; for ${name} alone they are not worked out.`,
    ]
  }
  const one = ONE[by ?? 'team'][language]
  return [
    ko
      ? `전체 지출의 숫자입니다. ${one}별로는 계산하지 않습니다.`
      : `These are figures of all spend; by ${one} they are not worked out.`,
  ]
}

/** Two names of different kinds. */
export function together(name: string, other: string, language: Language): string {
  const [a, b] = [nameText(name), nameText(other)]
  return language === 'ko'
    ? `${a}${josa(a, '과/와')} ${b}${josa(b, '을/를')} 함께 나눈 값은 알 수 없습니다. 아래는 ${a} 전체의 숫자입니다.`
    : `What ${a} and ${b} have in common is not worked out; this is ${a} as a whole.`
}

/** A move of nothing that is named. */
export function notAsked(language: Language): string {
  return language === 'ko'
    ? '무엇을 옮길지 알 수 없습니다. 청구 내역에 있는 작업, 팀 또는 모델의 이름을 적어 주십시오.'
    : 'It was not said what is to move; name a workload, team or model of the bills.'
}

/** What of the period that was named is not answered, and what is. */
export function cannotText(cannot: CannotPeriod, cadence: Cadence, language: Language): string {
  const ko = language === 'ko'
  const month = cadence === 'monthly'
  switch (cannot) {
    case 'span':
      return ko
        ? `하루, 한 주(월~일) 또는 한 달만 답할 수 있습니다. 아래는 지난${month ? '달' : '주'}의 답입니다.`
        : `I can answer for a day, a week (Monday to Sunday) or a month only; this is for last ${month ? 'month' : 'week'}.`
    case 'ahead':
      return ko
        ? '이번 달 말 이후는 전망하지 않습니다. 아래는 지금 아는 내용입니다.'
        : 'Beyond the end of this month nothing is foreseen; this is what is known now.'
    case 'other-comparison':
      return ko
        ? '바로 앞 기간과만 비교합니다. 두 기간을 차례로 물어 주십시오.'
        : 'A period is held against the one just before it only; ask for each of the two in turn.'
    default:
      return cannot satisfies never
  }
}
