/** What is to be moved, and the model that is named for it; no model for "a small one". */
export type MoveFound = Readonly<{ name: string; to?: string }>

const MOVED =
  'moved?|moves|were moved|was moved|switched|switches|switch|went|goes|go|ran|runs|run|migrated|migrates|shifted|were on|was on|used|uses|were switched'
const IT_MOVES = new RegExp(
  `\\b(?:if|suppose|say|assume)\\s+(?:all\\s+)?(.{2,50}?)\\s+(?:${MOVED})\\s+(?:over\\s+)?(?:to|on|onto)?\\s*(.+)$`,
  'i',
)
const WE_MOVE =
  /\b(?:we|i|us|by|if|about|of|from)\s+(?:were to\s+)?(?:mov(?:e|ed|ing)|switch(?:ed|ing)?|shift(?:ed|ing)?|put(?:ting)?|r[au]n(?:ning)?|migrat(?:e|ed|ing)|downgrad(?:e|ed|ing))\s+(?:all\s+)?(.{2,50}?)\s+(?:over\s+)?(?:to|on|onto)\s+(.+)$/i
const KOREAN =
  /(?:만약\s|만일\s|혹시\s|그럼\s|우리\s|저희\s){0,3}([\p{L}\d][\p{L}\d._ -]{0,40}?)(?:을|를|은|는|이|가|만)?\s+((?:더\s)?(?:작은|저렴한|싼|소형)\s?(?:모델|거|걸|것)?|[A-Za-z\d][A-Za-z\d._ -]{1,30}|[가-힣]{2,10}?)(?:으로|로)\s?(?:모두\s?|다\s?)?(?:바꾸|옮기|돌리|전환|내리|이전|처리|갈아타|바꿨|옮겼|돌렸|보내)/u
const ONLY_IF =
  /\bif\b|\bwhat (?:would|about)\b|\bsuppose\b|\bsay\b|\bassume\b|\b(?:by|from) (?:moving|switching|running|shifting|migrating)\b|면/i
/** Asks whether it can be done, which is only about what is named. */
const CAN_WE = /\b(?:can|could) (?:we|i)\b/i
const SMALL =
  /^(?:to |the |a |an |something |one )*(?:small(?:er|est)?|cheap(?:er|est)?|light(?:er)?|little|mini)\b|^(?:더\s)?(?:작은|저렴한|싼|소형)/i
const MODEL =
  /\d|haiku|sonnet|opus|flash|luna|terra|nano|mini\b|gpt|claude|gemini|llama|deepseek|qwen|mistral|모델|하이쿠|플래시/i
/** Whoever these are, they are no name in a bill. */
const NOBODY =
  /^(?:we|i|it|this|that|they|everyone|everybody|people|companies|a company|firms|teams|the (?:world|industry|market)|industry|society|users?|training|inference|research labs|models?|ai|llms?|all|everything|우리|저희|이거|그거|이걸|그걸|회사|기업|회사들|기업들|사람들|모두|전부|다들|업계|세계|학습|추론|모델|요청(?:의)?|(?:큰|작|더|쉬운|어려운|간단한|가벼운|일부)(?:\s.*)?)$/i
const AROUND =
  /^(?:the|our|all|my|only|just|우리|저희|만약|만일)\s+|\s+(?:workloads?|team|calls?|traffic|requests?|jobs?|work|작업|업무|팀|호출|요청|트래픽)$/gi

/** Reads "what if X moved to the small model?"; undefined when nothing that could be in a bill is to be moved. */
export function readMove(text: string): MoveFound | undefined {
  const isAsked = !ONLY_IF.test(text) && CAN_WE.test(text)
  if (!isAsked && !ONLY_IF.test(text)) return undefined
  const match = WE_MOVE.exec(text) ?? IT_MOVES.exec(text) ?? KOREAN.exec(text)
  if (!match) return undefined
  // "도" (also) says that another question came before.
  if (/도$/.test((match[1] ?? '').trim())) return undefined
  const name = bare(match[1] ?? '')
  const to = (match[2] ?? '').replace(/(?:[?？!,]|\.(?!\d)).*$/s, '').trim()
  if (name === '' || NOBODY.test(name) || name.split(/\s+/).length > 4) return undefined
  if (isAsked && MODEL.test(name)) return undefined
  if (SMALL.test(to)) return { name }
  const model = to
    .replace(/^(?:the|a|an)\s+/i, '')
    .replace(/\s+(?:last|this|instead|what|how|would|will|does|do|then|for|in|at|모델)\b.*$/i, '')
  return MODEL.test(model) && model.split(/\s+/).length <= 4 ? { name, to: model } : undefined
}

/** A name without the words around it. */
function bare(words: string): string {
  const less = words.trim().replace(AROUND, '').trim()
  return less === words.trim() ? less : bare(less)
}
