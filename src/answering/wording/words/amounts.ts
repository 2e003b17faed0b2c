import { wordTable } from './row.ts'

/** Numbers in words. "One" is left out: it is an article and a pronoun too. */
export const NUMBERS = wordTable(
  'number',
  String.raw`
double :: counted :: twice|doubl\w*|two-?fold|two times :: 두 ?배|갑절|곱절|배로 |배증
half :: counted :: half|halv\w* :: 절반|반감|반(?=으로|값|밖에|만 )
two :: counted :: two(?! times|-fold)|both|pair|second(?! reads?)|twin :: (?<![가-힣])(?:두|둘|양쪽|둘째)(?! ?배)
triple :: counted :: tripl\w*|thrice|three-?fold|three times :: 세 ?배
three :: counted :: three(?! times|-fold) :: (?<![가-힣])(?:셋|세(?= (?!배)))
third :: counted :: thirds? :: 삼분의|셋째|세 번째
four :: counted :: four|fourth|quadrupl\w*|four-?fold :: (?<![가-힣])(?:네|넷)(?=\s|은|이|을)
five :: counted :: five|fifth|five-?fold :: 다섯
six :: counted :: six|sixth :: 여섯
seven :: counted :: seven|seventh :: 일곱
eight :: counted :: eight|eighth :: 여덟
nine :: counted :: nine|ninth :: 아홉
ten :: counted :: ten|tenths?|tenfold :: 열 (?:배|개|번|곳)|십분의|(?<![가-힣])십 
tens :: counted :: eleven|twelve|dozens?|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|tens :: 열두|스무|스물|서른|마흔|쉰|[이삼사오육칠팔구]십|수십|몇십
hundred :: counted :: hundred(?:s|th|fold)? :: 수백|몇백|(?<![가-힣])백 (?:배|개|번)|백분의
thousand :: counted :: thousand(?:s|th|fold)? :: 수천|몇천|(?<![가-힣])천 (?:배|개|번)|천분의
ten thousand :: counted :: myriad :: 수만|몇만|(?<![가-힣])만 (?:배|개|번)
million :: counted :: millions? :: 백만
billion :: counted :: billions? :: 십억|수억
trillion :: counted :: trillions? :: 수조|조 단위
several :: counted :: several|a few|a handful|many times|times over|orders? of magnitude :: 몇 ?(?:배|개|번|곳)?(?=[\s의]|$)|여러|자릿수
`,
)

/** Units, periods and currencies that stand without a number. */
export const UNITS = wordTable(
  'unit',
  String.raw`
second :: same :: seconds :: 초당|초마다|(?<=[\s⟧])초(?=[\s가는를])
minute :: same :: minutes? :: 분당|분마다
hour :: same :: hours?|hourly :: 시간(?!대)
day :: same :: days?|daily :: 매일|하루|일간|날마다|일일|며칠
week :: same :: weeks?|weekly :: 매주|주당|일주일|주간|한 주
month :: same :: months?|monthly :: 매월|매달|월간|월별|월말|개월|한 달|달마다|(?<![가-힣])월(?=\s)|⟧월
quarter :: same :: quarters?|quarterly :: 분기
year :: same :: years?|yearly|annual(?:ly)? :: 매년|연간|해마다|한 해|(?<![가-힣])연(?=\s)|⟧년|년간|연도|(?<![가-힣])해(?=[에의])
token :: same :: tokens? :: 토큰
request :: same :: requests?|quer(?:y|ies)|prompts?|calls? :: 요청|질의|호출|프롬프트|건당|⟧건
answer :: same :: answers?|responses?|repl(?:y|ies) :: 답변|응답|답(?=[이을은의 ])
page :: same :: pages? :: 쪽당|페이지
word :: same :: words? :: 단어
parameter :: same :: parameters? :: 파라미터|매개변수
point :: same :: points? :: 포인트
percent :: same :: per ?cent|percentages?|% :: 퍼센트|프로(?=\s)|백분율|%
dollar :: same :: dollars?|usd|\$|bucks? :: 달러|\$
cent :: same :: cents? :: 센트
euro :: same :: euros?|€ :: 유로|€
won :: same :: korean won|₩ :: ⟧\s?원|원화|₩
other money :: same :: £|yen|yuan|¥|sterling :: 파운드|엔화|위안|¥
watt-hour :: same :: (?:kilo|mega|tera)?watt-?\s?hours?|[kmgt]?wh :: (?:킬로|메가|테라)?와트시|[kmgt]?wh
watt :: same :: (?:kilo|mega|giga)?watts? :: (?:킬로|메가|기가)?와트(?!시)
tonne :: same :: tonn?es?|tons? :: (?<![가-힣])톤|⟧톤
gram :: same :: (?:kilo|milli)?grams?|kg :: (?:킬로|밀리)?그램|kg
litre :: same :: (?:milli)?lit(?:re|er)s? :: (?:밀리)?리터
byte :: same :: (?:kilo|mega|giga|tera)?bytes? :: (?:킬로|메가|기가|테라)?바이트
bit :: same :: bits? :: 비트
fold :: same :: times|-?fold :: (?<=[\s⟧])배(?=[\s로가를나의이일인입.,])
user :: same :: users?|seats?|employees? :: 사용자|좌석|직원|인당
household :: same :: households?|homes? :: 가구
`,
)

/** What is measured. */
export const QUANTITIES = wordTable(
  'quantity',
  String.raw`
money :: same :: costs?|costing|costly|costlier|prices?|priced|bills?|spend(?:s|ing)?|spent|pays?|paid|paying|expensive|cheap\w*|dear\w*|money|fees?|budgets? :: 비용|가격|요금|청구|지출|값|비싸|비싼|비쌉|(?<![가-힣])[싸싼쌉]|돈|예산
energy :: same :: energy|electric\w*|power(?! (?:law|of))|watt\S* :: 에너지|전기|전력|와트\S*
carbon :: same :: carbon|emissions?|emits?|emitted|co2e? :: 탄소|배출|co2e?
water :: same :: water :: (?<![가-힣])물(?=[\s을은이의])|물 사용
quality :: same :: quality|accura\w*|scores?|scored|right answers?|correct\w* :: 품질|정확|점수|정답|정답률
errors :: same :: errors?|mistakes?|wrong(?:ly)?|hallucinat\w* :: 오류|오차|틀린|틀리|틀릴|환각|실수
latency :: same :: latency|speed|waits?|waiting :: 지연|속도|대기|기다
memory :: same :: memory|bandwidth :: 메모리|대역폭
data :: same :: data|text :: 데이터|자료|텍스트
`,
)
