import type { Rectangle } from 'electron'
import type { CdpSession } from '../engine/cdp.ts'
import type { Page } from '../engine/page.ts'
import { readyShellState } from './registry.ts'

/** The states a window can be in. */
export type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen'

type ChromiumBounds = { left: number; top: number; width: number; height: number; windowState: WindowState }

const leaving = { fullscreen: 'leave-full-screen', maximized: 'unmaximize', minimized: 'restore', normal: '' }
const entering = { fullscreen: 'enter-full-screen', maximized: 'maximize', minimized: 'minimize', normal: '' }

/** A window's bounds and state: known at once, and sent to Chromium as soon as the page is open. */
export class WindowFrame {
  bounds: Rectangle
  /** The bounds of the window when it is neither maximised, minimised nor full screen. */
  normalBounds: Rectangle
  state: WindowState = 'normal'
  /** The state that a minimised or full-screen window goes back to. */
  #before: WindowState = 'normal'
  readonly #smallest: { width: number; height: number }
  readonly #opened: () => Promise<Page>
  readonly #emit: (event: string) => void

  constructor(
    bounds: Rectangle,
    smallest: { width: number; height: number },
    opened: () => Promise<Page>,
    emit: (event: string) => void,
  ) {
    this.#smallest = smallest
    this.#opened = opened
    this.#emit = emit
    this.bounds = this.#within(bounds)
    this.normalBounds = this.bounds
  }

  /** Moves or resizes the window, no smaller than it may be. */
  place(wanted: Partial<Rectangle>): void {
    const before = this.bounds
    const bounds = this.#within({ ...before, ...wanted })
    this.bounds = bounds
    if (this.state === 'normal') this.normalBounds = bounds
    const { x: left, y: top, width, height } = bounds
    void this.#apply({ left, top, width, height }).then(() => this.#tellChange(before, bounds))
  }

  /** Changes the state, and emits the change once Chromium has done it. */
  turn(wanted: WindowState): void {
    const before = this.state
    const isBack = wanted === 'normal' && (before === 'minimized' || before === 'fullscreen')
    const state = isBack ? this.#before : wanted
    if (before === state) return
    const isPassing = state === 'minimized' || state === 'fullscreen'
    if (isPassing) this.#before = before
    this.state = state
    const change = async (): Promise<void> => {
      // Chromium changes from one special state to another only through the normal one.
      if (before !== 'normal' && state !== 'normal') await this.#apply({ windowState: 'normal' })
      await this.#apply({ windowState: state })
      await this.refresh()
      // Emits one event per change: the state that begins, or the state that ends.
      if (!isPassing && leaving[before]) this.#emit(leaving[before])
      if (!isBack && entering[state]) this.#emit(entering[state])
      this.#emit('resize')
    }
    void change()
  }

  /** Reads the bounds that Chromium gave the window; without an answer they stay unchanged. */
  async refresh(): Promise<void> {
    await this.#withWindow((_browser, _id, { left = 0, top = 0, width = 0, height = 0, windowState }) => {
      const before = this.bounds
      if (width > 0 && height > 0) this.bounds = { x: left, y: top, width, height }
      if (windowState !== 'normal' || this.state !== 'normal') return
      this.normalBounds = this.bounds
      this.#tellChange(before, this.bounds)
    })
  }

  #within({ x, y, width, height }: Rectangle): Rectangle {
    return {
      x: Math.round(x),
      y: Math.round(y),
      width: Math.round(Math.max(width, this.#smallest.width)),
      height: Math.round(Math.max(height, this.#smallest.height)),
    }
  }

  #tellChange(before: Rectangle, after: Rectangle): void {
    if (before.width !== after.width || before.height !== after.height) this.#emit('resize')
    if (before.x !== after.x || before.y !== after.y) this.#emit('move')
  }

  async #apply(bounds: Partial<ChromiumBounds>): Promise<void> {
    await this.#withWindow((browser, windowId) =>
      browser.send('Browser.setWindowBounds', { windowId, bounds }),
    )
  }

  /** Does something with Chromium's window; does nothing if it has closed meanwhile. */
  async #withWindow(
    work: (browser: CdpSession, windowId: number, bounds: Partial<ChromiumBounds>) => unknown,
  ) {
    try {
      const { targetId } = await this.#opened()
      const { browser } = readyShellState('no window yet').chromium
      const { windowId, bounds } = await browser.send('Browser.getWindowForTarget', { targetId })
      await work(browser, windowId, bounds)
    } catch {
      // The window has closed, so its bounds don't matter.
    }
  }
}
