type Json = Readonly<Record<string, unknown>>

/** A table block; the first row holds the column heads, the first cell of each row its head. */
export function table(block: Json, cell: (value: unknown) => string): string {
  const rows = (Array.isArray(block.rows) ? block.rows : []) as unknown[][]
  const [head = [], ...body] = rows
  const heads = head.map((c) => `<th scope="col">${cell(c)}</th>`).join('')
  const lines = body
    .map(
      (row) =>
        `<tr>${row.map((c, i) => (i === 0 ? `<th scope="row">${cell(c)}</th>` : `<td>${cell(c)}</td>`)).join('')}</tr>`,
    )
    .join('')
  return `<div class="scroll"><table><thead><tr>${heads}</tr></thead><tbody>${lines}</tbody></table></div>`
}
