import { buildWhenStale } from './build-when-stale.mjs'

buildWhenStale()
await import('../dist/main.js')
