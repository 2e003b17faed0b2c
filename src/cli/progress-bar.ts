import type { Progress } from '../ingest/ports.ts'
import type { Language } from '../language/language.ts'
import type { Io } from './io.ts'

const WIDTH = 30

/** Draws how far the work is, on a terminal. */
export function progressBar({ draw }: Io, language: Language): Progress {
  return (share, what) => {
    if (share === undefined) draw?.(what[language])
    else {
      const full = Math.round(Math.min(1, Math.max(0, share)) * WIDTH)
      const bar = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`
      draw?.(`${bar} ${Math.round(share * 100)}% ${what[language]}`)
    }
  }
}
