import type { Defaults } from '../catalog/defaults.ts'
import type { Catalog } from '../catalog/types.ts'
import type { Concepts } from '../retrieval/concepts.ts'
import type { Corpus } from '../retrieval/corpus.ts'
import type { Retriever } from '../retrieval/retriever.ts'
import type { DatedRate } from '../settings/dated-rates.ts'
import type { Pause } from '../sizing/flips.ts'
import type { Sizer } from '../sizing/size-model.ts'
import type { UnknownModel } from './unknown-models.ts'

/** What answering is built from. `at` gives the ISO date-time whose prices count. */
export type Knowledge = Readonly<{
  catalog: Catalog
  defaults: Defaults
  /** Rates of exchange that whoever runs the product supplied. */
  rates: readonly DatedRate[]
  corpus: Corpus
  concepts: Concepts
  retriever: Retriever
  /** A model that a question names and neither catalogue nor notes know. */
  unknownModel: (question: string) => UnknownModel | undefined
  /** A name of a paper, institute, benchmark or vendor that a question holds and nothing here knows. */
  unknownName: (question: string) => string | undefined
  size: Sizer
  pause: Pause
  at: () => string
}>
