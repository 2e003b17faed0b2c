type Json = Readonly<Record<string, unknown>>

/** A table or data table; the first row holds the column heads, the first cell of each row its head. */
export function table(block: Json, cell: (value: Json) => string): string {
  const caption = block.caption
    ? `<caption>${cell(typeof block.caption === 'string' ? { text: block.caption } : (block.caption as Json))}</caption>`
    : ''
  const rows = (Array.isArray(block.rows) ? block.rows : []) as Json[][]
  const settings = (Array.isArray(block.column_settings) ? block.column_settings : []) as Json[]
  const look = (column: number): string => {
    const align = settings[column]?.align
    return align === 'right' || align === 'center' ? ` class="${align}"` : ''
  }
  const [head = [], ...body] = rows
  const heads = head.map((c, i) => `<th scope="col"${look(i)}>${cell(c)}</th>`).join('')
  const lines = body
    .map((row) => {
      const cells = row.map((c, i) =>
        i === 0 ? `<th scope="row"${look(i)}>${cell(c)}</th>` : `<td${look(i)}>${cell(c)}</td>`,
      )
      return `<tr>${cells.join('')}</tr>`
    })
    .join('')
  return `<div class="scroll" tabindex="0"><table>${caption}<thead><tr>${heads}</tr></thead><tbody>${lines}</tbody></table></div>`
}
