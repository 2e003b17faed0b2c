/** Plain English words that a rewording may bring in: they join, refer and fill, and state nothing of their own. */
export const NEUTRAL_EN: ReadonlySet<string> = new Set(
  `across also although amid among amount another any are around as aside away back bear bears been being besides
bring brings borne but case come comes cost did do does doing done down due each even ever far for get gets getting give
given gives giving go goes going got had has have having he hence her here him his how however in instead into is it its
itself just keep keeping keeps kind less let lets like look looks lot made make makes making many matter matters me mean
means meant more move moves moving much my namely need needs no nor now of off on one ones onto or other others our out over own part
parts per place plain plainly point put puts quite rather really reason remain remains remaining rest result run runs same say says see seen
sent set sets she show shows side simply since so some something sort stay stays still such take taken takes taking than
that their them then there these they thing things this those though thus too turn turns unchanged up upon us use used
uses using value values very via want was way ways we well went were what whatever which while who whole whom whose why
with within yet you your choose chosen called while whereas
the a an and be by if at from to means terms short clear words basis level that's it's there's`.split(
    /\s+/,
  ),
)

/** The same in Korean, as beginnings of words: pronouns, light verbs, copulas and what joins. */
export const NEUTRAL_KO =
  /^(?:가운데|경우|곧|곳|그|그것|그래|그런|그러|그리|것|게|결국|같[은이습]|가[지진집]|걸|관[하한해련]|까닭|나[머오온와왔옵]|납니다|내[어용]|놓|다[시른음양]|대[하한해]|덕분|도|동시|되|된|될|됩|두고|둔|드는|든|들|듭|등|따로|때문|뜻|또|만[드든들큼]|말|면[에에서]*$|무엇|바[로탕]|보[면아다]|뿐|사실상|사용|상당|세|셈|수[는가도]?$|쓰|쓴|씁|쓸|아울러|어[떤떻느]|얻|에|여기|역시|오[는면]|우리|위[하한해]|은|의|이[고것는다때라러런를며번어에와유후]|이|인|일[이]?|입|있|있도록|자[기리체신]|잘|전[체]|점|정[리하]|정리하면|주[는로어]|중|즉|지[닙는]|참고|채|쪽|차[지]|통[하한해]|편|하[고는며면]|한|할|함께|합니다|해[서당]|현재|혹은|및|또는|로|가|를|을|는|와|과|나|거)/
