import { spawnSync } from 'node:child_process'

import { aptCommand, asTyped, findAptSystem, runInstallCommand } from './install-packages.ts'

/** Whether system calls can be watched: only Linux has strace. */
export function hasStrace(): boolean {
  return spawnSync('strace', ['--version']).status === 0
}

/**
 * Ensures that Linux has strace, which the tests need to prove that nothing leaves the computer. Installs it if it can
 * do so without asking (Debian and Ubuntu, as root); otherwise throws an error with the command to run.
 */
export function ensureStrace(environment: NodeJS.ProcessEnv = process.env): void {
  if (process.platform !== 'linux' || hasStrace()) return
  const command = aptCommand(['strace'])
  const userId = process.getuid?.()
  const isApt = findAptSystem() !== undefined
  if (isApt && userId === 0) {
    console.log(`Installing strace, which one of the tests needs: ${command}`)
    runInstallCommand(command, environment)
  }
  if (hasStrace()) return
  const how = isApt ? `Run: ${asTyped(command, userId)}` : 'Install it with the tool of your system.'
  throw new Error(`The test that nothing leaves this computer needs strace. ${how}`)
}
