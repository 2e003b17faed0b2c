import { type Refusal, refusalOf } from './refusal.ts'

/** What a computed answer leads with. */
export type Aspect = 'verdict' | 'carbon' | 'self-host' | 'payback' | 'cost'

const HELP =
  /^(?:help|hi|hello|hey|\?+|what can you do\??|도움말|도움|안녕(?:하세요)?|뭐 할 수 있어\??|사용법)[\s.!]*$/i
const SPEND =
  /\b(?:our|we|my team)\b[^.?!]{0,40}\b(?:spend|spent|bill|invoice)\b|\bweekly digest\b|우리[^.?!]{0,20}(?:지출|청구|얼마\s?(?:썼|나갔))|(?:지난주|이번 주|지난달)[^.?!]{0,20}(?:지출|비용|썼)|주간 (?:보고|요약)/i

const NEED =
  /\b(?:do we|do i|should we|should i|would|is it|are we|can we)\b[^.?!]{0,60}\b(?:need|use|switch|move|worth|sane|overkill|enough|bigger|larger|smaller|cheaper)\b|\b(?:bigger|smaller|larger|cheaper) model\b|\bwhich model\b|\bdo we (?:really )?need\b|\boverkill\b|\boverspend|필요(?:해|한가|할까|합니까|하나)|(?:큰|작은|더 큰|더 작은|저렴한) 모델|어떤 모델|과한가|과하|충분|써야(?:해|한가|할까)/i
const COST =
  /\b(?:how much|what (?:would|will|does|do)\b(?!.{0,60}\b(?:mean|stand for)\b)|cost|costs|price of|expensive)\b|얼마|비용|가격|요금/i
const CARBON =
  /\b(?:co2e?|carbon|emissions?|climate|greenhouse|energy|electricity|kwh)\b|탄소|이산화탄소|배출|온실가스|전력|에너지/i
const AMOUNT =
  /\bhow (?:much|many)\b|\bversus\b|\bvs\b|\bcompared?\b|얼마나|얼마|몇|비교|줄어|늘어/i
const SELF_HOST =
  /\bself[- ]?host(?:ed|ing)?\b|\b(?:our )?own (?:gpus?|hardware|servers?)\b|\bon[- ]?prem(?:ises?)?\b|\brun (?:it )?ourselves\b|자체\s?호스팅|직접\s?(?:운영|호스팅|돌리)|온프레미스|자체\s?(?:서버|GPU)/i
const DISTIL = /\bdistil(?:l|ling|lation|led)?\b|증류/i
const PAYBACK =
  /\bpay(?:s)? ?(?:back|off|for itself)\b|\bbreak[- ]?even\b|\bworth it\b|본전|회수|손익분기|언제.{0,12}(?:이득|남)/i
const SWITCH =
  /(?:작은|더 작은) 모델(?:로)? ?(?:바꾸|전환|교체|쓰)|\b(?:switch|mov|downsiz|chang|go)\w*\b[^.?!]{0,20}\bsmaller\b/i

/** What a question wants. `refusal` says why a question is declined. */
export type Reading = Readonly<{
  refusal?: Refusal
  help: boolean
  spend: boolean
  aspect?: Aspect
  /** The words themselves ask for a verdict, a price or an amount, whatever else they hold. */
  asks: boolean
  selfHost: boolean
}>

/** What of a workload the words hold. */
export type Stated = Readonly<{
  volume: boolean
  model: boolean
  /** The work itself: a task, lengths, what an answer is worth, or how it went. A volume alone is no workload. */
  work: boolean
}>

/** Reads what is wanted by rule, from the words and what of a workload they hold. */
export function readIntent(text: string, stated: Stated): Reading {
  const plain = text.trim()
  const refusal = refusalOf(plain)
  const aspect = aspectOf(plain, stated)
  return {
    ...(refusal ? { refusal } : {}),
    help: !stated.work && (!/[\p{L}\p{N}]/u.test(plain) || HELP.test(plain)),
    spend: SPEND.test(plain) && !stated.volume,
    ...(aspect ? { aspect } : {}),
    asks: NEED.test(plain) || COST.test(plain) || AMOUNT.test(plain),
    selfHost: SELF_HOST.test(plain),
  }
}

function aspectOf(text: string, { volume, model, work }: Stated): Aspect | undefined {
  if (DISTIL.test(text) && PAYBACK.test(text)) return 'payback'
  if (SELF_HOST.test(text) && (volume || model || COST.test(text))) return 'self-host'
  if (CARBON.test(text) && ((AMOUNT.test(text) && volume) || SWITCH.test(text))) return 'carbon'
  if (NEED.test(text) && !isGeneral(text)) return 'verdict'
  if (volume && COST.test(text)) return 'cost'
  return volume && (work || model) ? 'verdict' : undefined
}

/** A question about the world rather than about the asker's own work. */
export function isGeneral(text: string): boolean {
  return /^(?:why|what is|what are|who|explain|define|how do|how does|does|did)\b|뭐야|무엇|왜|란\b|설명/i.test(
    text.trim(),
  )
}

/** Words that say no more than "a bigger or a smaller model?". */
const BARE_WORDS =
  /\b(?:do|does|is|are|be|we|us|our|i|you|really|still|just|need|use|using|have|get|the|a|an|one|big|bigger|large|larger|small|smaller|cheap|cheaper|expensive|better|best|model|models|llm|ai|which|what|should|would|can|could|for|this|that|it|to|switch|move|go|enough|worth|or|and|of)\b|(?:큰|작은|더|모델|꼭|필요|쓰|써|어떤|우리|이거|저렴한|싼|좋|바꾸|바꿔|될까|되나|되는|충분|정말|진짜|해야|할까|하나|해도|우린|ai|llm)[가-힣]*/gi
/** From so many other words on, a question asks about something in particular. */
const PARTICULAR = 3

/** True when a question for a verdict says nothing about the work: only then is it worth asking back. */
export function isBare(text: string): boolean {
  return particulars(text).length < PARTICULAR
}

/** Words that say something of the work, beyond "a bigger or a smaller model?". */
export function particulars(text: string): readonly string[] {
  return text.replace(BARE_WORDS, ' ').match(/[\p{L}\p{N}]{2,}/gu) ?? []
}
