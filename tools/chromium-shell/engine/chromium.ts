import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { Readable, Writable } from 'node:stream'
import { CdpConnection, type CdpSession } from './cdp.ts'
import { chromiumFlags, type Switches } from './flags.ts'
import { createProfile, guardProfile } from './profile.ts'

/** The running Chromium. */
export type Chromium = {
  readonly browser: CdpSession
  readonly connection: CdpConnection
  /** Chromium's own version, such as `156.0.8078.79`. */
  readonly version: string
  readonly headless: boolean
  /** Opens a window without tabs or address bar; it appears as a new target. */
  openAppWindow: (address: string) => void
  /** Ends Chromium; resolves when it has ended. */
  stop: () => Promise<void>
}

/** Whether windows can be shown: there is a display, and `ATTUNE_HEADLESS` is not set. */
export function hasDisplay(): boolean {
  const { ATTUNE_HEADLESS: headless, DISPLAY: x11, WAYLAND_DISPLAY: wayland } = process.env
  return headless !== '1' && (process.platform !== 'linux' || Boolean(x11 ?? wayland))
}

/** Starts Chromium; rejects if it is missing or ends at once. Calls `onCrash` if it ends unexpectedly. */
export async function startChromium(options: {
  appSwitches: Switches
  argumentsGiven: readonly string[]
  onCrash: (line: string) => void
}): Promise<Chromium> {
  const { appSwitches, argumentsGiven, onCrash } = options
  const executable = findChromium()
  const headless = !hasDisplay()
  const profile = createProfile()
  // Its own process group: Ctrl+C in the terminal reaches only the app, which then closes its windows.
  const child = spawn(executable, chromiumFlags({ profile, headless, appSwitches, argumentsGiven }), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
  })
  const [, , errors, output, input] = child.stdio
  if (!(output instanceof Writable && input instanceof Readable && errors instanceof Readable))
    throw new Error('chromium-shell could not open its pipes to Chromium')
  guardProfile(profile, child.pid)

  const lastLines: string[] = []
  createInterface({ input: errors }).on('line', (line) => {
    // A tool that drives the app over the debugging port waits for this line.
    if (line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`)
    lastLines.push(line)
    if (lastLines.length > 5) lastLines.shift()
  })

  let stopping = false
  const ended = new Promise<string>((resolve) => {
    child.on('error', (cause) => resolve(`Chromium could not be started: ${cause.message}`))
    child.on('exit', (code, signal) =>
      resolve(`Chromium ended unexpectedly (${signal ?? `exit code ${code}`}).\n${lastLines.join('\n')}`),
    )
  })
  const connection = new CdpConnection(output, input)
  const browser = connection.session()
  const { product } = await browser.send('Browser.getVersion').catch(async () => {
    throw new Error(await ended)
  })
  const version = product.split('/')[1] ?? product
  void ended.then((line) => {
    if (!stopping) onCrash(line)
  })

  const stop = async (): Promise<void> => {
    stopping = true
    browser.post('Browser.close')
    const timer = setTimeout(() => child.kill('SIGKILL'), 2000)
    await ended
    clearTimeout(timer)
  }
  const openAppWindow = (address: string): void => {
    // A second start with the same profile passes its request to the running Chromium and ends.
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const wish = spawn(executable, [`--user-data-dir=${profile}`, `--app=${address}`, ...root], {
      stdio: 'ignore',
    })
    wish.on('error', (cause) => onCrash(`A window could not be opened: ${cause.message}`))
  }
  return { browser, connection, version, headless, openAppWindow, stop }
}

/** The path of the Chromium to run: `ATTUNE_CHROMIUM` if set, else the first one on the path. */
function findChromium(): string {
  const search = 'command -v chromium || command -v chromium-browser || command -v google-chrome'
  const found =
    process.env['ATTUNE_CHROMIUM'] ?? spawnSync('/bin/sh', ['-c', search], { encoding: 'utf8' }).stdout
  if (found.trim()) return found.trim()
  throw new Error(
    'chromium-shell needs Chromium: `apt-get install chromium`, or set ATTUNE_CHROMIUM to its path.',
  )
}
