import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { app } from './app.ts'
import { displayArea } from './desktop.ts'
import { GuardedEmitter, notImplemented } from '../guard.ts'
import { createEvent, openWindows, readyShellState } from './registry.ts'
import { WebContents } from './web-contents.ts'
import { WindowFrame } from './window-frame.ts'

const acceptedOptions = new Set(
  'x y width height minWidth minHeight title show backgroundColor webPreferences'.split(' '),
)
// The values that the shell supports; it refuses any other value instead of ignoring it.
const keptPreferences = { contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false }
const freePreferences = new Set(['preload', 'session', 'devTools', 'zoomFactor'])

let lastId = 0
let focused: BrowserWindow | undefined

/** `BrowserWindow`: a window with one page in it. */
export class BrowserWindow extends GuardedEmitter {
  readonly id: number
  readonly webContents: WebContents
  readonly #frame: WindowFrame
  #isVisible: boolean
  #isDestroyed = false

  readonly loadURL = (url: string, options?: object): Promise<void> => this.webContents.loadURL(url, options)
  readonly isDestroyed = (): boolean => this.#isDestroyed
  readonly isVisible = (): boolean => this.#isVisible && !this.#isDestroyed
  readonly isFocused = (): boolean => focused === this
  readonly isMinimized = (): boolean => this.#frame.state === 'minimized'
  readonly isMaximized = (): boolean => this.#frame.state === 'maximized'
  readonly isFullScreen = (): boolean => this.#frame.state === 'fullscreen'
  readonly minimize = (): void => this.#frame.turn('minimized')
  readonly restore = (): void => void (this.isMinimized() && this.#frame.turn('normal'))
  readonly unmaximize = (): void => void (this.isMaximized() && this.#frame.turn('normal'))
  readonly getBounds = (): Rectangle => ({ ...this.#frame.bounds })
  readonly getNormalBounds = (): Rectangle => ({ ...this.#frame.normalBounds })
  readonly getSize = (): number[] => [this.#frame.bounds.width, this.#frame.bounds.height]
  readonly setBounds = (bounds: Partial<Rectangle>): void => this.#frame.place(bounds)

  constructor(options: BrowserWindowConstructorOptions = {}) {
    const { chromium, targets } = readyShellState('Cannot create BrowserWindow before app is ready')
    checkOptions(options)
    super('BrowserWindow', [
      ...'close closed ready-to-show show focus blur resize move query-session-end session-end'.split(' '),
      ...'maximize unmaximize minimize restore enter-full-screen leave-full-screen'.split(' '),
    ])
    this.id = lastId += 1
    this.#isVisible = options.show ?? true
    const { width = 800, height = 600, minWidth = 0, minHeight = 0 } = options
    // As in Electron, a window that isn't placed is in the middle.
    const { x = (displayArea.width - width) / 2, y = (displayArea.height - height) / 2 } = options
    this.#frame = new WindowFrame(
      { x, y, width, height },
      { width: minWidth, height: minHeight },
      () => this.webContents.opened,
      (event) => this.emit(event),
    )
    this.webContents = new WebContents({ ...keptPreferences, ...options.webPreferences }, async () => {
      const size = { width: this.#frame.bounds.width, height: this.#frame.bounds.height }
      const target = await targets.open(size)
      targets.whenGone(target.targetId, () => this.#end())
      return target
    })
    openWindows.set(this.id, this)
    app.emit('web-contents-created', createEvent(), this.webContents)
    app.emit('browser-window-created', createEvent(), this)
    if (!chromium.headless || options.x !== undefined) this.setBounds({})
    this.#follow()
    if (this.#isVisible) queueMicrotask(() => this.focus())
  }

  static readonly getAllWindows = (): BrowserWindow[] =>
    [...openWindows.values()].filter((window) => window instanceof BrowserWindow)

  static readonly fromWebContents = (contents: WebContents): BrowserWindow | null =>
    BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null

  /**
   * In Electron `query-session-end` and `session-end` come from Windows; here a test emits them, with `{ reasons }` at
   * most, and the shell adds the other members of the event. After `session-end`, which every window hears, the
   * process ends at once unless it is quitting already.
   */
  override emit(name: string | symbol, ...given: unknown[]): boolean {
    if (name !== 'query-session-end' && name !== 'session-end') return super.emit(name, ...given)
    const details: { reasons?: string[]; preventDefault?: unknown } = Object(given[0] ?? {})
    details.reasons ??= ['logoff']
    const event = details.preventDefault === undefined ? createEvent(details) : details
    if (name === 'query-session-end') return super.emit(name, event)
    const isHeard = BrowserWindow.getAllWindows().map((window) => window.#emitAsIs(name, event))
    app.endWithSession()
    return isHeard.includes(true)
  }

  readonly #emitAsIs = (name: string, event: object): boolean => super.emit(name, event)

  /** Asks the app, then the page's `beforeunload`; closes if neither objects. */
  close(): void {
    if (this.#isDestroyed) return
    const event = createEvent()
    this.emit('close', event)
    if (event.defaultPrevented) app.noteRefusal()
    else this.webContents.close({ waitForBeforeUnload: true })
  }

  /** Closes without asking; emits only `closed`. */
  destroy(): void {
    if (this.#isDestroyed) return
    this.webContents.close()
    this.#end()
  }

  show(): void {
    this.#reveal()
    this.focus()
  }

  focus(): void {
    if (this.#isDestroyed || focused === this) return
    if (focused) focused.#blur()
    focusOn(this)
    this.webContents.focus()
    this.emit('focus')
  }

  /** Shows the window, too, as in Electron, but doesn't focus it. */
  maximize(): void {
    this.#frame.turn('maximized')
    this.#reveal()
  }

  setFullScreen(isFullScreen: boolean): void {
    if (isFullScreen !== this.isFullScreen()) this.#frame.turn(isFullScreen ? 'fullscreen' : 'normal')
  }

  /** Chromium doesn't support this; the shell says so, because somebody may rely on it. */
  setContentProtection(isProtected: boolean): void {
    if (isProtected)
      console.error('[chromium-shell] setContentProtection has no effect: this window can be captured.')
  }

  #follow(): void {
    const { webContents: contents } = this
    this.on('resize', () => contents.refitZoom())
    contents.opened.then(
      (page) => {
        page.on('resized', () => void this.#frame.refresh())
        if (!isWithheld('ready-to-show')) page.once('painted', () => this.emit('ready-to-show'))
      },
      () => this.#end(),
    )
  }

  #reveal(): void {
    if (this.#isVisible) return
    this.#isVisible = true
    this.emit('show')
  }

  #blur(): void {
    if (focused !== this) return
    focusOn(undefined)
    this.emit('blur')
  }

  #end(): void {
    if (this.#isDestroyed) return
    this.#blur()
    this.#isDestroyed = true
    openWindows.delete(this.id)
    this.webContents.markDestroyed()
    this.emit('closed')
    if (openWindows.size === 0) app.noteAllClosed()
  }
}

function focusOn(window: BrowserWindow | undefined): void {
  focused = window
}

/** Whether the environment asks the shell to withhold an event, as Electron does on some systems. */
function isWithheld(event: string): boolean {
  return (process.env['CHROMIUM_SHELL_WITHHOLD'] ?? '').split(',').includes(event)
}

/** Throws for the first option of a window or its page that the shell doesn't support. */
function checkOptions(options: BrowserWindowConstructorOptions): void {
  for (const [name, value] of Object.entries(options))
    if (value !== undefined && !acceptedOptions.has(name))
      throw notImplemented(`BrowserWindow option '${name}: ${String(value)}'`)
  const kept = { ...keptPreferences, spellcheck: false }
  for (const [name, value] of Object.entries(options.webPreferences ?? {}))
    if (value !== undefined && !freePreferences.has(name) && Reflect.get(kept, name) !== value)
      throw notImplemented(`webPreferences.${name}: ${String(value)}`)
}
