import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { GuardedEmitter, guarded, notImplemented } from '../guard.ts'
import { InstanceLock } from './instance-lock.ts'
import { createEvent, livingUtilities, openWindows, shellState } from './registry.ts'

/** What the app's package.json says about it. */
export type AppDescription = { folder: string; name: string; version: string }

/** `App`: the life of the application. */
export class App extends GuardedEmitter {
  readonly isPackaged = false
  readonly commandLine = createCommandLine()
  readonly #ready = Promise.withResolvers<void>()
  readonly #lock = new InstanceLock(({ argv, workingDirectory, additionalData }) => {
    const announce = () => this.emit('second-instance', createEvent(), argv, workingDirectory, additionalData)
    void this.#ready.promise.then(announce)
  })
  #description: AppDescription = { folder: process.cwd(), name: 'Electron', version: '' }
  #isReady = false
  #quitting = false
  #exiting = false

  /** Sets the app that runs; called once, before the app's own code. */
  readonly describe = (description: AppDescription): void => void (this.#description = description)
  /** Called when a window or its page refuses to close: cancels quitting. */
  readonly noteRefusal = (): void => void (this.#quitting = false)
  readonly whenReady = (): Promise<void> => this.#ready.promise
  readonly isReady = (): boolean => this.#isReady
  readonly getName = (): string => this.#description.name
  readonly getVersion = (): string => this.#description.version
  readonly getAppPath = (): string => this.#description.folder

  constructor() {
    super('app', [
      ...'ready before-quit will-quit quit window-all-closed second-instance web-contents-created'.split(' '),
      // The first comes on macOS only, in Electron too.
      ...'activate browser-window-created'.split(' '),
    ])
  }

  /** Called when Windows, or a test, ends the user's session. Electron then ends at once. */
  endWithSession(): void {
    if (this.#quitting || this.#exiting) return
    process.removeAllListeners('exit')
    process.exit(0)
  }

  /** Called when the last window has closed. */
  noteAllClosed(): void {
    if (this.#exiting) return
    if (this.#quitting) this.#leave()
    else if (!this.emit('window-all-closed')) this.quit()
  }

  /** Called when Chromium runs: makes the app ready. */
  becomeReady(): void {
    mkdirSync(this.getPath('userData'), { recursive: true })
    this.#isReady = true
    this.emit('ready', createEvent(), {})
    this.#ready.resolve()
  }

  getPath(name: string): string {
    if (name === 'userData')
      return this.commandLine.getSwitchValue('user-data-dir') || join(userFolder('appData'), this.getName())
    return userFolder(name)
  }

  /** Chromium sandboxes every page anyway, except if the shell runs as root. */
  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  requestSingleInstanceLock(additionalData: unknown = null): boolean {
    return this.#lock.request(this.getPath('userData'), additionalData)
  }

  /** The main process and the utility processes, by id, kind and name; reading anything else of them throws. */
  getAppMetrics(): object[] {
    const main = { pid: process.pid, type: 'Browser', name: undefined }
    const utilities = [...livingUtilities].map((utility) => ({ type: 'Utility', ...utility }))
    return [main, ...utilities].map((metric) => guarded('ProcessMetric', metric))
  }

  /** Closes every window and ends, unless a listener of `before-quit`, `close` or `will-quit` prevents it. */
  quit(): void {
    if (this.#quitting || this.#exiting) return
    const event = createEvent()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#quitting = true
    if (openWindows.size === 0) return this.#leave()
    for (const window of openWindows.values()) if (this.#quitting) window.close()
  }

  /** Ends at once with an exit code: no window is asked, `before-quit` and `will-quit` aren't emitted, `quit` is. */
  exit(code = 0): void {
    if (this.#exiting) return
    this.#exiting = true
    for (const window of openWindows.values()) window.destroy()
    this.emit('quit', createEvent(), code)
    const end = () => process.exit(code)
    Promise.resolve(shellState()?.chromium.stop()).then(end, end)
  }

  #leave(): void {
    const event = createEvent()
    this.emit('will-quit', event)
    this.#quitting = false
    if (!event.defaultPrevented) this.exit(0)
  }
}

/** `CommandLine`: the switches the app was started with and those it adds for Chromium before it is ready. */
function createCommandLine() {
  const added = new Map<string, string>()
  const given = (name: string): string | undefined =>
    process.argv
      .find((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`))
      ?.slice(name.length + 3)
  return guarded('app.commandLine', {
    /** The added switches, for Chromium's own command line. */
    added: added as ReadonlyMap<string, string>,
    appendSwitch: (name: string, value = ''): void => void added.set(name.toLowerCase(), value),
    getSwitchValue: (name: string): string => added.get(name) ?? given(name) ?? '',
  })
}

/** The path of one of the user's folders. */
export function userFolder(name: string): string {
  const folders: Record<string, string> = {
    home: homedir(),
    temp: tmpdir(),
    appData: process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'),
    documents: join(homedir(), 'Documents'),
    downloads: join(homedir(), 'Downloads'),
  }
  const folder = folders[name]
  if (folder === undefined) throw notImplemented(`app.getPath('${name}')`)
  return folder
}

/** Electron's `app`. */
export const app = new App()
