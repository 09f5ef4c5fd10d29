import type { BrowserWindowConstructorOptions } from 'electron'

import type { HeldTarget } from '../engine/targets.ts'
import { completeEvent, createEvent } from './event.ts'
import { PlacedWindow } from './placed-window.ts'
import { announcements, openWindows } from './registry.ts'
import { readyShellState } from './shell-state.ts'
import { checkWebPreferences } from './web-preferences.ts'
import { WebContents } from './web-contents.ts'
import { checkWindowOptions } from './window-options.ts'

let lastId = 0
let focused: BrowserWindow | undefined

/** `BrowserWindow`: a window with one page in it. */
export class BrowserWindow extends PlacedWindow {
  readonly id: number
  readonly webContents: WebContents
  #title: string
  #visible: boolean
  #destroyed = false

  /** `adopted` is the page's own target where a page opened the window. */
  constructor(options: BrowserWindowConstructorOptions = {}, adopted?: HeldTarget) {
    const { chromium, targets } = readyShellState('Cannot create BrowserWindow')
    checkWindowOptions(options)
    const preferences = checkWebPreferences(options.webPreferences)
    super(options, () => this.webContents.opened)
    this.id = lastId += 1
    const { width, height } = this.getBounds()
    this.#title = options.title ?? 'Electron'
    this.#visible = options.show ?? true
    this.webContents = new WebContents(preferences, async (session) => {
      const browserContextId = await session.browserContext(chromium)
      const context = browserContextId === undefined ? {} : { browserContextId }
      const target = adopted ?? (await targets.open({ width, height, ...context }))
      targets.whenGone(target.targetId, () => this.#end())
      return target
    })
    openWindows.set(this.id, this)
    announcements.emit('contents-created', this.webContents)
    announcements.emit('window-created', this)
    if (!chromium.headless || options.x !== undefined) this.setBounds({})
    if (options.kiosk) this.setKiosk(true)
    else if (options.fullscreen) this.setFullScreen(true)
    this.#follow()
    if (this.#visible) queueMicrotask(() => this.focus())
  }

  static getAllWindows(): BrowserWindow[] {
    return [...openWindows.values()]
  }

  static getFocusedWindow(): BrowserWindow | null {
    return focused ?? null
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null
  }

  static fromId(id: number): BrowserWindow | null {
    return openWindows.get(id) ?? null
  }

  /**
   * `query-session-end` and `session-end` come from Windows in Electron and from a test that emits them here, with
   * `{ reasons }` at most: what is missing of the event is added. After `session-end`, which every window hears, the
   * process ends at once unless it is quitting already.
   */
  override emit(name: string | symbol, ...given: unknown[]): boolean {
    if (name !== 'query-session-end' && name !== 'session-end') return super.emit(name, ...given)
    const [details = {}] = given
    const event = completeEvent({ reasons: ['logoff'] }, Object(details))
    if (name === 'query-session-end') return super.emit(name, event)
    const isHeard = BrowserWindow.getAllWindows().map((window) => window.#emitAsIs(name, event))
    announcements.emit('session-ended')
    return isHeard.includes(true)
  }

  #emitAsIs(name: string, event: object): boolean {
    return super.emit(name, event)
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  loadFile(path: string): Promise<void> {
    return this.webContents.loadFile(path)
  }

  reload(): void {
    this.webContents.reload()
  }

  /** Asks the app, then the page's `beforeunload`; closes if neither objects. */
  close(): void {
    if (this.#destroyed) return
    const event = createEvent()
    this.emit('close', event)
    if (event.defaultPrevented) announcements.emit('close-refused')
    else this.webContents.close({ waitForBeforeUnload: true })
  }

  /** Closes without asking anybody; `closed` is the only event of it. */
  destroy(): void {
    if (this.#destroyed) return
    this.webContents.close()
    this.#end()
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  show(): void {
    if (!this.#visible) {
      this.#visible = true
      this.emit('show')
    }
    this.focus()
  }

  showInactive(): void {
    if (this.#visible) return
    this.#visible = true
    this.emit('show')
  }

  /** Counts as hidden from here on; Chromium has no way to take a window off the screen and keep its page. */
  hide(): void {
    if (!this.#visible) return
    this.#visible = false
    this.emit('hide')
    this.blur()
  }

  focus(): void {
    if (this.#destroyed || focused === this) return
    focused?.blur()
    focusOn(this)
    this.webContents.focus()
    this.emit('focus')
    announcements.emit('window-focused', this)
  }

  blur(): void {
    if (focused !== this) return
    focused = undefined
    this.emit('blur')
    announcements.emit('window-blurred', this)
  }

  isFocused(): boolean {
    return focused === this
  }

  isVisible(): boolean {
    return this.#visible && !this.#destroyed
  }

  getTitle(): string {
    return this.#title
  }

  setTitle(title: string): void {
    this.#title = title
  }

  // There is no menu bar to show or to hide, and no frame whose colour could be seen.
  setMenu(): void {}
  removeMenu(): void {}
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}
  setBackgroundColor(): void {}

  isMenuBarVisible(): boolean {
    return false
  }

  /** Can't be had from Chromium; says so, because somebody may rely on it. */
  setContentProtection(isProtected: boolean): void {
    if (isProtected)
      console.error('[chromium-shell] setContentProtection has no effect: this window can be captured.')
  }

  capturePage(): Promise<object> {
    return this.webContents.capturePage()
  }

  #follow(): void {
    const { webContents: contents } = this
    this.on('resize', () => contents.refitZoom())
    contents.on('page-title-updated', (_event, title: string) => {
      const event = createEvent()
      this.emit('page-title-updated', event, title, true)
      if (!event.defaultPrevented) this.#title = title
    })
    contents.opened.then(
      (page) => {
        page.on('resized', () => void this.refreshBounds())
        if (!isWithheld('ready-to-show')) page.once('painted', () => this.emit('ready-to-show'))
      },
      () => this.#end(),
    )
  }

  #end(): void {
    if (this.#destroyed) return
    this.blur()
    this.#destroyed = true
    openWindows.delete(this.id)
    this.webContents.markDestroyed()
    this.emit('closed')
    if (openWindows.size === 0) announcements.emit('all-closed')
  }
}

/** Whether the environment asks the shell to keep back an event, as Electron does on some systems. */
function isWithheld(event: string): boolean {
  return (process.env['CHROMIUM_SHELL_WITHHOLD'] ?? '').split(',').includes(event)
}

function focusOn(window: BrowserWindow): void {
  focused = window
}
