/** Makes the pictures of README and docs: those that the walks in Chromium leave, under the names the pages use. */
import { spawnSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './build-when-stale.mjs'

const PICTURES = { thread: 'thread-en', form: 'form-en', digest: 'digest-ko', home: 'home-en' }

const walked = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'test/workspace/walks.test.ts'],
  { cwd: root, stdio: 'inherit' },
)
if (walked.status !== 0) process.exit(walked.status ?? 1)
for (const [name, made] of Object.entries(PICTURES))
  copyFileSync(join(root, 'test/output', `${made}.png`), join(root, 'docs', `${name}.png`))
