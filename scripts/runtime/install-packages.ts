import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** The systems that install programs with apt; they differ in where Chromium comes from. */
export type AptSystem = 'debian' | 'ubuntu'

const longestMilliseconds = 600_000

/** The apt system of this machine, if it is one. */
export function findAptSystem(osRelease = '/etc/os-release'): AptSystem | undefined {
  if (!existsSync(osRelease)) return undefined
  const text = readFileSync(osRelease, 'utf8')
  const names = /^ID=(.*)$/m.exec(text)?.[1] ?? ''
  const likeNames = /^ID_LIKE=(.*)$/m.exec(text)?.[1] ?? ''
  const all = `${names} ${likeNames}`.replaceAll('"', ' ').split(/\s+/)
  if (all.includes('ubuntu')) return 'ubuntu'
  return all.includes('debian') ? 'debian' : undefined
}

/** The command that installs packages, to be run as root. */
export function aptCommand(packages: readonly string[]): string {
  return `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`
}

/**
 * Runs an install command and shows its output. The caller checks whether the program is there afterwards. A server
 * that doesn't answer delays it for some seconds only.
 */
export function runInstallCommand(command: string, environment: NodeJS.ProcessEnv): void {
  const impatient = 'apt-get -o Acquire::Retries=0 -o Acquire::http::Timeout=10 '
  spawnSync('/bin/sh', ['-c', command.replaceAll('apt-get ', impatient)], {
    stdio: 'inherit',
    timeout: longestMilliseconds,
    env: {
      ...environment,
      DEBIAN_FRONTEND: 'noninteractive',
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
    },
  })
}

/** A command as the user types it: with sudo unless the user is root. */
export function asTyped(command: string, userId: number | undefined): string {
  return userId === 0 ? command : `sudo sh -c '${command}'`
}
