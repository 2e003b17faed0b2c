/** What a wrong answer costs and what a right one is worth: stakes, not prices. */
export const WRONG =
  /\bwrong|\bmistake|\berror|\bincorrect|\bmiss|\bfail|\bbad\b|틀리|틀린|오류|오답|실수|잘못|오분류/i
export const RIGHT =
  /\bright|\bworth|\bvalue|\bcorrect|\bearn|\bgain|\bgood\b|맞으면|맞는|맞은|맞히|맞추|정답|가치|이득/i
