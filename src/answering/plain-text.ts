import type { Answer, Sentence } from './answer.ts'
import { shownOf } from './compose/say.ts'
import { closing, LISTS, sectionTitle } from './compose/titles.ts'

/** A sentence as plain text, source numbers in square brackets. */
export function sentenceText(sentence: Sentence): string {
  return sentence.map(shownOf).join('')
}

/** The whole answer as plain text: what the CLI prints and notifications fall back to. */
export function answerText(answer: Answer): string {
  const { language } = answer
  const parts = answer.sections.map((section) => {
    const lines = section.sentences.map(sentenceText)
    const title = sectionTitle(section.kind, language)
    const body = LISTS.has(section.kind)
      ? lines.map((line) => `- ${line}`).join('\n')
      : lines.join(' ')
    return title ? `${title}\n${body}` : body
  })
  const sources = answer.citations.map(
    (c, i) => `[${i + 1}] ${c.short}. ${ended(c.title)}${c.url ? ` ${c.url}` : ''}`,
  )
  if (sources.length > 0) parts.push([closing.sources[language], ...sources].join('\n'))
  if (answer.suggestions.length > 0)
    parts.push(
      [closing.suggestions[language], ...answer.suggestions.map((s) => `- ${s}`)].join('\n'),
    )
  if (answer.kind === 'answer')
    parts.push(closing.coverage(answer.coverage, answer.replay, language))
  return parts.join('\n\n')
}

/** A title with the full stop that it may lack. */
function ended(title: string): string {
  return /[.?!…]$/.test(title) ? title : `${title}.`
}
