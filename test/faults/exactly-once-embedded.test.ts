/** Digests of a process that is killed and started again; part of `npm run test:faults`. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { postsOnce } from '../support/exactly-once/judge.ts'

await test('one process on the embedded database, killed and started again, posts each message once', () =>
  postsOnce('embedded, one process', {
    place: { dataDir: mkdtempSync(join(tmpdir(), 'rightsize-faults-')) },
    replicas: 1,
  }))
