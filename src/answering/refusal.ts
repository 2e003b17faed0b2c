/** Why a question is declined. */
export type Refusal = 'securities' | 'instructions' | 'private-people' | 'advice'

const SECURITIES =
  /\b(?:buy|sell|short|hold|invest in|trade)\b[^.?!]{0,40}\b(?:stocks?|shares?|options|etf|crypto|bitcoin)\b|\b(?:stock|share) price\b|\b(?:put|call) (?:options?|spreads?)\b|\bhedg(?:e|es|ing)\b|\b(?:stock|share) portfolio\b|공매도|헤지|(?:엔비디아|nvidia|테슬라|구글|마이크로소프트|메타|반도체)(?![^.?!]{0,12}(?:gpu|[hba]\d{3}|칩|카드|서버|장비|가속기))[^.?!]{0,12}(?:사도 돼|사도 될|살까|사야|팔까|팔아야)|주식|매수|매도|주가|목표가|코인|비트코인|\b(?:nvda|msft|googl|nvidia|microsoft|alphabet|google|meta|amazon|tesla|amd)\b(?![^.?!]{0,20}\b(?:gpus?|cards?|chips?|servers?|[hba]\d{3}s?)\b)[^.?!]{0,30}\b(?:good buy|a buy|undervalued|overvalued)\b|\b(?:savings|nest egg|pension) (?:into|in)\b|\bai (?:shares|stocks|funds?)\b(?! of\b)|\bput \$?[\d.,]+ ?k?\b[^.?!]{0,12}\b(?:in|into)\b|나스닥|코스피|코스닥|(?:어디|어디에) (?:넣을|투자할|묻어)|종목|펀드|물타|줍줍|손절|익절|배당금|(?:엔비디아|nvidia|테슬라|구글|마이크로소프트|메타|반도체)[^.?!]{0,20}(?:들어가도|담아도|담을까|물려)/i
const INSTRUCTIONS =
  /\b(?:ignore|forget|disregard|override)\b[^.?!]{0,40}\b(?:rules?|instructions?|prompt|above|previous)\b|\b(?:print|show|reveal|repeat|output|tell me)\b[^.?!]{0,30}\b(?:system )?prompt\b(?![ -]?(?:cach|token|length|price|size))|\byou are now\b|\b(?:jailbreak|developer mode|role-?play as)\b|시스템 메시지|개발자 모드|^(?:system|assistant|developer|시스템)\s?:|\bverdict (?:must|has to) be\b|프롬프트(?! ?(?:캐|토큰|길이|가격|크기))[^.?!]{0,12}(?:보여|출력|알려|공개|말해)|(?:규칙|지시|명령)[^.?!]{0,10}(?:무시|잊)|결론은[^.?!]{0,20}(?:이어야|여야) ?(?:한다|합니다)|\b(?:repeat|print|output|copy|show)\b[^.?!]{0,20}\b(?:text|words|message|everything|lines?)\b[^.?!]{0,10}\b(?:above|before this)\b|\b(?:print|show|reveal|repeat|output)\b[^.?!]{0,15}\b(?:hidden|secret|internal|initial|your) (?:instructions?|rules?|guidelines)\b|\bpretend\b[^.?!]{0,20}\bno (?:rules?|limits?|restrictions?)\b|(?:위의?|앞의?|이전)\s?(?:글|내용|문장|텍스트|메시지)[^.?!]{0,12}(?:그대로|반복|출력)|(?:숨겨진|숨은|내부|초기|비밀)\s?(?:지시|지침|명령|규칙)[^.?!]{0,15}(?:보여|출력|알려|공개|말해)|규칙[^.?!]{0,6}없는 (?:척|것처럼)/i
const PRIVATE =
  /\b(?:salary|salaries|home address|phone number|password|api key)\b|\b(?:rivals?|competitors?)\b[^.?!]{0,40}\b(?:pay|paying|pays|spend|spends|spending|bill|budget)\b|\bour (?:customers?|clients?|employees?)['’]? (?:names?|list|data|addresses)\b|연봉|고객 (?:명단|목록|정보)|주민등록번호|비밀번호|비번|전화번호|API ?키|주소를? 알려|(?:경쟁사|타사|라이벌)[^.?!]{0,30}(?:내는|쓰는|쓰나|지출|비용|예산|얼마)/i

/** People and groups whose spend and words are not the asker's own. */
const OTHERS =
  "(?:\\b(?:(?:an)?other|every(?: other)?|each|all|someone else[’']?s|somebody else[’']?s|the whole|the entire)\\b[^.?!]{0,25}\\b(?:teams?|departments?|units?|people|persons?|staff|employees?|colleagues?|co-?workers?|team[’']s)\\b|\\b(?:my|a|our|which|what) (?:colleagues?|co-?workers?|teammates?|boss|manager)\\b|\\b(?:the|our|your) (?:design|marketing|sales|finance|hr|legal|engineering|support|product|operations|ops|it|data) (?:team|department|folks|people|guys|crew)\\b)"
const OTHERS_KO =
  '(?:(?:디자인|마케팅|영업|인사|재무|회계|법무|개발|기획|총무|홍보|운영|지원|데이터)\\s?(?:팀|부|부서|본부|실)|(?:다른|타|옆|딴|남의)\\s?사람|(?:다른|타|옆|딴|남의|각|모든|전체)\\s?(?:팀|부서|직원|동료|본부|파트)|동료|[가-힣]{1,4}\\s?(?:대리|과장|차장|부장|사원|주임|팀원)(?=이|가|는|의|\\s))'
const THEIRS =
  '\\b(?:spend(?:ing)?|spent|ran up|conversations?|bills?|usage|used|burn(?:ed|t)|credits?|costs?|tokens?|questions?|chats?|messages|prompts|asked)\\b'
const THEIRS_KO = '(?:지출|사용\\s?(?:량|내역|액|금액)|쓴|썼|비용 내역|내역|물어|질문|대화)'
/** Shows what others spent or asked, besides ways of sharing costs, which the notes describe. */
const OTHERS_ASKED = new RegExp(
  [
    `\\b(?:show|list|give|dump|pull|export|get|send|tell|reveal|let me (?:see|read))\\b[^.?!]{0,40}(?:${OTHERS}[^.?!]{0,40}${THEIRS}|${THEIRS}[^.?!]{0,40}${OTHERS})`,
    `\\bwhich (?:colleague|co-?worker|employee|person|teammate)\\b[^.?!]{0,25}\\b(?:spent|used|burn(?:ed|t)|asked)\\b`,
    `\\bwho\\b[^.?!]{0,25}\\b(?:spent|used|burn(?:ed|t))\\b[^.?!]{0,40}\\b(?:this|last) (?:week|month)\\b`,
    `\\b(?:show|list|give|tell)\\b[^.?!]{0,20}[A-Z][a-z]+['’]s (?:token usage|credits|chats?|chat history|messages)\\b`,
    `\\bspend of the (?:whole|entire)\\b`,
    `(?:${OTHERS_KO})[^.?!]{0,25}${THEIRS_KO}[^.?!]{0,20}(?:보여|알려|뽑|공개|내놔|말해|대\\s?봐|조회|목록|출력|줄래|다 줘|까\\s?(?:봐|줘)|읽게|좀\\s?[.!?]?$)`,
    `(?:많이|자주)\\s?(?:쓴|썼|쓰는|사용한)[^.?!]{0,6}(?:사람|직원|동료|사원)[^.?!]{0,10}(?:누구|누군|이름|명단)`,
    `(?:직원|동료|사원|팀원)[^.?!]{0,20}(?:질문|물어|쓴|썼|사용)[^.?!]{0,15}(?:누구|누군|이름|명단)`,
  ].join('|'),
  'i',
)
const SHARING =
  /\bhow\b(?! much| many)|\ballocat|\bshow-?back\b|\bcharge-?back\b|어떻게|방법|나누|나눠|배분|기준|방식|원칙|정책|쇼백|물어보시|알려\s?달라/i

const ADVICE =
  /\b(?:diagnose|treat|cure) me\b|\bi have (?:chest|back|stomach|knee|a head)[ -]?(?:pain|ache)|\bshould i (?:break up|divorce|marry|quit my job|sue)\b|\bcan i sue\b|\bmy (?:boyfriend|girlfriend|husband|wife|landlord|divorce|symptoms?)\b|헤어질까|헤어져야|이혼할까|(?:남자|여자)친구|남편|집주인|고소\s?(?:가능|할|하|해)|내 증상|(?:가슴|머리|배|허리|무릎)(?:이|가)?\s?아(?:픈|파)/i

/** Why a text is declined whatever the notes hold; undefined when it is not. */
export function refusalOf(text: string): Refusal | undefined {
  if (SECURITIES.test(text)) return 'securities'
  if (INSTRUCTIONS.test(text)) return 'instructions'
  if (PRIVATE.test(text) || (OTHERS_ASKED.test(text) && !SHARING.test(text)))
    return 'private-people'
  return ADVICE.test(text) ? 'advice' : undefined
}

/** A text without the clauses that give orders to the product; the whole text where it asks for nothing else. */
export function withoutOrders(text: string): string {
  const clauses = text.split(/(?<=[.?!。,;:])\s+|\n+/)
  const rest = clauses.filter((clause) => !INSTRUCTIONS.test(clause))
  const asks = rest.some((clause) => /[\p{L}\p{N}]/u.test(clause))
  return asks && rest.length < clauses.length ? rest.join(' ') : text
}
