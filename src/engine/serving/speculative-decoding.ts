import { requireWithin } from '../domain.ts'

/** A small draft model whose guesses the served model checks in one step. */
export type Speculation = Readonly<{
  /** Chance that a drafted token is accepted, each like the other. */
  acceptance: number
  /** Tokens drafted per step. */
  drafted: number
  /** Time of one draft step as a share of one step of the served model. */
  draftShare: number
}>

/**
 * Tokens gained per step of the served model, (1 - a^(g+1)) / (1 - a), and the speed-up that is left
 * after the draft's own time, divided by 1 + g c. Holds while decode waits for memory; under load
 * the gain shrinks (about 1.15 is published at 200 users), and a speed-up below 1 is a loss.
 * Source: Leviathan et al. 2023, https://arxiv.org/abs/2211.17192.
 * Example: acceptance 0.7, 3 drafted, draft share 0.05 -> 2.533 tokens, speed-up 2.203.
 */
export function speculativeDecoding({ acceptance, drafted, draftShare }: Speculation): {
  tokensPerStep: number
  speedup: number
} {
  requireWithin('acceptance', acceptance, 0, 1, 'probability')
  requireWithin('drafted', drafted, 0, 64, 'tokens')
  requireWithin('draftShare', draftShare, 0, 10, 'share of a step')
  const tokensPerStep =
    acceptance === 1 ? drafted + 1 : (1 - acceptance ** (drafted + 1)) / (1 - acceptance)
  return { tokensPerStep, speedup: tokensPerStep / (1 + drafted * draftShare) }
}
