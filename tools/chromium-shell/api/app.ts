import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

import { GuardedEmitter, guarded, notImplemented } from './guard.ts'
import { InstanceLock } from './instance-lock.ts'
import { announcements, createEvent, livingUtilities, openWindows, shellState } from './registry.ts'

/** What the app's package.json says of it. */
export type AppDescription = { folder: string; name: string; version: string }

/** `App`: the life of the application. */
export class App extends GuardedEmitter {
  readonly isPackaged = false
  readonly commandLine = createCommandLine()
  readonly #ready = Promise.withResolvers<void>()
  readonly #lock = new InstanceLock(({ argv, workingDirectory, additionalData }) => {
    const tell = () => this.emit('second-instance', createEvent(), argv, workingDirectory, additionalData)
    void this.#ready.promise.then(tell)
  })
  #description: AppDescription = { folder: process.cwd(), name: 'Electron', version: '' }
  #isReady = false
  #quitting = false
  #exiting = false

  readonly whenReady = (): Promise<void> => this.#ready.promise
  readonly isReady = (): boolean => this.#isReady
  readonly getName = (): string => this.#description.name
  readonly getVersion = (): string => this.#description.version
  readonly getAppPath = (): string => this.#description.folder
  readonly hasSingleInstanceLock = (): boolean => this.#lock.isHeld

  constructor() {
    super('app', [
      ...'ready before-quit will-quit quit window-all-closed second-instance web-contents-created'.split(' '),
      // Comes on macOS only, in Electron too.
      'activate',
    ])
    announcements.on('contents-created', (contents) =>
      this.emit('web-contents-created', createEvent(), contents),
    )
    announcements.on('session-ended', () => {
      if (this.#quitting || this.#exiting) return
      // Electron leaves no time for anything here, listeners of `exit` included.
      process.removeAllListeners('exit')
      process.exit(0)
    })
    announcements.on('close-refused', () => {
      this.#quitting = false
    })
    announcements.on('all-closed', () => {
      if (this.#exiting) return
      if (this.#quitting) this.#leave()
      else if (!this.emit('window-all-closed')) this.quit()
    })
  }

  /** Tells what is run; called once, before the app's own code. */
  describe(description: AppDescription): void {
    this.#description = description
  }

  /** Tells that Chromium runs: the app is ready. */
  becomeReady(): void {
    mkdirSync(this.getPath('userData'), { recursive: true })
    this.#isReady = true
    this.emit('ready', createEvent(), {})
    this.#ready.resolve()
  }

  get name(): string {
    return this.#description.name
  }

  getPath(name: string): string {
    if (name === 'userData')
      return this.commandLine.getSwitchValue('user-data-dir') || join(configurationFolder(), this.name)
    return userFolder(name)
  }

  /** Every page is sandboxed by Chromium anyway, except where the shell runs as root. */
  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  requestSingleInstanceLock(additionalData: unknown = null): boolean {
    return this.#lock.request(this.getPath('userData'), additionalData)
  }

  /** The main process and the utility processes, by id, kind and name; asking for more of them throws. */
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
    /** What was added, for Chromium's own command line. */
    added: added as ReadonlyMap<string, string>,
    appendSwitch: (name: string, value = ''): void => void added.set(name.toLowerCase(), value),
    hasSwitch: (name: string): boolean => added.has(name) || given(name) !== undefined,
    getSwitchValue: (name: string): string => added.get(name) ?? given(name) ?? '',
  })
}

function configurationFolder(): string {
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}

/** A folder of the user's; documents and downloads are where the desktop's own file of such folders says. */
export function userFolder(name: string): string {
  if (name === 'home') return homedir()
  if (name === 'temp') return tmpdir()
  if (name === 'appData') return configurationFolder()
  const [kind, usual] =
    { documents: ['DOCUMENTS', 'Documents'], downloads: ['DOWNLOAD', 'Downloads'] }[name] ?? []
  if (!kind || !usual) throw notImplemented(`app.getPath('${name}')`)
  const file = join(configurationFolder(), 'user-dirs.dirs')
  const named = existsSync(file)
    ? new RegExp(`^XDG_${kind}_DIR="(.*)"$`, 'm').exec(readFileSync(file, 'utf8'))?.[1]
    : undefined
  return named?.replace('$HOME', homedir()) ?? join(homedir(), usual)
}

/** Electron's `app`. */
export const app = new App()
