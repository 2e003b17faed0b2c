/** What was found, caught or told apart as it should be. */
export const CAUGHT =
  /\bca(?:tch(?:es|ing)?|ught)\b|\bspot(?:s|ted)?\b|\bdetect(?:s|ed)?\b|제대로|맞히|맞혔|맞추|맞췄|잡으면|잡아내|잡았|찾으면|찾아내|찾았|걸러내|거르면|골라내|가려내/i
/** What slipped through, and what is gone with it. */
export const MISSED =
  /\bmiss(?:es|ing)?\b|\bslips? (?:through|by)\b|\bgets? through\b|\boverlook|\blost\b|\blos(?:s|e|es)\b|못 ?(?:잡|찾|걸러|거르|맞)|놓치|놓친|놓쳐|놓쳤|빠뜨|빠트|빠지면|흘리면|지나치면|통과시키|뚫리|날아가|날아감|날려|날리|손해|손실|물어/i
