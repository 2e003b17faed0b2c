import type { Bilingual, Language } from '../language/language.ts'
import type { Sentence } from './answer.ts'
import { say } from './compose/say.ts'
import type { NamesFound } from './facts/names.ts'
import type { UnknownModel } from './unknown-models.ts'

const UNKNOWN_MODEL: Bilingual = {
  en: 'I know no model called {model}, so I have no price, quality or size for it.',
  ko: '{model:이라는/라는} 모델은 알지 못하므로 가격, 품질, 크기를 말씀드릴 수 없습니다.',
}
const CLOSEST_MODELS: Bilingual = {
  en: 'Of that family I know {models}, among others.',
  ko: '같은 계열에서 제가 아는 모델로는 {models} 등이 있습니다.',
}
const UNDISCLOSED: Bilingual = {
  en: 'The maker of {model} has not published its inner workings, and I neither guess nor use leaks.',
  ko: '{model:은/는} 내부 구조가 공개되지 않았으며, 추측하거나 유출된 자료를 쓰지 않습니다.',
}
const FUTURE_PRICE: Bilingual = {
  en: 'Nobody has published a price that far ahead ({time}). I know only prices and changes that a seller has announced with a date, and I do not extend trends beyond twelve months.',
  ko: '그렇게 먼 때({time})의 가격은 아무도 발표하지 않았습니다. 판매자가 날짜와 함께 알린 가격과 변경만 알며, 추세를 열두 달 넘게 늘려 짚지 않습니다.',
}
const NO_QUOTES: Bilingual = {
  en: 'I do not quote passages: I report in my own words what a source found, with its place. Ask for the finding instead.',
  ko: '원문을 그대로 인용하지 않습니다. 자료가 밝힌 결과를 제 말로 옮기고 출처를 답니다. 알고 싶은 결과를 물어봐 주십시오.',
}

const COMPANY: Bilingual = {
  en: 'Listings, staff and user accounts of companies are not among what my sources cover.',
  ko: '회사의 상장, 직원, 이용자 계정은 제 자료에서 다루지 않습니다.',
}

const COMPANY_ASKED =
  /\b(?:go(?:es|ing)?) public\b|\bipo\b|\bhow many (?:employees|staff)\b|\b(?:delete|close|cancel|recover) my\b[^.?!]{0,20}\baccount\b|상장(?:해|하|될|되|은|이|일)|직원[이은]?\s?(?:수|몇)|계정[을를]?\s?(?:해지|탈퇴|삭제|복구)/i
const INNER =
  /\b(?:how many|number of|count of)\b[^.?!]{0,20}\b(?:layers?|parameters?|experts?|heads?)\b|\bweights\b|\barchitecture\b|\binternal (?:docs?|documents?|slides)\b|\bleak(?:ed|s)?\b|레이어|몇 층|층이? 몇|파라미터(?:가|는|를|의)?\s?(?:몇|얼마|수)|가중치|내부 (?:자료|문서|구조)|유출/i
const PRICE_WORD =
  /\bprices?\b|\brent(?:s|ed)?\b|\bcosts?\b|\bcharges?\b|\bcut\b|\bcheaper\b|가격|요금|임대|단가|비용|내릴|오를|인하|인상/i
const YEAR = /(?<!\d)(20[2-9]\d)(?:년)?(?!\d)/
const QUOTE =
  /\bquote (?:the|me the|a) (?:passage|sentence|paragraph|lines?|words|text)\b|\bverbatim\b|\bword for word\b|원문\s?그대로|그대로 인용|문장을 인용/i

const FUTURE_FIGURE: Bilingual = {
  en: 'Nobody can know that figure for {time}. I report what a source has forecast, with its name and range; ask for the forecast instead.',
  ko: '{time}년의 그 수치는 아무도 알 수 없습니다. 자료가 내놓은 전망만 출처와 범위를 달아 말씀드리니, 전망을 물어봐 주십시오.',
}
/** A figure asked for to the last digit. */
const EXACT =
  /\bexact(?:ly)?\b|\bprecise(?:ly)?\b|\bto the (?:dollar|cent|euro|won|tonne|kilo\w*|unit|digit)\b|정확히|정확한|정확하게|딱|단위까지|자리까지|찍힐|콕 집어/i
/** What companies earn and are worth, and how many use them. */
const FORTUNES =
  /\brevenues?\b|\bprofits?\b|\bearn(?:ings?|s)?\b|\bmarket cap\b|\bvaluation\b|\bworth\b|\b(?:users|subscribers)\b|매출|순이익|영업이익|이익|시가총액|시총|기업가치|몸값|이용자|가입자/i
/** How much of something. */
const QUANTITY =
  /\bhow (?:much|many)\b|\bnumbers?\b|\bcount\b|\bwhat will\b|\bfigures?\b|\bshare\b|\bpercent|얼마|비율|비중|퍼센트|몇 ?(?!년|월)|숫자|수치|개수/i
/** Forecasts, laws and dates, which sources do give for years ahead. */
const FORECAST =
  /\bforecasts?\b|\bproject(?:s|ed|ions?)\b|\bexpect(?:s|ed|ations?)?\b|\bscenarios?\b|\bestimate[sd]?\b|\breport(?:s|ed|ing)?\b|\baccording to\b|\biea\b|\bepoch\b|\bgoldman\b|\bfines?\b|\bact\b|\bcsrd\b|\brun(?:s|ning)? (?:out|dry)\b|\bexhaust|\b(?:power|electricity|energy) (?:demand|need|use)|\bcapex\b|전망|예측|예상|추정|시나리오|보고|따르면|에포크|골드만|과태료|벌금|[가-힣 ]법(?=[ 은이의에]|$)|csrd|고갈|바닥|소진|전력 수요|전력수요|설비투자/i

/** "in three years", "3년 뒤": as far ahead as a year that is named. */
const LATER =
  /\bin (?:\d{1,2}|two|three|four|five|ten) years\b|\b(?:\d{1,2}|two|three|four|five|ten) years (?:from now|ahead|out)\b|(?:[2-9]|\d{2})년 (?:뒤|후)|내후년/i

/** How many years ahead a price may be asked for: announced changes reach no farther. */
const AHEAD = 2

export type LimitsKnown = Readonly<{
  names: Pick<NamesFound, 'models' | 'vendors'>
  unknownModel: UnknownModel | undefined
  /** The year the question is asked in. */
  year: number
}>

/** The first year of a text, where it lies too far ahead. */
function yearAhead(text: string, year: number): string | undefined {
  const asked = YEAR.exec(text)?.[1]
  return asked !== undefined && Number(asked) >= year + AHEAD ? asked : undefined
}

/** What cannot be known or is not done, said in a sentence or two; undefined when nothing stands in the way. */
export function limitOf(
  text: string,
  { names, unknownModel, year }: LimitsKnown,
  language: Language,
): Sentence[] | undefined {
  if (QUOTE.test(text)) return [say(NO_QUOTES, language)]
  if (COMPANY_ASKED.test(text)) return [say(COMPANY, language)]
  if (unknownModel) {
    const { words, closest } = unknownModel
    const others = closest.flatMap((name, i) => [...(i > 0 ? [{ text: ', ' }] : []), { name }])
    return [
      say(UNKNOWN_MODEL, language, { model: words }),
      ...(others.length > 0 ? [say(CLOSEST_MODELS, language, { models: others })] : []),
    ]
  }
  const far = yearAhead(text, year)
  const unknowable = FORTUNES.test(text) || (EXACT.test(text) && QUANTITY.test(text))
  if (far !== undefined && unknowable && !FORECAST.test(text))
    return [say(FUTURE_FIGURE, language, { time: far })]
  const closed = names.models.find((m) => !m.open && m.size?.basis !== 'disclosed')
  if (closed && INNER.test(text)) return [say(UNDISCLOSED, language, { model: closed.label })]
  const priced =
    names.models.length > 0 ||
    names.vendors.length > 0 ||
    /gpu|\bh\d{3}\b|\bb\d{3}\b|a100|토큰|tokens?/i.test(text)
  if (!priced || !PRICE_WORD.test(text)) return undefined
  if (far !== undefined) return [say(FUTURE_PRICE, language, { time: far })]
  const later = LATER.exec(text)?.[0]
  return later === undefined ? undefined : [say(FUTURE_PRICE, language, { time: later })]
}
