import type { Dimension } from '../../spend/breakdown.ts'
import type { Rank } from './spend-question.ts'

/** The asker's own company. */
export const OWN =
  /\b(?:our|ours|we|we['’]re|we['’]ve|us|my (?:team|company|org|department)|the (?:ai |llm |total )?(?:spend|bill)(?! (?:for|of) )|th(?:is|ese) (?:spend |cost )?(?:bill|figures|numbers))\b|우리|저희|당사|자사|이\s?(?:지출|비용|청구서)|^(?!.*(?<![있없쓰하되])[은는이가]\s).*(?:(?:내|쓰|들이|지출하)고\s?있|아꼈|절감했|절약했)/i
/** Money spent, whatever it is called. */
export const SPEND =
  /\b(?:spend|spends|spent|spending|spenders?|overspend\w*|overspent|costly|outlay|(?:runs?|ran|sets?) us|shell\w* out|costs?|costing|bills?|billed|invoices?|invoiced|expens(?:e|es|ive)|pricey|cheaper|dearer|burn(?:ed|t|ing|s)?|pay|paid|paying|money)\b|지출|비용|요금|청구|썼|쓴|쓰고|쓰는|쓰나|많이\s?(?:쓰|써)|돈|사용료|사용액|나갔|나간|들었|냈|금액|경비|총액|결제|지불|빠져나|나오고\s?있|비싼|비싸|비쌌|싸진|싸졌/i

/** A question about the world, about how something is done, or about what a word means. */
export const GENERAL =
  /\b(?:climate|social|societal|environmental|external) costs?\b|\b(?:industry|industries|companies|firms|enterprises|organi[sz]ations?|startups?|competitors?|rivals?|everyone|everybody|market|global(?:ly)?|worldwide|society|countries|the world|hyperscalers?|big tech|papers?|stud(?:y|ies)|researchers|according to|reports? (?:say|said|from)|in general|generally|usually|typically|typical|best practices?|rule of thumb|explain (?:the|what|how)|define|definition|meaning|difference between|next year|in theory|labs|foots?|may we|where (?:do|can|should) i)\b|\bhow (?:do|does(?! compare)|should|would|can|could|to)\b|\bwhat(?:['’]s| is| are| does) (?:an?\b|the (?:best|right|usual)|unit cost\b|show-?back|charge-?back|finops|mean)|\b(?:should|worth|overkill)\b|\bbetter (?:to|than|off|model|choice|deal|if)\b|\bis it better\b|\bdo (?:we|i) (?:really )?need\b|\bdoes (?:one|an?|each|every) [\w -]{2,30} costs?\b|\b(?:openai|anthropic|google|microsoft|meta|deepseek|nvidia|amazon|xai)(?:['’]s (?:spend\w*|costs?|bills?|training)| (?:spend|spends|spending|pay|pays|burn|burns|lose|loses)\b)|\b(?:compute|token|thinking|latency|error|training|parameter|carbon|reasoning|context) budgets?\b/i
export const GENERAL_KO =
  /(?:기후|사회적|환경|외부)\s?비용|업계|빅테크|보고서에|기사에|[다라]고\s?(?:해|하|합)|기업들|회사들|타사|경쟁사|시장|전\s?세계|국가|논문|연구에|연구\s?결과|일반적|보통은?|대체로|어떻게\s?(?!됐|되|돼|됩|된|변|바뀌|바뀐|달라|나왔|나오)[가-힣]|스타트업|적정|세계에서|(?:회사|기업)(?:는|은|가|이)\s?(?:어디|누구|[?？]|$)|방법|하는\s?법|좋을까|좋은가|좋나|좋아요|해야|하죠|게\s?(?:좋|나아|낫)|(?<!(?:게|건|이유가|원인이|팀이|모델이)\s?|(?:가장|제일).*)(?:뭐야|뭔가요|뭔지|무엇인)|이란|의미|뜻|차이|내년|내후년|며칠만|(?:예측|예상)할\s?수|필요(?:합니까|해|한가|할까)|(?:오픈AI|OpenAI|앤트로픽|구글|마이크로소프트|메타|딥시크|엔비디아)[은는이가]?\s?(?:얼마|지출|돈)|(?:컴퓨트|연산|토큰|학습|추론|사고|오류|지연)\s?예산/i
/** Subjects that have a bill of their own and are no spend on models. */
export const OTHER_TOPIC =
  /\b(?:electricity|power|grid|training|pretraining|gpus?|accelerators?|hardware|data ?cent(?:er|re)s?|capacity|chips?|salar\w+|self[- ]host\w*|fine[- ]tun\w*|distil\w*|embodied|labell?ing|health|outages?|downtime|incidents?|latency|complain\w*|releas\w*|launch\w*|benchmarks?)\b|전기|전력|학습|훈련|가속기|하드웨어|데이터\s?센터|용량시장|반도체|인건비|자체\s?호스팅|파인튜닝|미세\s?조정|증류|라벨|장애|지연|출시|나온\s?모델|벤치마크/i
/** Something that is not so but might be. */
export const HYPOTHETICAL =
  /\b(?:if|would|suppose|assume|assuming)\b|(?:하|되|돌리|쓰|바꾸|옮기|넘기|보내|이|려|으|다|라)면(?!서)|경우/i
/** Numbers of a sum to be worked out; periods and units of a unit cost are taken out before. */
export const SUM =
  /[$₩€£¥]\s?\d|\d[\d,.]*\s?(?:k|m|b|bn|million|billion|thousand|tokens?|requests?|calls|gpus?|users|tickets|hours?|x|×|만|억|천|원|달러|건|토큰|장|배|명|시간|엔|유로)(?![a-z])|\d+\s?(?:per|a) (?:day|month)|[만천백]\s?[건개]|\b(?:a|one|two|three|five|ten|fifty|a few|several) (?:hundred|thousand|million|billion)\b/i
export const UNIT =
  /\b(?:per|a) (?:1,?000|1k|one thousand|thousand|1m|one million|million|1,000,000) (?:requests?|calls?|tokens?)\b|(?:1,?000|천|백만|100만)\s?(?:건|토큰)\s?당/gi
export const PERCENT = /\d[\d,.]*\s?(?:%|percent\b|퍼센트|프로)/i

/** What is worth knowing about the figures, for which advice is not asked. */
export const WORTH_KNOWING =
  /\b(?:anything|something|what)\b[^?]{0,20}\b(?:should (?:i|we)|(?:i|we) should) (?:be )?(?:worry|worried|know|look|aware|concerned)\b|\bshould (?:i|we) (?:be )?(?:worry|worried|concerned|alarmed)\b/i

export const UP_OR_DOWN =
  /\b(?:jump\w*|rise|rose|risen|rising|up|increas\w*|higher|high|spik\w*|grew|grow\w*|doubl\w*|tripl\w*|drop\w*|fell|fall\w*|down|lower|decreas\w*|chang\w*|so (?:much|expensive|costly|pricey|low)|explod\w*|surg\w*|balloon\w*|climb\w*|slow\w*|flat|eas(?:ed|ing)|above|below|ahead|behind|more|less|shrink\w*|shrank|skyrocket\w*|through the roof|crazy|cheaper|dearer|pricier|start\w* spending)\b|늘|올랐|올라|오른|올라간|뛰|뛴|뛸|급증|증가|높|많|커졌|치솟|줄|감소|내려|내렸|떨어|낮|변했|변한|생겼|생긴|튀|튄|폭증|급등|급감|비싸|비쌌|싸진|싸졌|더\s?나|적게/i
export const WHY =
  /\bwhy['’]s\b|\b(?:why|how come|what (?:drove|caused|explains|made|happened|changed)|what(?:['’]s| is| was) behind|reasons?|causes?|drivers?)\b|왜|이유|원인|때문|무슨\s?일|어째서/i
/** A change of which nothing but the direction is asked, or two periods held against each other. */
export const UP_OR_DOWN_ASKED =
  /\b(?:did|has|have|is|are|was|were)\b.*\b(?:go(?:ne)? up|up or down|go(?:ne)? down|ris(?:e|en|ing)|increas\w*|grow\w*|grew|fall\w*|drop\w*|higher|lower|more|less|chang\w*|slow\w*|flat|stable|eas(?:e|ed|ing)|above|below|ahead|behind)\b|\b(?:compare|compared|vs\.?|versus|week over week|month over month|wow|mom)\b|\bhow (?:did|has) .*\bchange|늘었|줄었|올랐|내렸|늘어났|(?:많이|적게|더|덜)\s?나오고|줄어들|변했|변화|달라졌|비교|대비/i
/** Dear, of a period rather than of a price. */
export const COSTLY = /\b(?:expensive|costly|pricey)\b|비쌌|비싸|많이\s?나왔/i
/** Prices that moved, as far as one's own costs moved with them. */
export const PRICE_MOVED =
  /\bprice (?:increase|rise|hike|change|cut|drop)s?\b|(?:가격|단가)[이가은는을를]?\s?(?:인상|인하|변동|변화|올랐|내렸|오른|내린)/i
/** That there is nothing of a period. */
export const NO_DATA =
  /\b(?:no|any) (?:spend |cost )?(?:data|figures|numbers)\b|데이터[가는도]?\s?(?:왜\s?)?(?:없|안\s?(?:들어|왔|나와))/i
/** Nothing but that something changed, in a period that is named beside it. */
export const BARE_CHANGE =
  /^\W*(?:so |and |ok,? )?(?:why|how come)(?:['’]s)?(?: (?:did|was|is|were|are|has))?(?: (?:it|that|they|things|everything|the (?:numbers?|figures?)))?(?: (?:so|suddenly|all))*(?: (?:much|go|gone|went|jump|jumped|spike|spiked|rise|risen|rose|up|down|high|higher|low|lower|drop|dropped|fall|fell|expensive|costly))+[\s?.!]*$|^\W*(?:how )?(?:do|does|did)?\s*compare(?:d)?(?: (?:with|to|against|and))*[\s?.!]*$|^(?:so |and )?(?:is|was|are|were|did)(?: (?:it|we|things))?(?: (?:tracking|trending|running|coming in|looking|going|come in|run|end))? (?:above|below|ahead of|behind|higher|lower|more|less|up|down)(?: (?:than|on|from|or|higher|lower|down))*[\s?.!]*$|^(?:에는|에|엔|은|는|이|가)?\s*왜\s?(?:이렇게|그렇게|갑자기|이리)?\s?(?:많이|더|크게)?\s?(?:늘|올랐|올라|뛰|줄었|줄어|내렸|급증|급감|튀|높|낮|많)[가-힣]*[\s?？.!]*$|^(?:이랑|하고|과|와|에|\s)*(?:비교)(?:해|하)[가-힣]*[\s?？.!]*$/i
/** Said of what has happened, with nothing else in the sentence: it can only be one's own. */
export const BARE_WHY =
  /^(?:so |and |ok,? )?why(?: (?:did|is|was|has|are|were)|['’]s)(?: the)?(?: ai| llm| api| model| token| total)? (?:spend|spending|costs?|bill|invoice)\s+(?:jump|rise|spike|increase|grow|drop|fall|go|gone|went|up|down|so|change|higher|lower)\w*(?: (?:up|down|so much|so high|a lot|again|suddenly|high|much))*[?.! ]*$|^(?:ai\s?)?(?:비용|지출|요금|청구서?)[이가은는]?\s?(?:갑자기\s?)?왜\s?(?:이렇게\s?|갑자기\s?)?(?:많이\s?)?(?:늘었|올랐|뛰었|줄었|급증했|튀었|떨어졌)[가-힣]*[\s?？.!]*$/i

/** What a Korean clause says of what stands after it: "the … that spent most". */
const OF_KO =
  '(?:쓴|든|들어간|나간|낸|싸진|비싸진|늘어난|늘은|줄어든|줄은|오른|뛴|내린|떨어진|증가한|감소한|높은|낮은)'
const LARGEST_EN = '\\b(?:top|biggest|largest|costliest|priciest|most expensive) (?:\\w+ )?'
const COUNT_KO = '(?:(?:[두세네]|다섯|상위|\\d+\\s?개(?:의)?)\\s?)?'
const EACH_EN = 'by|per|each|every|across|which|what'

/** Words for one of a kind, after "by", "which" and the like. */
function kindOfGroup(en: string, ko: string, more: string): RegExp {
  return new RegExp(
    `\\b(?:${EACH_EN}) (?:of (?:our|the) )?(?:the |product )?(?:${en})\\b|(?:${ko})\\s?(?:별|중|마다)|(?:어느|어떤|무슨|${OF_KO})\\s?${COUNT_KO}(?:${ko})|${more}`,
    'i',
  )
}

const BY: readonly (readonly [Dimension, RegExp])[] = [
  [
    'team',
    kindOfGroup(
      'teams?|departments?|groups?',
      '팀|부서',
      `${LARGEST_EN}(?:teams?|departments?)\\b|\\bwhose (?:teams?|departments?)\\b|\\bteam by team\\b|(?:비싼|쓰는|내는)\\s?(?:팀|부서)`,
    ),
  ],
  [
    'provider',
    kindOfGroup(
      'providers?|vendors?|suppliers?',
      '제공사|공급사|업체|벤더',
      `${LARGEST_EN}(?:providers?|vendors?)\\b|\\bprovider by provider\\b`,
    ),
  ],
  [
    'project',
    kindOfGroup(
      'projects?|workspaces?',
      '프로젝트',
      `${LARGEST_EN}projects?\\b|\\bproject by project\\b`,
    ),
  ],
  [
    'workload',
    kindOfGroup(
      'workloads?|use cases?|features?|apps?|applications?',
      '작업|업무|용도|기능|서비스|워크로드',
      `${LARGEST_EN}(?:workloads?|use cases?|features?)\\b|비싼\\s?(?:작업|업무|기능|워크로드)`,
    ),
  ],
  [
    'model',
    kindOfGroup(
      'models?',
      '모델',
      '\\btop (?:\\w+ )?models?\\b|(?:제일|가장)\\s?비싼\\s?모델|쓰는\\s?모델',
    ),
  ],
]
/** Asks for people: whoever spends is a team. */
export const WHO = /\bwho\b|\bspenders\b|\banyone\b|누가|누구\s?때문/i

/** What figures are wanted by. */
export function dimensionOf(text: string): Dimension | undefined {
  return groupsOf(text) ?? (WHO.test(text) ? 'team' : undefined)
}

/** The same, where the kind of group itself is named. */
export function groupsOf(text: string): Dimension | undefined {
  return BY.find(([, words]) => words.test(text))?.[0]
}

const LEAST = /\b(?:lowest|least|cheapest|smallest)\b|가장\s?(?:낮|적|싼)|제일\s?(?:낮|적|싼)|최저/i
const GREW = new RegExp(
  [
    '\\b(?:driving|behind) (?:the|this|that) (?:increase|jump|rise|spike|growth)\\b',
    '\\b(?:grew|growing|grow|grown|increased|rose|risen|jumped|up) (?:the )?(?:most|fastest)\\b',
    '\\bmost up\\b|\\bbiggest (?:increase|jump|rise)\\b',
    '\\b(?:which|what) [\\w -]{3,20} (?:grew|rose|increased|jumped|(?:went|gone) up|(?:got|became) (?:dearer|pricier|more expensive))\\b',
    '(?:가장|제일)\\s?(?:많이\\s?|크게\\s?)?(?:늘|증가|올랐|오른|뛴|뛰었)|때문에\\s?(?:늘|올랐|뛰)',
    '(?:늘어난|늘은|오른|뛴|증가한|비싸진)\\s?(?:팀|부서|모델|작업|업무|기능|워크로드|공급사|프로젝트|항목)',
  ].join('|'),
  'i',
)
const FELL = new RegExp(
  [
    '\\b(?:fell|dropped|decreased|shrank|down|cut) (?:the )?most\\b|\\bbiggest (?:drop|fall|decrease)\\b',
    '\\b(?:got|became) cheaper\\b',
    '\\b(?:which|what) [\\w -]{3,20} (?:fell|dropped|decreased|shrank|(?:went|gone) down)\\b',
    '싸진(?<!비싸진)|싸졌(?<!비싸졌)|(?:가장|제일)\\s?(?:많이\\s?|크게\\s?)?(?:줄|감소|내린|떨어)',
    '(?:줄어든|줄은|내린|떨어진|감소한)\\s?(?:팀|부서|모델|작업|업무|기능|워크로드|공급사|프로젝트|항목)',
  ].join('|'),
  'i',
)
/** Whatever stands in a bill, of no kind that is named. */
export const ITEMS =
  /\b(?:line )?items?\b|\bthings?\b|\bcategor(?:y|ies)\b|항목|내역|(?:든|오른|늘어난|줄어든|쓴|나간)\s?(?:것|게|거)/i

/** Which of a group is wanted; undefined for the largest. */
export function rankOf(text: string): Rank | undefined {
  if (LEAST.test(text)) return 'least'
  if (GREW.test(text)) return 'grew'
  return FELL.test(text) ? 'fell' : undefined
}

export const UNIT_COST =
  /\bunit costs?\b|\bcosts? (?:per|for each|of each) (?:1k |1,?000 )?(?:requests?|calls?|query|tokens?|thousand|million|unit)\b|\bper[- ](?:request|call) costs?\b|\bper (?:request|call|query)\b|\bper million tokens\b|건당|한\s?건에|단위\s?(?:비용|원가)|단가|요청당|토큰당|유닛\s?코스트/i
export const ANOMALY =
  /\b(?:anomal\w*|unusual|abnormal|outliers?|odd|weird|strange|suspicious|surpris\w*|stands? out|stood out|spikes?|out of the ordinary)\b|이상\s?(?:지출|징후|한|하게|비용)|튀는|튄\s?(?:날|거|게|적)|급증한\s?(?:날|적|거|게)|특이(?!도)|뜻밖|예상\s?밖|평소와|비정상|스파이크/i
/** Asked alone, it can only be of one's own figures. */
export const BARE_ANOMALY =
  /^(?:is there |was there |are there |what(?:['’]s| is| was) |anything |something |any )+(?:unusual|odd|weird|strange|abnormal|out of the ordinary|anomal(?:y|ies))(?: (?:here|going on|happening|today|lately|recently|now))*[?.! ]*$|^(?:혹시\s)?(?:뭐|뭔가|무언가|뭐가|무엇이)?\s?(?:이상한|특이한|튀는|이상|특이)\s?(?:거|게|것|점|건|데|지출|비용|해|한가요|합니까|하지)?[이가은는도]?\s?(?:있|없)?[가-힣]{0,4}[\s?？.!]*$/i
export const FORECAST =
  /\b(?:forecast|projected|projection|on track|on pace|month[- ]end|end of (?:the |this )?month|heading|where (?:will|do) we land|run[- ]?rate|shaping up)\b|월말|말까지|전망|예상|예측|나올\s?(?:것|거|까|지|려)/i
export const BUDGET =
  /\b(?:budgets?)\b(?=.*\b(?:left|remaining|used|gone|exceed\w*|status|holding|hold|safe|ok|okay|over|risk|run out|burn\w*|spent|looking|last)\b)|\b(?:on|over|under|within|exceed\w*|left|remaining|blow\w*|bust|break|hit|against|used|pass|stay|track|run out|how|much)\b.*\bbudgets?\b|\boverspen\w+\b|예산.*(?:바닥|언제|초과|넘|남|소진|안에|이내|괜찮|지키|얼마|상황|현황|어때|맞|썼|빠듯|오버)|(?:초과|넘|남).*예산/i
/** Without "our": a budget that "we", "the" or nobody else has. */
export const ANY_BUDGET = /\bthe budget\b|\bon budget\b|\bover budget\b|\bis anyone\b|예산/i
export const SAVING =
  /\b(?:save[ds]?|saving|savings|cut|trim|wast(?:e|ed|ing)|leak\w*|optimi[sz]e)\b|절감|아낄|아낀|아꼈|절약|줄일|낭비|새고|새는|새나/i
export const CARBON =
  /\b(?:co2e?|carbon|emissions?|emits?|emitted|footprint|energy|kwh)\b|\bdid we emit\b|탄소|배출|전력|전기|에너지|이산화탄소/i
/** Said of the company, or of what it has done. */
export const OUR_CARBON =
  /\bwe (?:emit|emitted)\b|\bour (?:ai |llm |model |total )*(?:co2e?|carbon|emissions?|footprint|energy)\b|(?:우리|저희)(?:가|는)?\s?(?:회사\s?|팀\s?)?(?:AI\s?)?(?:탄소|배출|전력|에너지)|(?:우리|저희).*(?:배출했|배출하고)/i
export const RECOMMENDATION =
  /\b(?:were you|you were|was your) (?:right|wrong|accurate)\b|\byou predicted\b|\b(?:recommendations?|advice|suggestions?|predictions?|tips|saving ideas?)\b(?=.*\b(?:right|wrong|turn(?:ed)? out|hit rate|help(?:ed)?|adopted|accurate|correct|true|work(?:ed)? out|pay off|paid off|sav(?:e|ed)|happen(?:ed)?)\b)|\b(?:right|wrong|hit rate|adopted|accurate|correct|turned out|saved?|follow(?:ed|ing)?)\b.*\b(?:recommendations?|advice|suggestions?|predictions?)\b|(?:추천|제안|권고|예측|조언|절감안|절감\s?방안).*(?:맞았|맞은|적중|결과|어떻게\s?됐|어떻게\s?되었|채택|틀렸|맞혔|효과|어땠|아꼈|아낀|절감|절약|줄었|이득)/i
export const COVERAGE =
  /\b(?:data|coverage|figures|numbers)\b.*\b(?:complete|missing|fresh|up to date|through|cover\w*|have|until)\b|\b(?:how complete|how fresh|how current|until when|up to when|which days|what days)\b|\b(?:unattributed|untagged|unallocated|no team|without a team|unpriced|(?:our|the|cost) (?:tagging|tags)|not tagged|no owner|without an owner|unowned)\b|\bnot (?:yet )?(?:assigned|owned|attributed|allocated|mapped|tagged|labell?ed)\b|\b(?:no|without an?|lacks? an?|missing an?|(?:not|n['’]t) have an?|unknown) (?:known |list )?price\b|\bunpriced\b|태그|(?:주인|담당(?:자)?)[이은도]?\s?없|(?:팀|부서)(?:에|이|으로|에도|은)?\s?(?:배정|배분|할당|귀속|지정|분류|매핑|연결)[이가은도]?\s?(?:안|되지|하지|없|못)|(?:단가|가격)[이가를을은는도]?\s?(?:모르|없|안\s?나|알\s?수\s?없|미상|빠진)|언제까지|빠진\s?(?:날|데이터)|데이터(?!\s?센터).*(?:언제|있|빠|완전)|\bmissing (?:a )?(?:team|tag)s?\b|팀\s?(?:없는|미지정|이\s?없는|지정\s?안|안\s?붙)|미지정|커버리지/i
/** Asked alone, it can only be of one's own bills. */
export const BARE_COVERAGE =
  /\b(?:any|which|what) days? (?:is |are |was |were )?missing\b|\bmissing (?:any )?days\b|빠진\s?(?:날|데이터)|(?:단가|가격)[이가를을은는도]?\s?(?:모르는|없는|알\s?수\s?없는|빠진)\s?(?:사용량|비용|지출|요청)|\b(?:how (?:reliable|trustworthy|complete)|can (?:i|we) trust)\b.*\b(?:spend|cost) (?:figures|numbers|data)\b|(?:지출|비용)\s?(?:숫자|데이터|금액)[은는이가를]?.*(?:믿|신뢰|정확해)|(?:지출|비용|청구)?\s?데이터[는가]?\s?(?:언제|어디)까지\s?(?:있|들어|왔|나와|반영)/
/** What one request of something that is named costs. */
export const COST_OF_ONE =
  /\b(?:one|an?|each|every|single) (?:[\w-]+ ){0,4}(?:requests?|calls?|quer(?:y|ies)) costs?\b/i
/** Tokens and requests as such. */
export const USAGE =
  /\bhow many (?:\w+ )?(?:tokens|requests|calls|queries)\b|\bhow much (?:token |api )?(?:usage|use)\b|\b(?:token|request) (?:count|usage|volume)\b|토큰(?:을|은|이)?\s?(?:몇|얼마|총)|(?:요청|호출)(?:을|은|이|수)?\s?(?:몇|얼마|수)|(?:요청|호출|토큰)\s?(?:건수|사용량|수)/i
/** What part of the whole, of one's own. */
export const SHARE =
  /\b(?:what|how (?:much|big)|which)\b.*\b(?:share|percent(?:age)?|proportion|fraction|portion|part|of) (?:of )?(?:our|the) \b|비중|비율|몇\s?(?:퍼센트|%|프로)/i
/** How much of what is read comes from caches. */
export const CACHED =
  /\bhow (?:much|many)\b.*\bcach\w*|\bcach\w* (?:hit )?(?:rate|share|ratio)\b|캐[시싱].*(?:비율|비중|적중률|몇\s?(?:%|퍼센트|프로))/i
/** Two held against each other by what they spend. */
export const HELD_AGAINST =
  /\b(?:more|less|higher|lower|cheaper|dearer) than\b|\bvs\.?\b|\bversus\b|보다|대비/i
/** A day's worth on average. */
export const PER_DAY = /\b(?:per|a|each|every) day\b|\bdaily\b|하루|일평균|일일\s?평균|매일/i
/** Models larger than the work needs. */
export const OVERSIZED =
  /\b(?:using|running|paying for|run|use)\b.*\bwhere\b.*\b(?:would|could|do|suffice|enough)\b|\boversized\b|\b(?:bigger|larger|pricier|more expensive) (?:models? )?than (?:needed|necessary|we need)\b|(?:안\s?(?:써|쓰)도|굳이|필요\s?이상).*(?:쓰고|쓰는|돌리고)|과한\s?모델.*(?:쓰고|쓰는)/i
/** Who uses most of them, or what is used most. */
export const USES_MOST =
  /\b(?:most|least|more)\b.*\b(?:tokens|requests|calls)\b|(?:토큰|요청|호출)[을를이가]?\s?(?:제일|가장)?\s?많이/i
export const RELIES_ON =
  /\b(?:use|uses|using|rely|relies|reliant|depend\w*|lean)\b.*\b(?:most|mostly|mainly)\b|\b(?:most|mostly|mainly)\b.*\b(?:use|used|using|rely|reliant|depend\w*|lean)\b|(?:제일|가장)\s?(?:많이|크게)?\s?(?:의존|사용|쓰|써)/i
/** A word for the figures of a period. */
export const FIGURES =
  /\b(?:numbers|figures|totals?|summary|recap)(?: (?:for|of|in|on|from))?[?.! ]*(?:please|pls)?[?.! ]*$|총액|(?:숫자|실적|요약|현황)(?:을|를)?\s?(?:좀\s?)?(?:알려|보여|줘|정리)/i
/** Asks where money goes, which only one's own does. */
export const WHERE_IT_GOES =
  /\bwhere(?:['’]s| is| does| did| do| are)? (?:all )?(?:the|our|we spending our) money\s?(?:go(?:es|ing)?|went)?\b|돈(?:이|을)?\s?(?:다\s?)?어디(?:로|에|다)?\s?(?:다\s?)?(?:나가|나갔|쓰|썼|간|갔)|돈(?:을|이)?\s?(?:제일|가장)\s?(?:많이\s?)?(?:잡아먹|먹는|먹어|드는|나가는|쓰는)|(?:제일|가장)\s?돈(?:을|이)?\s?많이\s?(?:잡아먹|먹|드는|나가)|\bwho(?:['’]s| is| was)? (?:driving|behind|responsible for) (?:the|this|that) (?:increase|jump|rise|spike|growth)\b/i
/** What costs most, whatever it is. */
export const DRIVERS =
  /\b(?:top|biggest|largest|main|highest)\b.{0,12}\b(?:cost|spend|expense|spender)s?(?: (?:drivers?|items?|lines?|centers?|centres?))?\b|(?:비용|지출)\s?(?:상위|톱|top)|(?:가장|제일)\s?(?:큰|많은)\s?(?:비용|지출)/i
/** Idioms for what was spent. */
export const BARE_TOTAL = /\b(?:what(?:['’]s| is| was) the damage)\b/i
export const TOTAL =
  /\b(?:how much|what)\b.*\b(?:spend|spent|spending|costs?|costing|bills?|invoices?|paid|pay|burn\w*)\b|\b(?:how much|what)\b.*\b(?:(?:runs?|ran|sets?) us|shell\w* out)\b|\bhow(?:['’]s| is| are| was| were)\b.*\b(?:doing|looking|going)\b|\b(?:total|overall|show|give|tell)\b.*\b(?:spend|spending|costs?|bill)\b|^\s*(?:and |our |the |ai |llm )*(?:spend|spending|costs?|bill)\b|얼마|비중|비율|총액|합계|총\s?(?:지출|비용)|(?:지출|비용|요금|청구액)(?:은|는|이|가)?\s?(?:현황|상황|비중|어때|알려|보여|정리|요약|좀|[?？])|(?:지출|비용)\s*$|썼어|썼나|나왔/i
export const PAST =
  /\b(?:did|spent|have|has|was|were|been|paid|so far)\b|\b(?:is|are) (?:our|we)\b|\bcost(?:s|ing)? us\b|['’]s our\b|\bdo we (?:spend|pay)\b|썼|나갔|나왔|들었|냈|됐|쓰고|쓴|쓰는/i
export const MOST =
  /\b(?:most|biggest|largest|top|highest|spen[dt]\w*|costs?|costing|expensive|least|lowest)\b|많이|가장|제일|비싸|비싼|썼|높|최고|최대|낮은|낮아/i
/** Spent, in words that say so by themselves. */
export const PAST_KO = /썼|냈|나갔|나왔|들었/
/** Savings of one kind alone. */
export const CACHING = /\bcach\w*|캐[시싱]/i
export const BATCHING = /\bbatch\w*|배치/i
/** Emissions rather than electricity. */
export const EMITTED = /\bco2e?\b|\bcarbon\b|\bemi(?:t|ssion)\w*|탄소|배출/i
/** What is left out: costs without a team, use without a price. */
export const NO_TEAM =
  /\bteams?\b|\btag\w*|attribut|allocat|\bown(?:er|ed)\b|팀|부서|태그|배정|주인|담당/i
export const NO_PRICE = /\bpric(?:e|ed|es)\b|\bunpriced\b|단가|가격/i
/** Unit costs by token rather than by request. */
export const PER_TOKENS = /\btokens?\b|토큰/i
