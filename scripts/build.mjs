import { buildWhenStale } from './build-when-stale.mjs'

buildWhenStale()
