import { readFileSync } from 'node:fs'

const TYPES: Readonly<Record<string, string>> = {
  '/style.css': 'text/css; charset=utf-8',
  '/script.js': 'text/javascript; charset=utf-8',
  '/icon.svg': 'image/svg+xml',
}

/** A file that pages refer to, with its content type. */
export function browserFile(path: string): { type: string; bytes: Buffer } | undefined {
  const type = Object.hasOwn(TYPES, path) ? TYPES[path] : undefined
  return type === undefined
    ? undefined
    : { type, bytes: readFileSync(new URL(`./browser${path}`, import.meta.url)) }
}
