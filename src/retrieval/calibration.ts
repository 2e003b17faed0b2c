import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { ConfidenceWeights } from './confidence.ts'

/** What `npm run calibrate` found: the share of each kind of vectors, and the weights of the confidence. */
export const Calibration = z.strictObject({
  /** By id of the vector source: share of its scores in the fused ones, 0 to 1. */
  vectors: z.record(z.string(), z.number().min(0).max(1)),
  confidence: z.strictObject({ en: ConfidenceWeights, ko: ConfidenceWeights }),
})
export type Calibration = z.infer<typeof Calibration>

/** Share of vectors that were never calibrated. */
export const USUAL_SHARE = 0.2

/** The shipped calibration, and over it the shares found for providers of one's own. */
export function loadCalibration(shipped: string, own: string): Calibration {
  const calibration = Calibration.parse(JSON.parse(readFileSync(shipped, 'utf8')))
  if (!existsSync(own)) return calibration
  const { vectors } = Calibration.pick({ vectors: true }).parse(
    JSON.parse(readFileSync(own, 'utf8')),
  )
  return { ...calibration, vectors: { ...calibration.vectors, ...vectors } }
}
