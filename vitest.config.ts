import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Tests that leave nothing behind in a process: their files share modules and the opened notes. */
const SHARING = [
  ...[
    ...['engine', 'spend', 'checking', 'catalog', 'retrieval', 'sizing', 'answering'],
    ...['digest', 'decisions', 'charts', 'settings', 'block-kit'],
  ].map((folder) => `test/${folder}/**/*.test.ts`),
  ...['test/block-kit.test.ts', 'test/slack/every-*.test.ts'],
]

export default defineConfig({
  test: {
    globalSetup: ['test/support/temporary-folder.ts'],
    // Left to itself it keeps one core back, which of two is half.
    maxWorkers: availableParallelism(),
    restoreMocks: true,
    unstubEnvs: true,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'sharing', include: SHARING, isolate: false } },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['test/**/*.test.ts'],
          exclude: ['dist/**', 'node_modules/**', 'test/faults/**', ...SHARING],
        },
      },
    ],
  },
})
