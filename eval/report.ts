import type { Asked } from './ask.ts'
import type { ModelUseFigures } from './model-use.ts'
import { KINDS } from './questions.ts'
import { mean } from './ranking.ts'

const share = (rows: readonly Asked[], test: (row: Asked) => boolean) =>
  rows.length === 0 ? '–' : (rows.filter(test).length / rows.length).toFixed(3)

/** The figures of both halves by language and by kind, as Markdown. */
export function report(asked: readonly Asked[], use: ModelUseFigures): string {
  const sections = (['held-out', 'calibration'] as const).map((half) => {
    const rows = asked.filter((a) => a.question.half === half)
    return `## ${half === 'held-out' ? 'Held-out half' : 'Calibration half'}\n\n${table(rows)}`
  })
  return `# Evaluation

Written by \`npm run eval\` from the questions of \`eval/\`; how they came about is told in its README. Weights and
thresholds were set on the calibration half. Recall@5 and nDCG@10 are of the notes (any of the expected ones counts, the
best placed first); *answered* is the share of answerable questions with an answer, *declined* that of the others which
were declined or marked as nearest; *facts* and *source* say that all expected figures stand in the answer and that an
expected source is cited, over all answerable questions; *of answers* is the share of the answers given that hold both;
*verdict* says that the verdict is an acceptable one.

${sections.join('\n\n')}

## With a language model

${useText(use)}
`
}

/** A figure or a source is expected. */
function hasExpectation({ question }: Asked): boolean {
  return question.expect.length > 0 || question.sources.length > 0
}

function useText({ questions, withoutCall, tokens, naiveTokens }: ModelUseFigures): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  return `Where one is configured, ${percent(withoutCall)} of the ${questions} questions are answered without any call of it. The others
are read by it, and the answer is worded: ${tokens.toFixed(0)} tokens an answered question on average, against ${naiveTokens.toFixed(0)} when the ten best
passages go into a prompt for every question (${percent(tokens / naiveTokens)}). Counted from the prompts, without asking a model: the
wording at what an answer takes on average, reply included.`
}

function table(rows: readonly Asked[]): string {
  const groups: (readonly [string, (a: Asked) => boolean])[] = [
    ['all', () => true],
    ['English', (a) => a.question.language === 'en'],
    ['Korean', (a) => a.question.language === 'ko'],
    ...KINDS.map((kind) => [kind, (a: Asked) => a.question.kind === kind] as const),
  ]
  const lines = groups.map(([name, test]) => {
    const group = rows.filter(test)
    const answerable = group.filter((a) => a.question.answerable)
    const ranked = group.flatMap((a) => a.ranking ?? [])
    const figure = (values: readonly number[]) =>
      values.length === 0 ? '–' : mean(values).toFixed(3)
    return [
      name,
      group.length,
      figure(ranked.map((r) => r.recall5)),
      figure(ranked.map((r) => r.ndcg10)),
      share(answerable, (a) => a.right),
      share(
        group.filter((a) => !a.question.answerable),
        (a) => a.right,
      ),
      share(
        answerable.filter((a) => a.question.expect.length > 0),
        (a) => a.facts,
      ),
      share(
        answerable.filter((a) => a.question.sources.length > 0),
        (a) => a.cited,
      ),
      share(
        answerable.filter((a) => a.right && hasExpectation(a)),
        (a) => a.facts && a.cited,
      ),
      share(
        answerable.filter((a) => a.question.verdict !== undefined),
        (a) => a.verdict,
      ),
    ].join(' | ')
  })
  const head =
    'questions | n | recall@5 | nDCG@10 | answered | declined | facts | source | of answers | verdict'
  return [head, head.replace(/[^|]+/g, ' --- '), ...lines].map((line) => `| ${line} |`).join('\n')
}
