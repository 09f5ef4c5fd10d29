import type { Rectangle } from 'electron'

import type { Page } from '../engine/page.ts'
import { readyShellState } from './shell-state.ts'

/** The states a window can be in. */
export type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen'

type Limits = { minWidth: number; minHeight: number; maxWidth: number; maxHeight: number }

/** Where a window is and in which state: known at once, and carried over to Chromium as soon as the page is open. */
export class WindowFrame {
  bounds: Rectangle
  /** The bounds it has, or goes back to, when it is neither maximised, minimised nor full screen. */
  normalBounds: Rectangle
  state: WindowState = 'normal'
  limits: Limits = { minWidth: 0, minHeight: 0, maxWidth: Infinity, maxHeight: Infinity }
  readonly #opened: () => Promise<Page>
  readonly #tell: (event: string) => void

  constructor(bounds: Rectangle, opened: () => Promise<Page>, tell: (event: string) => void) {
    this.bounds = bounds
    this.normalBounds = bounds
    this.#opened = opened
    this.#tell = tell
  }

  /** Moves or resizes the window, within its limits. */
  place(wanted: Partial<Rectangle>): void {
    const { minWidth, minHeight, maxWidth, maxHeight } = this.limits
    const { x, y, width, height } = { ...this.bounds, ...wanted }
    const bounds = {
      x: Math.round(x),
      y: Math.round(y),
      width: Math.round(Math.min(Math.max(width, minWidth), maxWidth || Infinity)),
      height: Math.round(Math.min(Math.max(height, minHeight), maxHeight || Infinity)),
    }
    const before = this.bounds
    this.bounds = bounds
    if (this.state === 'normal') this.normalBounds = bounds
    const { x: left, y: top } = bounds
    void this.#apply({ left, top, width: bounds.width, height: bounds.height }).then(() => {
      if (before.width !== bounds.width || before.height !== bounds.height) this.#tell('resize')
      if (before.x !== bounds.x || before.y !== bounds.y) this.#tell('move')
    })
  }

  /** Changes the state and tells so once Chromium has done it. */
  turn(state: WindowState): void {
    const before = this.state
    if (before === state) return
    this.state = state
    const change = async (): Promise<void> => {
      // Chromium goes from one special state to another by way of the normal one only.
      if (before !== 'normal' && state !== 'normal') await this.#apply({ windowState: 'normal' })
      await this.#apply({ windowState: state })
      await this.refresh()
      for (const event of eventsOf(before, state)) this.#tell(event)
    }
    void change()
  }

  /** Reads the bounds Chromium gave the window. */
  async refresh(): Promise<void> {
    const page = await this.#opened()
    const { browser } = readyShellState('window bounds').chromium
    const { bounds } = await browser.send('Browser.getWindowForTarget', { targetId: page.targetId })
    const { left = 0, top = 0, width = 0, height = 0, windowState = 'normal' } = bounds
    if (width > 0 && height > 0) this.bounds = { x: left, y: top, width, height }
    if (windowState === 'normal' && this.state === 'normal') this.normalBounds = this.bounds
  }

  async #apply(bounds: {
    left?: number
    top?: number
    width?: number
    height?: number
    windowState?: WindowState
  }): Promise<void> {
    try {
      const page = await this.#opened()
      const { browser } = readyShellState('window bounds').chromium
      const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId: page.targetId })
      await browser.send('Browser.setWindowBounds', { windowId, bounds })
    } catch {
      // The window has gone meanwhile, and where it would have been matters to nobody.
    }
  }
}

function eventsOf(before: WindowState, after: WindowState): string[] {
  const leaving = {
    fullscreen: ['leave-full-screen'],
    maximized: ['unmaximize'],
    minimized: ['restore'],
    normal: [],
  }
  const entering = {
    fullscreen: ['enter-full-screen'],
    maximized: ['maximize'],
    minimized: ['minimize'],
    normal: [],
  }
  return [...leaving[before], ...entering[after], 'resize']
}
