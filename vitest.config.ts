import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['dist/**', 'node_modules/**', 'test/faults/**'],
    globalSetup: ['test/support/temporary-folder.ts'],
    // Left to itself it keeps one core back, which of two is half.
    maxWorkers: availableParallelism(),
    restoreMocks: true,
    unstubEnvs: true,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
