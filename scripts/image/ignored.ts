import { readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Whether a path of the project, such as `src/app.ts`, is kept out of the image by `.dockerignore`. */
export function ignoring(dockerignore: string): (path: string) => boolean {
  const rules = dockerignore
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const kept = line.startsWith('!')
      return { kept, pattern: patternOf(line.slice(kept ? 1 : 0)) }
    })
  return (path) => {
    const parts = path.split('/')
    const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'))
    const last = rules.findLast(({ pattern }) => paths.some((p) => pattern.test(p)))
    return last !== undefined && !last.kept
  }
}

/** Files at or below `source` of the project that `.dockerignore` lets through, relative to the project. */
export function filesLetThrough(
  project: string,
  source: string,
  ignored: (path: string) => boolean,
): string[] {
  const top = join(project, source)
  const files = statSync(top).isDirectory()
    ? readdirSync(top, { withFileTypes: true, recursive: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name))
    : [top]
  return files.map((file) => relative(project, file)).filter((file) => !ignored(file))
}

function patternOf(line: string): RegExp {
  if (/[[\\]/.test(line))
    throw new Error(`.dockerignore: "${line}" uses a pattern that is not known here.`)
  const body = line
    .replace(/^\/|\/$/g, '')
    .replaceAll(/[.+^${}()|]/g, '\\$&')
    .replaceAll(/\*\*\/?|\*|\?/g, (sign) =>
      sign === '?' ? '[^/]' : sign === '*' ? '[^/]*' : sign === '**/' ? '(?:.*/)?' : '.*',
    )
  return new RegExp(`^${body}$`)
}
