import type { SizingInput } from './request.ts'

/** Parses `/model-size` arguments; problems are sentences in the given language, keyed by argument where there is one. */
export type ParsedArguments =
  | Readonly<{ ok: true; input: SizingInput }>
  /** No `key=value` in the text: treat it as a question in free words. */
  | Readonly<{ ok: false; free: string }>
  | Readonly<{
      ok: false
      problems: readonly { key?: string; sentence: string }[]
      understood: SizingInput
    }>

/** The form's values, keyed as in `SizingInput`, as typed. */
export type FormValues = Readonly<Partial<Record<keyof SizingInput, string>>>
