import { CAUGHT, MISSED } from '../facts/stakes.ts'

/** What a wrong answer costs and what a right one is worth: stakes, not prices. */
export const WRONG = new RegExp(
  `\\bwrong|\\bmistake|\\berror|\\bincorrect|\\bmiss|\\bfail|\\bbad\\b|틀리|틀린|오류|오답|실수|잘못|오분류|${MISSED.source}`,
  'i',
)
export const RIGHT = new RegExp(
  `\\bright|\\bworth|\\bvalue|\\bcorrect|\\bearn|\\bgain|\\bgood\\b|맞으면|맞는|맞은|정답|가치|이득|${CAUGHT.source}`,
  'i',
)
