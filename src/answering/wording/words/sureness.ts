import { wordTable } from './row.ts'

/** Bounds of numbers. Read before all others, which then do not see these words: "at least" is no "less". */
export const LIMITS = wordTable(
  'limit',
  String.raw`
at most :: placed :: at (?:the )?most|not? (?:more|longer|higher) than|up to|maximum|or (?:less|fewer|below)|as (?:many|much|high|low) as(?= ⟦)|within(?= ⟦) :: 이하|최대|까지|한도|이내
at least :: placed :: at (?:the very )?least|not? (?:less|fewer|lower) than|or (?:more|above)|minimum :: 이상|최소|적어도
over :: placed :: (?:more|higher|greater) than{n}|(?<=\p{L} )(?<!lead )(?:over|above){n}|beyond|exceed\w* :: 넘[는은어게을었습]|초과|웃도|웃돌
under :: placed :: (?:less|fewer|lower) than{n}|(?:under|below){n}|(?:\w+ )?short of :: 미만|밑도|밑돌|못 ?미[치쳐친칩]|미치지 못
between :: placed :: between :: 사이(?!클|트)
almost :: kept :: nearly|almost|close to|just under|practically|virtually :: 거의|가까이|가까운|가깝
only :: same :: only|just(?! as)|merely|solely|alone|exclusively :: 뿐|오직|단지|불과|그[쳤치칩친]|(?<=[가-힣⟧])(?<![지다하백십천수몇])만(?=[\s이은을의,.])
`,
)

/** Words that say how sure a statement is, whose it is and when it holds. */
export const HEDGES = wordTable(
  'hedge',
  String.raw`
possible :: each :: may|might|can|could|possibl[ey]|perhaps|potential(?:ly)?|likely|probabl[ey]|prone :: 수 ?있|수도|가능성|지 모르|지도 모|아마|기 쉽|기 쉬
roughly :: each :: (?:about|around|some){n}|roughly|approximately|or so|broadly|in the region of :: (?<![가-힣])약(?=\s)|대략|쯤|정도|가량|안팎|내외|어림
estimated :: kept :: estimat\w*|guess\w*|reckon\w*|extrapolat\w* :: 추정|추산|어림|짐작
expected :: kept :: expect\w*|project(?:s|ed|ion|ions)|forecast\w*|predict\w*|anticipat\w*|foresee\w*|outlook :: 예상|전망|예측|기대|내다[보봅본]
assumed :: kept :: assum\w*|suppos\w*|hypothe\w* :: 가정|가설|친다면
believed :: kept :: suggest\w*|seems?|appears?|suspect\w*|believ\w*|thinks?|thought|hopes? :: 보입니다|보인다|듯|의심|생각|시사|믿
reported :: kept :: report(?:s|ed|edly)?|according to|says?|said|saying|writes?|wrote|holds?|held|argu(?:es?|ed)|claim(?:s|ed)?|puts?|states?|told|tells?|announc\w*|disclos\w*|call(?:s|ed)? :: 보고|따르면|말[했합하한]|밝[혔힙히힌]|[라다]고 (?:적|썼|씁|합|하|했|봅|보)|으로 (?:적|봅)|주장|전했|전합|알려|견해|발표|공개한|설명
found :: kept :: f(?:inds?|ound|inding)|show(?:s|ed|n)?|observ\w*|measur\w*|discover\w*|conclud\w*|record(?:s|ed)? :: 확인|보[였여이입인]|발견|관찰|측정|[쟀잰]|나타[났나난]|결과|드러
usual :: kept :: typical(?:ly)?|usual(?:ly)?|often|general(?:ly)?|mostly|on average|in most|sometimes|partly|in part|largely|mainly|commonly|as a rule|tends? :: 대체로|보통|흔히|흔한|주로|대개|일반적|평균|때로|가끔|부분적|대부분|곤 [합하]|경향
so far :: kept :: so far|to date|yet|still|at present|currently|today|for now|until now :: 지금까지|아직|현재|당분간|지금
one case :: kept :: in (?:one|a single|this|that|the same|an?|the|its own|their own) (?:\w+ )?(?:tests?|stud(?:y|ies)|pilots?|experiments?|cases?|trials?|runs?|reports?|surveys?|benchmarks?)|in theory|on paper|in principle|a vendor|vendor blog|anecdot\w*|model study|modelled :: 한 (?:시험|연구|실험|업체|사례|모형|조사|글|은행|기업|회사|엔지니어)|시험에서|실험에서|연구에서|사례에서|평가에서|이론|일화
condition :: kept :: if|unless|provided|providing|assuming|as long as|when(?:ever)?|where|once|depend\w*|given that :: 면(?=[\s,])|경우|한해|않는 한|조건|달라|달렸|따라|때(?=[\s,에는만의])|수록|단,|다만
`,
)

/** Words of certainty: never added. */
export const CERTAINTY = wordTable(
  'certainty',
  String.raw`
certain :: unadded :: certain(?:ly|ty)?|surely|for sure|prove[ns]?|proof|guarante\w*|always|never|definit\w*|undoubted\w*|no doubt|without (?:a )?doubt|clearly|obvious(?:ly)?|inevitabl\w*|ensur\w*|without fail|undeniabl\w*|absolutely|completely|fully|entirely|invariably|undisputed|confirm\w*|exactly|precisely|of course|indeed|in any case|risk-free :: 확실|반드시|항상|언제나|틀림없|분명|입증|증명|보장|무조건|절대|당연|명백|확정|꼭|완전히|물론|정확히|예외 없이|무위험
`,
)
