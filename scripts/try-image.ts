import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkBill } from './image/bill.ts'
import { boot } from './image/boot.ts'
import { DockerfileError, readDockerfile } from './image/dockerfile.ts'
import { buildStages, StepError } from './image/stages.ts'

const say = (sentence: string) => console.log(`image: ${sentence}`)
const project = process.cwd()
const directory = mkdtempSync(join(tmpdir(), 'rightsize-image-'))
chmodSync(directory, 0o755)
try {
  say(`the Dockerfile's steps with Node ${process.version} of this machine`)
  const stages = readDockerfile(readFileSync(join(project, 'Dockerfile'), 'utf8'))
  const dockerignore = readFileSync(join(project, '.dockerignore'), 'utf8')
  const built = buildStages(stages, { project, dockerignore, directory, say })
  say(checkBill(built))
  const last = stages.at(-1)
  if (last)
    await boot(last, built, { page: /rightsize/i, log: /HNSW index of \d+ vectors is in use/ }, say)
} catch (error) {
  if (!(error instanceof StepError || error instanceof DockerfileError)) throw error
  say(error.message)
  process.exitCode = 1
} finally {
  rmSync(directory, { recursive: true, force: true, maxRetries: 3 })
}
