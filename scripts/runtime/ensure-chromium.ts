import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const installCommand = 'apt-get update && apt-get install -y --no-install-recommends chromium'

/**
 * The path of a Chromium: `ATTUNE_CHROMIUM`, else the first on the path, else one installed now where that can be done
 * without asking (Debian, as root). Throws with the command to run where it can't.
 */
export function ensureChromium(environment: NodeJS.ProcessEnv = process.env): string {
  const found = findChromium(environment)
  if (found) return found
  const isDebian = existsSync('/etc/debian_version')
  if (!isDebian || process.getuid?.() !== 0) throw new Error(adviceFor(isDebian))
  console.log(`Installing Chromium, which the app's windows need here: ${installCommand}`)
  spawnSync('/bin/sh', ['-c', installCommand], {
    stdio: 'inherit',
    env: { ...environment, DEBIAN_FRONTEND: 'noninteractive' },
  })
  const installed = findChromium(environment)
  if (!installed) throw new Error(adviceFor(isDebian))
  return installed
}

/** The Chromium that is there, if any. */
export function findChromium(environment: NodeJS.ProcessEnv): string | undefined {
  if (environment['ATTUNE_CHROMIUM']) return environment['ATTUNE_CHROMIUM']
  const folders = (environment['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable)
}

function adviceFor(isDebian: boolean): string {
  const how = isDebian
    ? `Run: sudo sh -c '${installCommand}'`
    : 'Install Chromium or Chrome, or set ATTUNE_CHROMIUM to the path of one.'
  return `Neither Electron's own binary nor Chromium can be had here. ${how}`
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
