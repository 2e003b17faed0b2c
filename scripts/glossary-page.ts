import { loadCorpus } from '../src/retrieval/corpus.ts'

/** Tells Korean terms from the others. */
const KOREAN = /[가-힣]/

/** The text of docs/glossary.md, made from the terms that the notes' claims define. */
export function glossaryPage(): string {
  const { notes } = loadCorpus(['knowledge/evidence'])
  const entries = notes
    .flatMap((note) =>
      note.claims.flatMap(({ defines, text_en, text_ko }) =>
        defines ? [{ note: note.id, defines, text_en, text_ko }] : [],
      ),
    )
    .map(({ defines, ...rest }) => ({
      ...rest,
      english: defines.filter((term) => !KOREAN.test(term)),
      korean: defines.filter((term) => KOREAN.test(term)),
    }))
    .sort((a, b) => headOf(a).localeCompare(headOf(b), 'en', { sensitivity: 'base' }))
  return `# Glossary

The terms that Rightsize explains when asked "What is …?", "…란 뭐야?" or \`/model-size explain …\`, as its notes define
them. Made by \`npx tsx scripts/write-glossary-page.ts\`; a test holds page and notes together.

${entries
  .map(
    (e) =>
      `## ${headOf(e)}\n\n${[...e.english.slice(1), ...e.korean].join(', ')}\n\n${e.text_en}\n\n${e.text_ko}\n\nSource: [${e.note}](../knowledge/evidence/${e.note}.md)`,
  )
  .join('\n\n')}
`
}

type Entry = Readonly<{ english: readonly string[]; korean: readonly string[] }>

function headOf({ english, korean }: Entry): string {
  return english[0] ?? korean[0] ?? ''
}
