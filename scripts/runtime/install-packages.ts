import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** The systems on which programs can be installed with apt, told apart by where a Chromium comes from. */
export type AptSystem = 'debian' | 'ubuntu'

const longestMilliseconds = 600_000

/** Which of them this is, if any. */
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
 * Runs an installing command and shows what it says; whether it worked shows in what is there afterwards. A server
 * that doesn't answer holds it up for some seconds only.
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

/** A command as it is to be typed: with sudo for whoever is not root. */
export function asTyped(command: string, userId: number | undefined): string {
  return userId === 0 ? command : `sudo sh -c '${command}'`
}
