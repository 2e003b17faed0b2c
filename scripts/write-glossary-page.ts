import { writeFileSync } from 'node:fs'
import { glossaryPage } from './glossary-page.ts'

writeFileSync('docs/glossary.md', glossaryPage())
