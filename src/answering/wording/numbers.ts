import type { Language } from '../../language/language.ts'

/** A number or a name with digits: signs, currency, digits, letters, and what parts them. */
const CORE = String.raw`[$€£₩~±−+≈<>\p{Script=Latin}\p{Script=Greek}\p{N}_%‰°^*/=×.,:'’–-]*\d[\p{Script=Latin}\p{Script=Greek}\p{N}_%‰°^*/=×.,:'’+~–-]*`
/** The same without the stop or hyphen that the sentence sets behind it. */
const TOKEN = `(?:${CORE})(?<![.,:/'’=–-])`

const EN_UNIT = [
  'US dollars?|dollars?|euros?|cents?|won|lb|kg|g|mg|t|tonnes?|tons?|mL|L|litres?|km|points?|percent',
  '[kMGT]?Wh|[kMG]?W|J|kJ|MJ|[KMGT]B|[GT]B/s|bytes?|bits?|TFLOPS?|FLOPs?|PFLOPS?|ms|s|TFLOP/s|tokens/s',
  'tokens?|parameters?|requests?|queries|prompts?|answers?|calls?|questions?|items?|examples?|labels?',
  'times|epochs?|layers?|heads?|experts?|GPUs?|cards?|servers?|replicas?|conversations?|models?|data sets?',
  'seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|people|workers?|households?|homes?|pages?|words?',
].join('|')
const PERIOD =
  'second|minute|hour|day|week|month|quarter|year|token|million tokens|million|request|query|prompt|answer|call|item|page|parameter|GPU|kWh|MWh|tonne|user|seat|image'
/** Capitalised words that begin a sentence and belong to no number. */
const NO_NAME =
  'A|About|Above|After|All|Among|An|And|As|At|Before|Below|Between|But|By|For|From|Given|If|In|Into|Its|Of|On|Only|Or|Over|See|Since|Some|That|The|These|They|This|To|Under|Until|Use|When|Where|While|With|Within'
const EN_BOUND =
  'at least|at most|up to|no more than|no less than|not more than|more than|less than|fewer than|as many as|as much as|about|around|roughly|approximately|nearly|almost|close to|some|over|under|above|below|only'
const EN = new RegExp(
  [
    String.raw`(?:(?<![\p{L}\p{N}])(?:${EN_BOUND}) ){0,2}`,
    String.raw`(?:(?<![\p{L}\p{N}.'’-])(?!(?:${NO_NAME}) )\p{Lu}[\p{L}’'-]* ){0,2}`,
    `${TOKEN}(?: ${TOKEN})*`,
    '(?: (?:hundred|thousand|million|billion|trillion)(?![\\p{L}]))*',
    String.raw`(?: (?:${EN_UNIT})(?![\p{L}\p{N}]))?(?: of CO2e?(?![\p{L}\p{N}]))?`,
    String.raw`(?: (?:an?|per|each|for each|for every) (?:${PERIOD})(?![\p{L}\p{N}]))?`,
    String.raw`(?: (?:as much|as many|more|less|fewer|lower|higher|larger|smaller|better|worse|longer|shorter|faster|slower|cheaper|dearer)(?: than)?(?![\p{L}\p{N}]))?`,
  ].join(''),
  'gu',
)

/** Counters of one syllable stand on the number; with a space before them they are another word. */
const KO_COUNTER = '원|톤|배|건|개월|개|년|월|일|분기|분|초|명|장|회|번|쪽|자|주|곳|차|대|위'
const KO_UNIT = [
  '달러|유로|센트|퍼센트|포인트|시간|단어|가구|가지',
  '토큰|파라미터|비트|바이트|제곱|와트시|와트|요청|답변|질문|문항|에포크|레이어|세대|단계|사람',
  String.raw`(?:[kMGT]?Wh|[kMG]?W|J|kg|mg|g|t|mL|L|lb|[KMGT]B(?:/s)?|TFLOPS?|FLOPs?|ms|s)(?![\p{Script=Latin}\p{N}])`,
].join('|')
const KO_PER =
  '초당|분당|시간당|하루|일당|주당|월|연|분기|건당|개당|요청당|답변당|토큰당|질의당|쪽당|단어당|글자당|장당|톤당|kWh당|MWh당|GPU당|파라미터당|백만 토큰당|토큰 백만 개당'
const KO_BOUND = '약|대략|최대|최소|적어도|거의|무려|불과|겨우|평균'
const KO = new RegExp(
  [
    String.raw`(?:(?<![\p{L}\p{N}])(?:${KO_PER}) )?(?:(?<![\p{L}\p{N}])(?:${KO_BOUND}) ){0,2}(?:CO2e? )?`,
    String.raw`(?:(?<![\p{L}\p{N}.'’-])\p{Lu}[\p{Script=Latin}’'-]*(?:\([가-힣 ]+\))? ){0,2}`,
    `${TOKEN}[만억조천백십]*(?:[ ~–]${TOKEN}[만억조천백십]*)*`,
    `(?:${KO_COUNTER})?(?: ?(?:${KO_UNIT}))*`,
    '(?: ?(?:이상|이하|미만|초과|까지|이내|안팎|가량|정도|내외|쯤))?',
  ].join(''),
  'gu',
)

/** The name of a gas; no figure. */
const GAS = /^CO2e?$/

/** A stretch of a reviewed text that holds digits, with all that belongs to the number. */
export type Stretch = Readonly<{ at: number; shown: string }>

/** The numbers of a text with their units, bounds and signs, and the names with digits, in reading order. */
export function stretchesOf(text: string, language: Language): Stretch[] {
  return [...text.matchAll(language === 'ko' ? KO : EN)].flatMap((match) => {
    const shown = match[0].trim()
    if (GAS.test(shown) || !/\d/.test(shown)) return []
    return [{ at: match.index + match[0].indexOf(shown), shown }]
  })
}
