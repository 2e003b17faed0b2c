import { CHOOSERS } from './play.ts'

/** How the simulation is made, for whoever doubts it. */
export const METHOD = `
Who chooses:

${Object.values(CHOOSERS)
  .map(([name, words]) => `- ${name}: ${words}`)
  .join('\n')}

What is assumed:

- A company has a task of the catalogue, 1,000 to 3 million requests a month (even in the logarithm), lengths and stakes
  within the task's ranges, and in every second case the largest model of a vendor's ladder in use. Prices are those of
  24 November 2026. A year counts; doing without AI earns nothing and costs nothing.
- The chooser that knows everything takes the best of all options Rightsize has: models, router, more thinking, and
  where hosting is open fine-tuning, distilling and own accelerators. The simple rules know models only.
- Routers and the like are as good and as dear as the published evidence says, drawn within its spread, in every world.
- In the first world models differ as the engine takes them to differ. In those named "published" the gaps are those of
  families on benchmarks and harnesses that the engine does not use, some sizes of one family drawn for the places of a
  ladder, in logits, moved to the level of the task (or left where they are: "harder work"). The others are wrong on purpose.
- "Cannot tell yet" is followed by staying with the model in use, or by the likelier option where there is none; the
  other ways to act are among the variations.
- A pilot draws its items from the true qualities; both models disagree by exactly one being right on 8 to 30 % of items.
- Every chooser meets the same companies and truths; the same seed gives the same tables.
`
