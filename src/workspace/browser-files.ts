import { readFileSync } from 'node:fs'

/** The parts of the style sheet, in the order in which later ones refine earlier ones. */
const STYLE = ['base', 'frame', 'side', 'messages', 'controls', 'blocks', 'modals', 'traffic']

const FILES: Readonly<Record<string, Readonly<{ type: string; parts: readonly string[] }>>> = {
  '/style.css': {
    type: 'text/css; charset=utf-8',
    parts: STYLE.map((part) => `style/${part}.css`),
  },
  '/script.js': { type: 'text/javascript; charset=utf-8', parts: ['script.js'] },
  '/icon.svg': { type: 'image/svg+xml', parts: ['icon.svg'] },
}

/** A file that pages refer to, with its content type. */
export function browserFile(path: string): { type: string; bytes: Buffer } | undefined {
  const file = Object.hasOwn(FILES, path) ? FILES[path] : undefined
  if (!file) return undefined
  const bytes = file.parts.map((part) =>
    readFileSync(new URL(`./browser/${part}`, import.meta.url)),
  )
  return { type: file.type, bytes: Buffer.concat(bytes) }
}
