import type { z } from 'zod'
import type { SizingInput } from '../../sizing/request.ts'
import type { Answer, Sentence } from '../answer.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Understanding } from '../understand.ts'
import type { Beside } from './model-words.ts'

/** What a model may do for a question of several steps; all of it is read-only. */
export type ToolName =
  | 'search_evidence'
  | 'size_workload'
  | 'compare_regions'
  | 'fit_learning_curve'
  | 'explain_spend'
  | 'look_up_price'

/** One part of an answer in several parts, made by the same code as an answer of its own. */
export type Part = Readonly<{
  tool: ToolName
  /** What the part is about. */
  title: Sentence
  answer: Answer
  /** What makes it the same as another part, whatever the arguments were. */
  same: string
  /** The workload that was sized. */
  input?: SizingInput
}>

/** What a tool came to: what the model is told, and the part, if there is one. */
export type Outcome = Readonly<{ told: string; part?: Part }>

/** Shows the asker their own spend where they may see it, and says whether anything was shown; it checks access itself. */
export type ExplainSpend = (question: string) => Promise<boolean>

/** What every tool works with. */
export type About = Readonly<{
  understood: Understanding
  knowledge: Knowledge
  beside: Beside
  spend?: ExplainSpend
}>

/** A tool as the plan runs it; arguments of another shape are told as a sentence. */
export type PlanTool = Readonly<{
  name: ToolName
  description: string
  shape: z.ZodType
  run: (args: unknown, about: About) => Promise<Outcome>
}>

/** A tool whose arguments are checked before it runs. */
export function planTool<T>(
  name: ToolName,
  description: string,
  shape: z.ZodType<T>,
  run: (args: T, about: About) => Promise<Outcome> | Outcome,
): PlanTool {
  return {
    name,
    description,
    shape,
    run: async (args, about) => {
      const parsed = shape.safeParse(args)
      return parsed.success
        ? run(parsed.data, about)
        : { told: `Nothing was done: the arguments of ${name} have another shape.` }
    },
  }
}
