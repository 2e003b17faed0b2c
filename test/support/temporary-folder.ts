import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const NAME = 'rightsize-test-'

/**
 * Gives the whole run one temporary folder, whichever project comes first, and takes it away at the end;
 * other users may pass through.
 */
export function setup(): (() => void) | undefined {
  if (tmpdir().includes(NAME)) return undefined
  const folder = mkdtempSync(join(tmpdir(), NAME))
  chmodSync(folder, 0o755)
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
