import { spawnSync } from 'node:child_process'

/** Runs a piece of TypeScript in a process of its own, in the project's root; its standard output. */
export function inChild(script: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, childArguments(script), {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The child ended with ${status}: ${stderr}`)
  return stdout.trim()
}

/** Arguments for Node that run a piece of TypeScript. */
export function childArguments(script: string): string[] {
  return ['--import', 'tsx', '--input-type=module', '-e', script]
}
