import type { Dimension } from '../../spend/breakdown.ts'

/** The asker's own company. */
export const OWN =
  /\b(?:our|ours|we|we['’]re|we['’]ve|us|my (?:team|company|org|department))\b|우리|저희|당사|자사/i
/** Money spent, whatever it is called. */
export const SPEND =
  /\b(?:spend|spends|spent|spending|costs?|costing|bills?|billed|invoices?|invoiced|expens(?:e|es|ive)|burn(?:ed|t)?|pay|paid|money)\b|지출|비용|요금|청구|썼|쓴|쓰고|쓰는|돈|사용료|사용액|나갔|나간|들었|금액|경비/i

/** A question about the world, about how something is done, or about what a word means. */
export const GENERAL =
  /\b(?:industry|industries|companies|firms|enterprises|organi[sz]ations?|startups?|competitors?|rivals?|everyone|everybody|market|global(?:ly)?|worldwide|society|countries|the world|hyperscalers?|big tech|papers?|stud(?:y|ies)|researchers|according to|in general|generally|usually|typically|typical|best practices?|rule of thumb|explain (?:the|what|how)|define|definition|meaning|difference between|next year|in theory|labs|foots?|may we|where (?:do|can|should) i)\b|\bhow (?:do|does|should|would|can|could|to)\b|\bwhat(?:['’]s| is| are| does) (?:an?\b|the (?:best|right|usual)|unit cost\b|show-?back|charge-?back|finops|mean)|\b(?:should|worth|better|overkill)\b|\bdo (?:we|i) (?:really )?need\b|\b(?:openai|anthropic|google|microsoft|meta|deepseek|nvidia|amazon|xai)(?:['’]s (?:spend\w*|costs?|bills?|training)| (?:spend|spends|spending|pay|pays|burn|burns|lose|loses)\b)|\b(?:compute|token|thinking|latency|error|training|parameter|carbon|reasoning|context) budgets?\b/i
export const GENERAL_KO =
  /업계|기업들|회사들|타사|경쟁사|시장|전\s?세계|국가|논문|연구에|연구\s?결과|일반적|보통은?|대체로|어떻게\s?(?:하|해|배분|계산|나누|관리|줄|설명|측정|추적|산정|정하|잡)|방법|하는\s?법|좋을까|좋은가|좋나|좋아요|해야|하죠|뭐야|뭔가요|뭔지|무엇인|이란|의미|뜻|차이|내년|내후년|며칠만|(?:예측|예상)할\s?수|필요(?:합니까|해|한가|할까)|(?:오픈AI|OpenAI|앤트로픽|구글|마이크로소프트|메타|딥시크|엔비디아)[은는이가]?\s?(?:얼마|지출|돈)|(?:컴퓨트|연산|토큰|학습|추론|사고|오류|지연)\s?예산/i
/** Subjects that have a bill of their own and are no spend on models. */
export const OTHER_TOPIC =
  /\b(?:electricity|power|grid|training|pretraining|gpus?|accelerators?|hardware|data ?cent(?:er|re)s?|capacity|chips?|salar\w+|self[- ]host\w*|fine[- ]tun\w*|distil\w*|embodied|labell?ing|health)\b|전기|전력|학습|훈련|가속기|하드웨어|데이터\s?센터|용량시장|반도체|인건비|자체\s?호스팅|파인튜닝|미세\s?조정|증류|라벨/i
/** Something that is not so but might be. */
export const HYPOTHETICAL =
  /\b(?:if|would|suppose|assume|assuming)\b|(?:하|되|돌리|쓰|바꾸|옮기|넘기|보내|이|려|으|다|라)면(?!서)|경우/i
/** Numbers of a sum to be worked out; periods and units of a unit cost are taken out before. */
export const SUM =
  /[$₩€£¥]\s?\d|\d[\d,.]*\s?(?:k|m|b|bn|million|billion|thousand|tokens?|requests?|calls|gpus?|users|tickets|hours?|x|×|만|억|천|원|달러|건|토큰|장|배|명|시간|엔|유로)(?![a-z])|\d+\s?(?:per|a) (?:day|month)|[만천백]\s?[건개]/i
export const UNIT =
  /\b(?:per|a) (?:1,?000|1k|one thousand|thousand|1m|one million|million|1,000,000) (?:requests?|calls?|tokens?)\b|(?:1,?000|천|백만|100만)\s?(?:건|토큰)\s?당/gi
export const PERCENT = /\d[\d,.]*\s?(?:%|percent\b|퍼센트|프로)/i

export const UP_OR_DOWN =
  /\b(?:jump\w*|rise|rose|risen|rising|up|increas\w*|higher|high|spik\w*|grew|grow\w*|doubl\w*|tripl\w*|drop\w*|fell|fall\w*|down|lower|decreas\w*|chang\w*|so (?:much|expensive|low)|explod\w*|surg\w*|balloon\w*|climb\w*|more|less|shrink\w*|shrank|skyrocket\w*|through the roof|crazy)\b|늘|올랐|올라|오른|올라간|뛰|뛴|뛸|급증|증가|높|많|커졌|치솟|줄|감소|내려|내렸|떨어|낮|변했|변한|튀|튄|폭증|급등|급감|비싸|더\s?나|적게/i
export const WHY =
  /\b(?:why|how come|what (?:drove|caused|explains|made|happened|changed)|what(?:['’]s| is| was) behind|reasons?|causes?|drivers?)\b|왜|이유|원인|때문|무슨\s?일|어째서/i
/** Said of what has happened, with nothing else in the sentence: it can only be one's own. */
export const BARE_WHY =
  /^(?:so |and |ok,? )?why (?:did|is|was|has|are|were)(?: the)?(?: ai| llm| api| model| token| total)? (?:spend|spending|costs?|bill|invoice)\s+(?:jump|rise|spike|increase|grow|drop|fall|go|gone|went|up|down|so|change|higher|lower)\w*(?: (?:up|down|so much|so high|a lot|again|suddenly|high|much))*[?.! ]*$|^(?:ai\s?)?(?:비용|지출|요금|청구서?)[이가은는]?\s?(?:갑자기\s?)?왜\s?(?:이렇게\s?|갑자기\s?)?(?:많이\s?)?(?:늘었|올랐|뛰었|줄었|급증했|튀었|떨어졌)[가-힣]*[\s?？.!]*$/i

const BY: readonly (readonly [Dimension, RegExp])[] = [
  [
    'team',
    /\b(?:by|per|each|every|across|which|what|whose) (?:the )?(?:teams?|departments?|groups?)\b|\bwho\b|(?:팀|부서)\s?별|(?:어느|어떤|무슨)\s?(?:팀|부서)|팀\s?중|누가/i,
  ],
  [
    'provider',
    /\b(?:by|per|each|every|across|which|what) (?:the )?(?:providers?|vendors?|suppliers?)\b|(?:제공사|공급사|업체|벤더)\s?별|(?:어느|어떤)\s?(?:제공사|공급사|업체|벤더)/i,
  ],
  [
    'project',
    /\b(?:by|per|each|every|across|which|what) (?:the )?(?:projects?|workspaces?)\b|프로젝트\s?별|(?:어느|어떤)\s?프로젝트/i,
  ],
  [
    'workload',
    /\b(?:by|per|each|every|across|which|what) (?:the )?(?:workloads?|use cases?|features?|apps?|applications?)\b|(?:작업|업무|용도|기능|서비스)\s?별|(?:어느|어떤)\s?(?:작업|업무|기능|서비스)/i,
  ],
  [
    'model',
    /\b(?:by|per|each|every|across|which|what) (?:the )?models?\b|\btop (?:\w+ )?models?\b|모델\s?별|(?:어느|어떤)\s?모델/i,
  ],
]

/** What figures are wanted by. */
export function dimensionOf(text: string): Dimension | undefined {
  return BY.find(([, words]) => words.test(text))?.[0]
}

export const LEAST =
  /\b(?:lowest|least|cheapest|smallest)\b|가장\s?(?:낮|적|싼)|제일\s?(?:낮|적|싼)|최저/i
export const UNIT_COST =
  /\bunit costs?\b|\bcosts? (?:per|for each|of each) (?:request|call|query|token|thousand|million|unit)\b|\bper[- ](?:request|call) costs?\b|건당|단위\s?(?:비용|원가)|단가|요청당|토큰당|유닛\s?코스트/i
export const ANOMALY =
  /\b(?:anomal\w*|unusual|abnormal|outliers?|odd|weird|strange|suspicious|stands? out|stood out|spikes?|out of the ordinary)\b|이상\s?(?:지출|징후|한|하게|비용)|튀는|특이|평소와|비정상|스파이크/i
export const FORECAST =
  /\b(?:forecast|projected|projection|on track|on pace|month[- ]end|end of (?:the |this )?month|heading|where (?:will|do) we land|run[- ]?rate|will (?:we|our))\b|월말|말까지|전망|예상|예측/i
export const BUDGET =
  /\b(?:budgets?)\b(?=.*\b(?:left|remaining|used|gone|exceed\w*|status|holding|hold|safe|ok|okay|over|risk|run out)\b)|\b(?:over|under|within|exceed\w*|left|remaining|blow\w*|against|used|pass|stay|hit|track|how)\b.*\bbudgets?\b|예산.*(?:초과|넘|남|소진|안에|이내|괜찮|지키|얼마|상황|현황|어때)|(?:초과|넘|남).*예산/i
export const SAVING =
  /\b(?:save[ds]?|saving|savings|cut|trim|wast(?:e|ed|ing))\b|절감|아낄|아낀|아꼈|절약|줄일|낭비/i
export const CARBON =
  /\b(?:co2e?|carbon|emissions?|emit(?:ted)?|footprint|energy|kwh)\b|탄소|배출|전력|전기|에너지|이산화탄소/i
export const RECOMMENDATION =
  /\b(?:recommendations?|advice|suggestions?|predictions?)\b(?=.*\b(?:right|wrong|turn(?:ed)? out|hit rate|adopted|accurate|correct|true|work(?:ed)? out|pay off|paid off)\b)|\b(?:right|wrong|hit rate|adopted|accurate|correct|turned out)\b.*\b(?:recommendations?|advice|suggestions?|predictions?)\b|(?:추천|제안|권고|예측).*(?:맞았|맞은|적중|결과|어떻게\s?됐|어떻게\s?되었|채택|틀렸|맞혔)/i
export const COVERAGE =
  /\b(?:data|coverage|figures|numbers)\b.*\b(?:complete|missing|fresh|up to date|through|cover\w*|have|until)\b|\b(?:how complete|how fresh|how current|until when|up to when|which days|what days)\b|\b(?:unattributed|untagged|unallocated|no team|without a team|unpriced)\b|언제까지|빠진\s?(?:날|데이터)|데이터.*(?:언제|있|빠|완전)|팀\s?(?:없는|미지정|이\s?없는|지정\s?안)|미지정|커버리지/i
export const TOTAL =
  /\b(?:how much|what)\b.*\b(?:spend|spent|spending|costs?|bills?|invoices?|paid|pay|burn\w*)\b|\b(?:total|overall|show|give|tell)\b.*\b(?:spend|spending|costs?|bill)\b|^\s*(?:and |our |the |ai |llm )*(?:spend|spending|costs?|bill)\b|얼마|총액|합계|총\s?(?:지출|비용)|(?:지출|비용|요금|청구액)(?:은|는|이|가)?\s?(?:어때|알려|보여|정리|요약|좀|[?？])|(?:지출|비용)\s*$/i
export const PAST =
  /\b(?:did|spent|have|has|was|were|been|paid|so far)\b|\b(?:is|are) our\b|썼|나갔|나왔|들었|냈|됐|쓰고|쓴|쓰는/i
export const MOST =
  /\b(?:most|biggest|largest|top|highest|spen[dt]\w*|costs?|costing|expensive|least|lowest)\b|많이|가장|제일|비싸|비싼|썼|높|최고|최대|낮/i
