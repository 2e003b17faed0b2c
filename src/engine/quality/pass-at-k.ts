import { requireWithin } from '../domain.ts'

/**
 * Share of problems solved when any one of k answers may be right, estimated from n answers of which
 * `right` were: 1 - C(n - right, k) / C(n, k), unbiased. It needs a check that finds the right answer;
 * without one, k answers are worth far less than this.
 * Range: whole numbers, right and k at most n, n up to 100,000.
 * Source: Chen et al. 2021, https://arxiv.org/abs/2107.03374. Example: 3 of 10 right, k = 5 -> 0.9167.
 */
export function passAtK(answers: number, right: number, k: number): number {
  requireWithin('answers', answers, 1, 1e5, 'answers')
  requireWithin('right', right, 0, answers, 'answers')
  requireWithin('k', k, 1, answers, 'answers')
  let allWrong = 1
  for (let i = 0; i < k; i++) allWrong *= Math.max(0, answers - right - i) / (answers - i)
  return 1 - allWrong
}
