/** A section of the report: which one, its heading, and what it printed. */
export type Section = Readonly<{ id: string; title: string; body: string }>

const open = (id: string) => `<!-- section ${id} -->`
const CLOSE = '<!-- end -->'

/**
 * Puts sections into the report: those that were run take the place of what stood there, the others stay as
 * they are. A section that is new stands at the end.
 */
export function withSections(report: string, sections: readonly Section[]): string {
  return sections.reduce((text, { id, title, body }) => {
    const block = `${open(id)}\n## ${title}\n\n${body.trim()}\n${CLOSE}`
    const start = text.indexOf(open(id))
    if (start < 0) return `${text.trimEnd()}\n\n${block}\n`
    const end = text.indexOf(CLOSE, start)
    if (end < 0) throw new Error(`The section ${id} of the report does not end with ${CLOSE}.`)
    return text.slice(0, start) + block + text.slice(end + CLOSE.length)
  }, report)
}
