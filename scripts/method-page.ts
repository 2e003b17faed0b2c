import type { Formula } from '../src/engine/formula.ts'
import { FORMULAS } from '../src/engine/registry.ts'

/** The text of docs/method.md, made from the registry so that page and code cannot part. */
export function methodPage(): string {
  return `# Method

Every formula the engine can run by name: \`npm run -s cli -- formula <id> key=value …\`. Made from the registry by
\`npx tsx scripts/write-method-page.ts\`; a test holds page and code together.

${FORMULAS.map(section).join('\n\n')}
`
}

function section(f: Formula): string {
  const parameters = f.parameters.map(
    (p) => `- \`${p.key}\` (${p.unit}): ${p.description}${domain(p)}`,
  )
  const results = f.results.map((r) => `\`${r.key}\` (${r.unit})`).join(', ')
  const example = Object.entries(f.example.arguments)
    .map(([k, v]) => `${k}=${v}`)
    .join(' ')
  const expected = Object.entries(f.example.results)
    .map(([k, v]) => `${k} = ${v}`)
    .join(', ')
  return `## ${f.id}

${f.title}: \`${f.equation}\`

${parameters.join('\n')}

Gives ${results}. Source: ${f.source}. Valid: ${f.validity}.

Example: \`formula ${f.id} ${example}\` gives ${expected}.`
}

function domain({
  min,
  max,
  choices,
  default: fallback,
  optional,
}: Formula['parameters'][number]): string {
  const bounds = choices
    ? `one of ${choices.join(', ')}`
    : min !== undefined && max !== undefined
      ? `${min} to ${max}`
      : min !== undefined
        ? `at least ${min}`
        : max !== undefined
          ? `at most ${max}`
          : ''
  return [
    bounds,
    optional ? 'may be left out' : '',
    fallback === undefined ? '' : `default ${fallback}`,
  ]
    .filter(Boolean)
    .map((t) => `; ${t}`)
    .join('')
}
