import { spawn } from 'node:child_process'
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { fetchedElectron, putAside, wantedVersion } from './electron-binary.ts'
import type { Surroundings } from './surroundings.ts'
import { failsAgainWithin, type Verdict } from './verdict.ts'

const lookMilliseconds = 250
const progressMilliseconds = 5_000

/**
 * Fetches Electron's binary, unless that already failed today with about as much time. Does not fetch again one
 * that was fetched today and does not run (`isAgain`).
 */
export async function fetchElectron(
  surroundings: Surroundings,
  timeoutMilliseconds: number,
  isAgain = false,
): Promise<Verdict> {
  const { electronPackageFolder: folder, environment, memory, userId } = surroundings
  if (environment['ELECTRON_SKIP_BINARY_DOWNLOAD'])
    return { works: false, cause: 'network', reason: 'is not fetched (ELECTRON_SKIP_BINARY_DOWNLOAD is set)' }
  const key = [
    'fetch',
    folder,
    wantedVersion(folder),
    environment['ELECTRON_MIRROR'] ?? '',
    userId ?? '',
  ].join(' | ')
  const remembered = memory.recall(key)
  if (remembered?.works && isAgain)
    return { works: false, cause: 'damaged', reason: 'is damaged as it is fetched' }
  if (remembered && !remembered.works && failsAgainWithin(remembered, timeoutMilliseconds)) return remembered

  const before = putAsideIfPossible(folder)
  if (!before) return { works: false, cause: 'unknown', reason: "can't be fetched (its folder is read-only)" }
  const verdict = await runInstaller(surroundings, timeoutMilliseconds)
  if (verdict.works) before.remove()
  else before.restore()
  memory.remember(key, verdict)
  return verdict
}

function putAsideIfPossible(folder: string): ReturnType<typeof putAside> | undefined {
  try {
    return putAside(folder)
  } catch {
    return undefined
  }
}

/** Runs the package's own installer, and ends it if nothing arrives for a while or the time is over. */
async function runInstaller(surroundings: Surroundings, timeoutMilliseconds: number): Promise<Verdict> {
  const { electronPackageFolder: folder, environment, say, quietMilliseconds } = surroundings
  // The installer writes its archive into this folder, so its size can be watched and it is removed afterwards.
  const arriving = mkdtempSync(join(tmpdir(), 'attune-electron-'))
  const version = wantedVersion(folder)
  say(`Fetching Electron ${version} ...`)
  const child = spawn(process.execPath, [join(folder, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...environment,
      TMPDIR: arriving,
      TEMP: arriving,
      TMP: arriving,
      ELECTRON_GET_NO_PROGRESS: '1',
      NODE_USE_ENV_PROXY: '1',
    },
  })
  let errors = ''
  child.stderr.on('data', (text: Buffer) => {
    errors = `${errors}${text.toString()}`.slice(0, 10_000)
  })
  const started = Date.now()
  let [bytes, changedAt, saidAt] = [0, started, started]
  let cutOff: Verdict | undefined
  const look = setInterval(() => {
    const now = Date.now()
    const size = sizeOf(arriving) + sizeOf(join(folder, 'dist'))
    if (size !== bytes) [bytes, changedAt] = [size, now]
    if (bytes > 0 && now - saidAt >= progressMilliseconds) {
      say(`Fetching Electron ${version} ... ${Math.round(bytes / 1_000_000)} MB`)
      saidAt = now
    }
    const isOver = now - started >= timeoutMilliseconds
    const isQuiet = now - changedAt >= quietMilliseconds
    if (!isOver && !isQuiet) return
    const reason = isQuiet
      ? `could not be fetched (nothing came for ${Math.round((now - changedAt) / 1_000)} s)`
      : `could not be fetched within ${Math.round(timeoutMilliseconds / 1_000)} s`
    cutOff = {
      works: false,
      cause: 'network',
      reason,
      ...(isQuiet ? {} : { waitedMilliseconds: timeoutMilliseconds }),
    }
    child.kill('SIGKILL')
  }, lookMilliseconds)
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null))
    child.on('close', resolve)
  })
  clearInterval(look)
  rmSync(arriving, { recursive: true, force: true, maxRetries: 5 })
  if (cutOff) return cutOff
  if (code === 0 && fetchedElectron(folder)) return { works: true }
  return { works: false, cause: 'network', reason: `could not be fetched (${explainErrors(errors)})` }
}

function explainErrors(errors: string): string {
  const answered = /Response code (\d+)/.exec(errors)
  if (answered) return `the server answered ${answered[1]}`
  if (/did not match expected/i.test(errors)) return 'what arrived is not what was expected'
  if (/fetch failed/i.test(errors)) return "the server can't be reached"
  if (/terminated|premature/i.test(errors)) return 'the connection broke off'
  const [first = ''] = errors.trim().split('\n')
  return first.slice(0, 120) || 'what arrived is incomplete'
}

/** The bytes in a folder and its subfolders; 0 if it does not exist. */
function sizeOf(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce(
        (sum, entry) =>
          sum + (lstatSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0),
        0,
      )
  } catch {
    return 0
  }
}
