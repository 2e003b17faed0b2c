import { type WordClass, wordTable } from './row.ts'

export const NEGATIONS = wordTable(
  'negation',
  String.raw`
not :: counted :: not|\w+n['’]t|cannot|no|none|neither|nor|never|without|nobody|nothing|nowhere|hardly|barely|rarely|seldom|scarcely|unable|unlikely|unsafe|unclear|unknown|unproven|uncertain|impossible|insufficient|inaccurate|incorrect|fail(?:s|ed|ing|ure|ures)?|lack(?:s|ed|ing)?|far from|instead of|rather than :: 않|없|못(?! ?미)|아니|아닌|아닙|(?<![가-힣])안 |말(?=고[\s,]|아야|라)|[지] (?:마|말)|불가|불확실|불명|불충분|미정|어렵|어려|금지|무관|무의미|비현실
`,
)

/** Words that are opposites of each other, in pairs of rows: changing places, they would turn a statement round. */
export const OPPOSITES = wordTable(
  'direction',
  String.raw`
up :: placed :: more|higher|highest|rises?|rose|risen|rising|increas\w*|grow(?:s|n|ing|th)?|grew|gain(?:s|ed)?|greater|upwards?|dearer|dearest|expensive|costl\w*|rais(?:es?|ed|ing)|multipl(?:y|ies|ied)|climb\w*|soar\w*|jump\w*|went up|goes? up|additional|added|adds? :: 많|높|(?<!오)늘[어었린리릴려고수면]|비싸|비싼|비쌉|오르|오른|올라|올랐|올리|올린|증가|초과|급증|상승
down :: placed :: less|lower|lowest|fewer|fewest|falls?|fell|fallen|falling|decreas\w*|reduc\w*|cuts?|cutting|shr[iu]nk\w*|shrank|drop\w*|declin\w*|cheap\w*|sav(?:es?|ed|ing|ings)|downwards?|went down|goes? down|minus|shed(?:s)? :: (?<![가-힣])적(?=은|다|게|어|습|을|지 )|(?<![가-힣])줄|낮|(?<![가-힣])(?:싸|싼|쌉)|(?<![가-힣])내[리려린렸]|감소|떨어|절감|절약|축소|하락
large :: placed :: large\w*|big\w*|huge|giant|enormous :: (?<![가-힣])(?:큰|크(?!기)|커|컸|클|큽)|대형|대규모|거대|초대형
small :: placed :: small\w*|little|tiny|compact|minor|modest|slight(?:ly)? :: (?<![가-힣])(?:작|소형|소규모|경량)
good :: placed :: better|best|good|improv\w*|outperform(?:s|ing)?|(?:outperformed|surpassed|led)(?! by)|beat(?:s|ing)?|ahead|leads?|leading|wins?|won|winning|strong\w*|superior|surpass(?:es|ing)?|safe(?:r|st|ly)? :: 낫|나은|나아|나았|좋|앞서|앞선|앞섰|우수|개선|향상|이기|이긴|이겼|강한|강하|안전
bad :: placed :: (?:beaten|outperformed|surpassed|led|overtaken)(?: by)?|worse\w*|worst|bad(?:ly)?|degrad\w*|hurts?|harm\w*|behind|trail\w*|lag(?:s|ged|ging)?|los(?:es?|ing)|lost|weak\w*|inferior|collaps\w*|break(?:s)? down|risk(?:s|y|ier)? :: 나쁘|나쁜|나빠|뒤처|뒤지|뒤진|밀리|밀린|밀려|(?:에|에게|한테) (?:졌|집|진|지)|악화|해치|해친|망가|무너|붕괴|약한|약하|위험
fast :: same :: fast\w*|quick\w*|sooner|soon|early|earlier|short(?:er|est)? :: 빠르|빠른|빨리|빨라|이르|일찍|짧
slow :: same :: slow\w*|late(?:r)?|long(?:er|est)?|delay\w* :: 느리|느린|느려|늦|오래|길어|긴 |길게|길다
old :: same :: old(?:er|est)?|former(?:ly)?|previous(?:ly)?|outdated :: 오래된|옛|예전|종전|과거|기존
new :: same :: new(?:er|est)?|latest|replac\w* :: 새로|새 |최신|대체
before :: same :: before|prior to|until :: (?:기 |이)전|앞서 |까지는
after :: same :: after(?:wards)?|later|once|following :: 이후|나중|[뒤후](?=[에의,\s])
input :: same :: inputs?|prompt tokens?|read(?:s|ing)? :: 입력|읽
output :: same :: outputs?|writ(?:es?|ten|ing)|generat\w* :: 출력|쓰기|생성
training :: same :: train(?:s|ed|ing)?|pre-?train\w* :: 학습|훈련
use :: same :: inference|serving|served|serves? :: 추론|서빙|제공
hard :: same :: hard(?:er|est)?|difficult\w*|complex :: 어려|어렵|까다|힘든|복잡
easy :: same :: eas(?:y|ier|iest|ily)|simpl\w* :: 쉬운|쉽|쉬워|간단|단순
right :: same :: right(?!s)|correct(?:ly)?|accurate(?:ly)?|true :: 옳|맞는|맞은|맞다|맞습|정확한|사실|참인
wrong :: same :: wrong(?:ly)?|mistaken|false|error-prone :: 틀린|틀리|틀렸|잘못|거짓
buyer :: same :: customers?|buyers?|clients? :: 고객|구매자|사용자
seller :: same :: vendors?|sellers?|providers?|suppliers? :: 업체|공급|제공사|제공자|판매
first :: same :: first|initial(?:ly)?|begin\w*|start(?:s|ed|ing)? :: 처음|첫|시작|먼저|초기
last :: same :: last(?:ly)?|final(?:ly)?|end(?:s|ed|ing)? :: 마지막|끝|최종
with :: same :: includ\w*|contain\w*|inside|within|count(?:s|ed|ing) in :: 포함|들어 있|들어간|(?<=회사 )안
left out :: same :: exclud\w*|omit\w*|leav\w* out|left out|outside|leaves? the|except :: 제외|빼|뺀|뺐|(?<!그 )밖
agreeing :: same :: agree\w*|accept\w*|support(?:s|ed|ing)?|favou?r\w*|endors\w* :: 동의|찬성|지지|합의
opposed :: same :: disagree\w*|disput\w*|reject\w*|oppos\w*|contest\w*|object(?:s|ed)? to|contradict\w* :: 반대|이견|반박|엇갈|거부|모순
allowed :: same :: allow\w*|permit(?:s|ted)|optional(?:ly)?|voluntar\w*|free to :: 허용|선택 사항|자율|자발|해도 됩
bound :: same :: forbid\w*|forbade|prohibit\w*|bann?(?:s|ed)|mandatory|obligat\w*|oblig\w*|requir\w*|compulsory :: 금지|의무|필수|요구|강제
winning :: same :: profits?|benefits?|revenues?|earn\w* :: 이익|수익|이득|혜택|편익
losing :: same :: loss(?:es)?|damages? :: 손실|손해|피해
cautious :: same :: conservativ\w*|cautious\w*|understat\w*|underestimat\w*|pessimis\w* :: 보수적|과소|신중|비관
bold :: same :: optimis\w*|overstat\w*|overestimat\w*|exaggerat\w* :: 낙관|과대|과장
open :: same :: open(?:ly)?|public(?:ly)? :: 공개|공공
closed :: same :: closed|proprietary|private(?:ly)?|secret\w* :: 비공개|폐쇄|독점|사설
whole :: same :: enough|suffic\w* :: 충분|넉넉
lacking :: same :: too (?:little|few)|scarc\w*|short of|shortage :: 모자|부족
in a lab :: same :: labs?|laborator\w*|simulat\w* :: 실험실|모의
in practice :: same :: in production|in practice|real(?:-| )world|in the field :: 실제 운영|운영 환경|현장|실무
location basis :: same :: location-based|by the wires|average grid :: 지역 기준|위치 기준
market basis :: same :: market-based|by contracts? :: 시장 기준
`,
)

/** The word between the sides of a comparison; the Korean one stands behind the second side. */
export const [THAN] = wordTable(
  'direction',
  String.raw`
than :: unmoved :: (?<!rather |other )than :: [가-힣⟧\p{L}]보다(?=[\s,])|비해|대비
`,
) as [WordClass]

/** The two ends of a change. */
export const ENDS = wordTable(
  'limit',
  `
from :: unmoved :: from(?= ⟦) :: (?<=⟧)(?:에서|부터)
to :: unmoved :: to(?= ⟦) :: (?<=⟧)(?:으로|로|까지)
`,
)

/** Verbs turned round: who did it comes second. */
export const PASSIVES = wordTable(
  'direction',
  `
by another :: same :: (?:replaced|beaten|outperformed|surpassed|exceeded|led|overtaken|corrected|refuted|preceded|contradicted|superseded|offset|outweighed|changed|overturned) by :: 대체되|대체됐|대체된|의해|뒤집[히혔]|반박되|밀려|능가당
`,
)

/** How much of a whole, and which statistic. */
export const SCOPES = wordTable(
  'scope',
  String.raw`
all :: same :: all|every\w*|whole|entire|across the board :: 모든|모두|전부|전체|어떤 .{0,6}(?:도|든)
most :: same :: most|mostly|majority|bulk|main part :: 대부분|대다수|대체로|가장|제일
some :: same :: some(?!\s⟦)|several|certain|a number of|part of|a share of :: 일부|몇몇|어느 정도|한 몫
few :: same :: few|a fraction|minority :: 소수|극소수|드물|드문
average :: same :: averages?|mean(?=\s(?:of|value|is|was))|on average :: 평균
median :: same :: median :: 중앙값|중간값
per :: same :: per(?! cent)|apiece :: [가-힣]당(?=\s|⟦)
`,
)

/** Advice: neither added nor lost. Orders count where they begin a sentence or a clause. */
export const ADVICE = wordTable(
  'advice',
  String.raw`
advice :: same :: should|ought|must|needs? to|ha(?:s|ve) to|recommend\w*|advi[sc]\w*|had better|it pays to|(?:better|best) to|wise|worth(?= \w+ing)|(?<=^|[.;:!?]\s+|, (?:(?:so|and|then|but)\s)?|⟧ )(?:use|choose|pick|switch|buy|take|go|avoid|consider|move|adopt|ask|measure|plan|test|keep|set|stop|start|label|run|check|treat|read|write|decide|compare|put|pay|make|let|find|count|plug|sort|do|don['’]t|report|prefer|weigh|expect|ignore|trust|invest|deploy|upgrade|sign|look|quote|try|build|send|track|give) :: 십시오|세요|시오|[야] (?:합|한|하)|해야|권장|권합|권하|권했|추천|바람직|것이 좋|편이 좋|쪽이 좋|필요[가한합는]|[지] (?:마|말)
`,
)

export const FUTURE = wordTable(
  'tense',
  `
future :: same :: will|won['’]t|shall|going to|set to|about to|by then|in (?:the )?future|plans? to|planned :: 겠|[할될갈릴질날칠일] 것|것으로 (?:보|예상|전망)|예정|계획|앞으로|향후
conditional :: same :: would|were to|should it :: [했았었]을 (?:것|텐데)
`,
)
