import { writeFileSync } from 'node:fs'
import { methodPage } from './method-page.ts'

writeFileSync('docs/method.md', methodPage())
