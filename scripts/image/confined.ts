import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Where = Readonly<{
  cwd: string
  env: Readonly<Record<string, string>>
  ids: Readonly<{ user: number; group: number }>
  /** The only folder that may be written to. */
  volume: string
}>
/** How a command is started here, in one sentence, and the starting of it. */
export type Confined = Readonly<{
  sentence: string
  start: (command: readonly string[]) => ChildProcess
  /** Sends a signal to the command itself. */
  signal: (started: ChildProcess, name: NodeJS.Signals) => void
}>

/** As a container does it: first process of its own, every file system read-only but the volume, not root. */
const IN_NAMESPACES = `
volume=$1 user=$2 group=$3; shift 3
mount --bind "$volume" "$volume"
while read -r _ _ _ _ place _; do
  case $place in /proc* | /sys* | /dev* | "$volume") ;; *) mount -o remount,bind,ro "$place" 2>/dev/null ;; esac
done < /proc/self/mountinfo
exec setpriv --reuid "$user" --regid "$group" --clear-groups "$@"`

const TRY =
  'touch "$1/try" && rm "$1/try" || exit 1; beside=$(mktemp 2>/dev/null) || exit 0; rm "$beside"; exit 1'

/** The strictest way to start a command that this machine allows. */
export function confine({ cwd, env, ids, volume }: Where): Confined {
  const options = { cwd, env, stdio: 'pipe' as const }
  const inside = ({ user, group }: Where['ids'], command: readonly string[]) => [
    ...['--mount', '--pid', '--fork', '--mount-proc', 'sh', '-c', IN_NAMESPACES, 'sh'],
    ...[volume, String(user), String(group), ...command],
  ]
  const trial = inside({ user: 0, group: 0 }, ['sh', '-c', TRY, 'sh', volume])
  if (process.getuid?.() === 0 && spawnSync('unshare', trial, options).status === 0)
    return {
      sentence: `as process 1 of user ${ids.user}, on a file system that is read-only but for the volume`,
      start: (command) => spawn('unshare', inside(ids, command), options),
      signal: signalInside,
    }
  return {
    sentence:
      'as an ordinary process, for this machine does not let a read-only file system be made (that needs root and unshare)',
    start: ([program = '', ...rest]) => spawn(program, rest, options),
    signal: (started, name) => void started.kill(name),
  }
}

/** `unshare` waits for the command and passes no signals on, so they go to its child. */
function signalInside({ pid }: ChildProcess, name: NodeJS.Signals): void {
  const children = join('/proc', String(pid), 'task', String(pid), 'children')
  const [child] = existsSync(children) ? readFileSync(children, 'utf8').split(' ') : []
  if (child) process.kill(Number(child), name)
}
