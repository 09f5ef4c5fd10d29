import { mkdirSync } from 'node:fs'

import { CommandLine } from './command-line.ts'
import { createEvent } from './event.ts'
import { GuardedEmitter } from './guard.ts'
import { InstanceLock } from './instance-lock.ts'
import { Paths } from './paths.ts'
import { processMetrics } from './process-metrics.ts'
import { announcements, openWindows } from './registry.ts'
import { shellState } from './shell-state.ts'

const appEvents = [
  ...'will-finish-launching ready before-quit will-quit quit'.split(' '),
  ...'window-all-closed second-instance'.split(' '),
  ...'browser-window-created browser-window-focus browser-window-blur web-contents-created'.split(' '),
  ...'render-process-gone child-process-gone'.split(' '),
  // macOS only, or about certificates and logins of a network the shell doesn't reach.
  ...'activate open-file open-url certificate-error select-client-certificate login'.split(' '),
  ...'accessibility-support-changed gpu-info-update'.split(' '),
]

/** What the app's package.json says of it. */
export type AppDescription = { folder: string; name: string; version: string }

/** `App`: the life of the application. */
export class App extends GuardedEmitter {
  readonly commandLine = new CommandLine()
  readonly isPackaged = false
  readonly runningUnderARM64Translation = false
  userAgentFallback = ''
  applicationMenu: unknown = null
  readonly #paths = new Paths(() => this.name)
  readonly #lock = new InstanceLock(({ argv, workingDirectory, additionalData }) =>
    this.emit('second-instance', createEvent(), argv, workingDirectory, additionalData),
  )
  readonly #ready = Promise.withResolvers<void>()
  #description: AppDescription = { folder: process.cwd(), name: 'Electron', version: '' }
  #name: string | undefined
  #isReady = false
  #quitting = false
  #exiting = false

  constructor() {
    super('app', appEvents)
    announcements.on('window-created', (window) => this.emit('browser-window-created', createEvent(), window))
    announcements.on('window-focused', (window) => this.emit('browser-window-focus', createEvent(), window))
    announcements.on('window-blurred', (window) => this.emit('browser-window-blur', createEvent(), window))
    announcements.on('contents-created', (contents) =>
      this.emit('web-contents-created', createEvent(), contents),
    )
    announcements.on('contents-crashed', (contents, details) =>
      this.emit('render-process-gone', createEvent(), contents, details),
    )
    announcements.on('utility-gone', (details) => this.emit('child-process-gone', createEvent(), details))
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
    process.on('exit', () => this.#lock.release())
  }

  get name(): string {
    return this.#name ?? this.#description.name
  }

  set name(name: string) {
    this.#name = name
  }

  /** Tells what is run; called once, before the app's own code. */
  describe(description: AppDescription): void {
    this.#description = description
  }

  /** Tells that Chromium runs: the app is ready. */
  becomeReady(): void {
    mkdirSync(this.getPath('userData'), { recursive: true })
    this.#isReady = true
    this.emit('will-finish-launching')
    this.emit('ready', createEvent(), {})
    this.#ready.resolve()
  }

  whenReady(): Promise<void> {
    return this.#ready.promise
  }

  isReady(): boolean {
    return this.#isReady
  }

  getName(): string {
    return this.name
  }

  setName(name: string): void {
    this.#name = name
  }

  getVersion(): string {
    return this.#description.version
  }

  getAppPath(): string {
    return this.#description.folder
  }

  getPath(name: string): string {
    return this.#paths.get(name)
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }

  setAppLogsPath(path?: string): void {
    this.#paths.set('logs', path ?? this.#paths.get('logs'))
  }

  getLocale(): string {
    return this.commandLine.getSwitchValue('lang') || Intl.DateTimeFormat().resolvedOptions().locale
  }

  getSystemLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale
  }

  getLocaleCountryCode(): string {
    return new Intl.Locale(this.getSystemLocale()).region ?? ''
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getSystemLocale()]
  }

  isAccessibilitySupportEnabled(): boolean {
    return false
  }

  /** Every page is sandboxed by Chromium anyway, except where the shell runs as root. */
  enableSandbox(): void {}
  /** Windows only in Electron too. */
  setAppUserModelId(): void {}
  /** Software drawing is what headless Chromium does anyway. */
  disableHardwareAcceleration(): void {
    this.commandLine.appendSwitch('disable-gpu')
  }

  setAboutPanelOptions(options: object): void {
    this.#aboutPanel = options
  }

  showAboutPanel(): void {
    console.log(`[chromium-shell] about: ${JSON.stringify(this.#aboutPanel)}`)
  }

  requestSingleInstanceLock(additionalData: unknown = {}): boolean {
    return this.#lock.request(this.getPath('userData'), additionalData)
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock.isHeld
  }

  releaseSingleInstanceLock(): void {
    this.#lock.release()
  }

  getAppMetrics(): object[] {
    return processMetrics()
  }

  focus(): void {
    openWindows.values().next().value?.focus()
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
    const stopped = shellState()?.chromium.stop() ?? Promise.resolve()
    stopped.then(
      () => process.exit(code),
      () => process.exit(code || 1),
    )
  }

  #aboutPanel: object = {}

  #leave(): void {
    const event = createEvent()
    this.emit('will-quit', event)
    this.#quitting = false
    if (!event.defaultPrevented) this.exit(0)
  }
}

/** Electron's `app`. */
export const app = new App()
