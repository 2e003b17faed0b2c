/** Rows of one statement; with the widest table well below the bound-parameter limits of both engines. */
const BATCH = 500

/** Hands rows on in parts that one statement can carry. */
export async function inBatches<Row>(
  rows: readonly Row[],
  insert: (rows: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let i = 0; i < rows.length; i += BATCH) await insert(rows.slice(i, i + BATCH))
}
