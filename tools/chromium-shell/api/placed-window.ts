import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'

import type { Page } from '../engine/page.ts'
import { GuardedEmitter } from './guard.ts'
import { WindowFrame } from './window-frame.ts'

const windowEvents = [
  ...'close closed ready-to-show show hide focus blur page-title-updated'.split(' '),
  ...'resize resized move moved maximize unmaximize minimize restore'.split(' '),
  ...'enter-full-screen leave-full-screen enter-html-full-screen leave-html-full-screen'.split(' '),
  // Windows and macOS only, or sent when a page hangs, which the shell doesn't watch for.
  ...'session-end query-session-end app-command unresponsive responsive'.split(' '),
]

/** The part of `BrowserWindow` that is about where it is and in which state. */
export class PlacedWindow extends GuardedEmitter {
  readonly #frame: WindowFrame
  readonly #isLimitedTo: { resizable: boolean; closable: boolean }
  #kiosk = false

  /** The page is opened by the window that this is part of; nothing is asked of it before it is. */
  constructor(options: BrowserWindowConstructorOptions, opened: () => Promise<Page>) {
    super('BrowserWindow', windowEvents)
    const { width = 800, height = 600, x = 0, y = 0 } = options
    this.#isLimitedTo = { resizable: options.resizable ?? true, closable: options.closable ?? true }
    this.#frame = new WindowFrame({ x, y, width, height }, opened, (event) => this.emit(event))
    const { minWidth = 0, minHeight = 0, maxWidth = Infinity, maxHeight = Infinity } = options
    this.#frame.limits = { minWidth, minHeight, maxWidth, maxHeight }
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

  /** Reads where the window manager has put the window; what can't be read stays as it was. */
  async refreshBounds(): Promise<void> {
    await this.#frame.refresh().catch(() => undefined)
  }
}
