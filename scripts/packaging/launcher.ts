import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The name of the program itself, which the launcher starts. */
export const programNameOf = (executableName: string): string => `${executableName}-app`

/**
 * Puts a launcher in the place of the packed program on Linux, and the program beside it under another name. Started
 * by the launcher, no process of Attune leaves a core dump.
 *
 * A limit of one byte is the only one that Linux also obeys if it passes core dumps on to a program. A computer without
 * `prlimit`, or with a lower limit already, gets a limit of zero, which systemd's program obeys too.
 */
export function installLauncher(appFolder: string, executableName: string): void {
  const program = programNameOf(executableName)
  renameSync(join(appFolder, executableName), join(appFolder, program))
  const lines = [
    '#!/bin/sh',
    '# Starts Attune without core dumps, which could hold the key of the vault.',
    'prlimit --pid $$ --core=1:1 2>/dev/null || ulimit -c 0',
    'here=$(dirname "$(readlink -f "$0")")',
    `exec "$here/${program}" "$@"`,
  ]
  writeFileSync(join(appFolder, executableName), `${lines.join('\n')}\n`, { mode: 0o755 })
}
