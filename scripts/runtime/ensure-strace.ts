import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const installCommand = 'apt-get update && apt-get install -y --no-install-recommends strace'

/** Whether system calls can be watched: only Linux has strace. */
export function hasStrace(): boolean {
  return spawnSync('strace', ['--version']).status === 0
}

/**
 * Makes sure of strace on Linux, by which the tests prove that nothing leaves the computer. Installs it where that can
 * be done without asking (Debian, as root); throws with the command to run where it can't.
 */
export function ensureStrace(environment: NodeJS.ProcessEnv = process.env): void {
  if (process.platform !== 'linux' || hasStrace()) return
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log(`Installing strace, which one of the tests needs: ${installCommand}`)
    spawnSync('/bin/sh', ['-c', installCommand], {
      stdio: 'inherit',
      env: { ...environment, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  if (!hasStrace())
    throw new Error(
      `The test that nothing leaves this computer needs strace. Run: sudo sh -c '${installCommand}'`,
    )
}
