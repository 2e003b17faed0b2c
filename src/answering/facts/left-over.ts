/** Words that carry no topic of their own in a message that changes a workload. */
const ENGLISH = new Set(
  `a an and or but so then also now ok okay please the this that it its they them we us our you your i me my there here of to for from in on at by per with within
without into as than instead only just even still about around up down over under below above more less much many few is are was be being been
would will could should can may might must do does did have has had get gets got go goes going gone make makes making set change changes changed keep
use uses using used run runs running try switch switched move moved put let suppose assume say if when what how not no yes same again rather
need needs want each every all one two both half twice double doubles doubled triple tenfold percent times
volume volumes request requests traffic usage load demand call calls query queries day days week weeks month months year years hour second seconds minute
input inputs output outputs prompt prompts answer answers reply replies response responses token tokens word words page pages long short longer shorter
latency time limit faster slower fast slow error errors mistake mistakes wrong right value worth cost costs dollar dollars cents usd budget spend
batch batched batching overnight nightly fine good ok want wants cache cached caching region data residency api self host hosted hosting ourselves gpu gpus own servers premises prem
carbon co emissions climate energy electricity water
model models bigger smaller larger cheaper big small grow grows rise rises drop drops fall falls increase decrease reduce cut higher lower halve halves halved
eu europe european train trained training stay stays leave processed process`.split(/\s+/),
)

const KOREAN_STEMS =
  '그럼|그러면|탄소|배출|배출량|전력|에너지|물|얼마나|그런데|만약|만일|혹시|그리고|아니면|또는|이제|다시|좀|더|덜|다|만|약|정도|경우|조건|그대로|대신|말고|없이|빼고|전부|모두|각각|볼륨|사용량|요청|요청량|물량|건수|트래픽|수요|호출|하루|매일|매월|매달|한달|달|월|일|주|년|건|개|번|입력|출력|프롬프트|답변|응답|답|길이|토큰|단어|글자|페이지|지연|지연시간|시간|응답시간|속도|제한|한도|초|오류|오답|실수|틀린|틀리|맞은|맞는|맞으|정답|가치|비용|비용이|값|달러|센트|불|예산|배치|일괄|일괄처리|캐시|캐싱|지역|리전|상주|데이터|처리|자체|직접|호스팅|온프레미스|서버|운영|모델|큰|작은|두|세|네|열|배|절반|반|퍼센트|프로|이하|이내|이상|미만|안|안에|내|유럽|역내|하|해|되|돼|바꾸|바꿔|바뀌|쓰|써|사용하|돌리|늘|늘리|늘어나|줄|줄이|줄어들|줄어드|증가하|감소하|오르|내리|짧|길|많|적|크|있|없|이|가정하|계산하|비교하|어때|어떨까|어떻게|얼마|몇'
const KOREAN_ENDINGS =
  '은|는|이|가|을|를|에|의|와|과|도|로|으로|만|에서|부터|까지|라면|이라면|면|으면|이면|하면|되면|다면|ㄴ다면|나면|들면|어야|여야|이어야|이하여야|아야|해야|야|해|합니다|하다|한다|돼|됩니다|돼요|되나|되나요|요|죠|지|줘|주세요|달라|고|게|기|될까|될까요|까|니|나|ㅂ니다|습니다|인|일|씩|짜리|건|번|보다|대로|때|어|아|워|다'
const KOREAN = new RegExp(`^(?:${KOREAN_STEMS})(?:${KOREAN_ENDINGS}){0,4}$`)
const ENDINGS = new RegExp(`^(?:${KOREAN_ENDINGS}){1,3}$`)

/** Words of a message that neither change a workload nor hold a sentence together: what it is about. */
export function topicWords(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z][a-z'’-]*|[가-힣]+/g) ?? []
  return words.filter((word) =>
    /[가-힣]/.test(word)
      ? !KOREAN.test(word) && !ENDINGS.test(word)
      : word.length > 1 && !ENGLISH.has(word.replace(/['’]s$/, '')),
  )
}
