import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'

import type { HeldTarget } from '../engine/targets.ts'
import { createEvent } from './event.ts'
import { GuardedEmitter } from './guard.ts'
import { announcements, openWindows } from './registry.ts'
import { readyShellState } from './shell-state.ts'
import { checkWebPreferences } from './web-preferences.ts'
import { WebContents } from './web-contents.ts'
import { WindowFrame } from './window-frame.ts'
import { checkWindowOptions } from './window-options.ts'

const windowEvents = [
  ...'close closed ready-to-show show hide focus blur page-title-updated'.split(' '),
  ...'resize resized move moved maximize unmaximize minimize restore'.split(' '),
  ...'enter-full-screen leave-full-screen enter-html-full-screen leave-html-full-screen'.split(' '),
  // Windows and macOS only, or sent when a page hangs, which the shell doesn't watch for.
  ...'session-end query-session-end app-command unresponsive responsive'.split(' '),
]

let lastId = 0
let focused: BrowserWindow | undefined

/** `BrowserWindow`: a window with one page in it. */
export class BrowserWindow extends GuardedEmitter {
  readonly id: number
  readonly webContents: WebContents
  readonly #frame: WindowFrame
  readonly #isLimitedTo: { resizable: boolean; closable: boolean }
  #title: string
  #visible: boolean
  #kiosk = false
  #destroyed = false

  /** `adopted` is the page's own target where a page opened the window. */
  constructor(options: BrowserWindowConstructorOptions = {}, adopted?: HeldTarget) {
    super('BrowserWindow', windowEvents)
    const { chromium, targets } = readyShellState('Cannot create BrowserWindow')
    checkWindowOptions(options)
    const preferences = checkWebPreferences(options.webPreferences)
    this.id = lastId += 1
    const { width = 800, height = 600, x = 0, y = 0 } = options
    this.#title = options.title ?? 'Electron'
    this.#visible = options.show ?? true
    this.#isLimitedTo = { resizable: options.resizable ?? true, closable: options.closable ?? true }
    this.webContents = new WebContents(preferences, async (session) => {
      const browserContextId = await session.browserContext(chromium)
      const context = browserContextId === undefined ? {} : { browserContextId }
      const target = adopted ?? (await targets.open({ width, height, ...context }))
      targets.whenGone(target.targetId, () => this.#end())
      return target
    })
    this.#frame = new WindowFrame({ x, y, width, height }, this.webContents.opened, (event) => {
      if (event === 'resize') this.webContents.refitZoom()
      this.emit(event)
    })
    const { minWidth = 0, minHeight = 0, maxWidth = Infinity, maxHeight = Infinity } = options
    this.#frame.limits = { minWidth, minHeight, maxWidth, maxHeight }
    openWindows.set(this.id, this)
    announcements.emit('contents-created', this.webContents)
    announcements.emit('window-created', this)
    if (!chromium.headless || options.x !== undefined) this.#frame.place({})
    if (options.fullscreen || options.kiosk) this.setFullScreen(true)
    this.#kiosk = options.kiosk ?? false
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

  isMinimized(): boolean {
    return this.#frame.state === 'minimized'
  }

  isMaximized(): boolean {
    return this.#frame.state === 'maximized'
  }

  isFullScreen(): boolean {
    return this.#frame.state === 'fullscreen'
  }

  isNormal(): boolean {
    return this.#frame.state === 'normal'
  }

  isKiosk(): boolean {
    return this.#kiosk
  }

  minimize(): void {
    this.#frame.turn('minimized')
  }

  maximize(): void {
    this.#frame.turn('maximized')
  }

  unmaximize(): void {
    if (this.isMaximized()) this.#frame.turn('normal')
  }

  restore(): void {
    if (this.isMinimized()) this.#frame.turn('normal')
  }

  setFullScreen(isFullScreen: boolean): void {
    if (isFullScreen !== this.isFullScreen()) this.#frame.turn(isFullScreen ? 'fullscreen' : 'normal')
  }

  /** Full screen is as near as Chromium comes to a kiosk: the window manager's own keys still work. */
  setKiosk(isKiosk: boolean): void {
    this.#kiosk = isKiosk
    this.setFullScreen(isKiosk)
  }

  getBounds(): Rectangle {
    return { ...this.#frame.bounds }
  }

  getNormalBounds(): Rectangle {
    return { ...this.#frame.normalBounds }
  }

  getContentBounds(): Rectangle {
    return this.getBounds()
  }

  getSize(): number[] {
    return [this.#frame.bounds.width, this.#frame.bounds.height]
  }

  getPosition(): number[] {
    return [this.#frame.bounds.x, this.#frame.bounds.y]
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#frame.place(bounds)
  }

  setSize(width: number, height: number): void {
    this.#frame.place({ width, height })
  }

  setPosition(x: number, y: number): void {
    this.#frame.place({ x, y })
  }

  setMinimumSize(minWidth: number, minHeight: number): void {
    this.#frame.limits = { ...this.#frame.limits, minWidth, minHeight }
  }

  getMinimumSize(): number[] {
    return [this.#frame.limits.minWidth, this.#frame.limits.minHeight]
  }

  isResizable(): boolean {
    return this.#isLimitedTo.resizable
  }

  isClosable(): boolean {
    return this.#isLimitedTo.closable
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
    contents.once('did-finish-load', () => this.emit('ready-to-show'))
    contents.on('page-title-updated', (_event, title: string) => {
      const event = createEvent()
      this.emit('page-title-updated', event, title, true)
      if (!event.defaultPrevented) this.#title = title
    })
    contents.opened.then(
      (page) => page.on('resized', () => void this.#frame.refresh().catch(() => undefined)),
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

function focusOn(window: BrowserWindow): void {
  focused = window
}
