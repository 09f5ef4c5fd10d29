import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { PrintToPDFOptions, WebPreferences } from 'electron'

import type { Frame } from '../engine/frames.ts'
import { Page } from '../engine/page.ts'
import { type PreloadScripts, preloadScripts } from '../engine/preload-source.ts'
import type { HeldTarget } from '../engine/targets.ts'
import { contentsEvents } from './contents-events.ts'
import { createEvent } from './event.ts'
import { GuardedEmitter, guarded } from './guard.ts'
import { createIpcMain } from './ipc-main.ts'
import { deliver } from './ipc-delivery.ts'
import { LoadError } from './load-errors.ts'
import { createRequestPolicy, PlannedLoads } from './navigation.ts'
import { nativeTheme } from './native-theme.ts'
import { printParameters } from './print-options.ts'
import { announcements, livingContents } from './registry.ts'
import { Session, session as sessions } from './session.ts'
import { readyShellState } from './shell-state.ts'
import { WebFrameMain } from './web-frame-main.ts'
import type { WindowOpenHandler } from './window-open.ts'
import { Zoom } from './zoom.ts'

let lastId = 0

/** `WebContents`: a page in a window. Everything asked of it waits until Chromium has opened the page. */
export class WebContents extends GuardedEmitter {
  readonly id: number
  readonly session: Session
  readonly ipc = createIpcMain('WebContents.ipc')
  readonly navigationHistory: object
  readonly preloadPath: string
  /** The handler set by `setWindowOpenHandler`. */
  windowOpenHandler: WindowOpenHandler | undefined
  readonly #preferences: WebPreferences
  readonly #frames = new WeakMap<Frame, WebFrameMain>()
  readonly #planned = new PlannedLoads()
  readonly #opened: Promise<Page>
  #page: Page | undefined
  #loading = false
  #crashed = false
  #destroyed = false
  readonly #zoom = new Zoom()
  #title = ''
  #waitsForUnload = false

  constructor(preferences: WebPreferences, open: (session: Session) => Promise<HeldTarget>) {
    super('WebContents', contentsEvents)
    this.id = lastId += 1
    this.#preferences = preferences
    // The app can only have got this object from the shell's own `session`.
    const given = preferences.session as unknown
    this.session = given instanceof Session ? given : sessions.fromPartition(preferences.partition ?? '')
    this.preloadPath = preferences.preload ?? ''
    this.navigationHistory = guarded('navigationHistory', {
      clear: () => this.#ask((page) => page.session.post('Page.resetNavigationHistory')),
    })
    livingContents.set(this.id, this)
    this.#opened = this.#open(open)
    this.#opened.catch((cause: unknown) => {
      if (!this.#destroyed) console.error('[chromium-shell] a window could not be opened:', cause)
    })
  }

  /** The page itself, once Chromium has opened it. */
  get opened(): Promise<Page> {
    return this.#opened
  }

  get devToolsTargetId(): string | undefined {
    return this.#page?.targetId
  }

  get mainFrame(): WebFrameMain {
    if (!this.#page)
      throw new Error('not implemented in chromium-shell: WebContents.mainFrame before the page is open')
    return this.#frameOf(this.#page, this.#page.frames.main)
  }

  get opener(): null {
    return null
  }

  get hostWebContents(): null {
    return null
  }

  getType(): string {
    return 'window'
  }

  getURL(): string {
    return this.#page?.frames.main.url ?? ''
  }

  getTitle(): string {
    return this.#title
  }

  getLastWebPreferences(): WebPreferences {
    return { ...this.#preferences }
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  isLoading(): boolean {
    return this.#loading
  }

  isLoadingMainFrame(): boolean {
    return this.#loading
  }

  isCrashed(): boolean {
    return this.#crashed
  }

  isDevToolsOpened(): boolean {
    return false
  }

  /** Loads an address; settles when it is loaded, rejects with a `LoadError` when it can't be. */
  async loadURL(url: string): Promise<void> {
    this.#mustLive()
    const page = await this.#opened
    this.#planned.add(url)
    try {
      await page.navigate(url)
    } catch (cause) {
      this.#planned.take(url)
      const error = new LoadError(String(cause), url)
      this.emit('did-fail-load', createEvent(), error.errno, error.code, url, true, 0, 0)
      throw error
    }
  }

  loadFile(path: string): Promise<void> {
    return this.loadURL(pathToFileURL(resolve(path)).href)
  }

  reload(): void {
    this.#mustLive()
    this.#ask((page) => {
      this.#planned.add(page.frames.main.url)
      page.session.post('Page.reload')
    })
  }

  reloadIgnoringCache(): void {
    this.reload()
  }

  stop(): void {
    this.#ask((page) => page.session.post('Page.stopLoading'))
  }

  /** Sends a message to the main frame's preload; throws if a value can't be cloned. */
  send(channel: string, ...values: unknown[]): void {
    this.#mustLive()
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument')
    if (this.#page) this.mainFrame.send(channel, ...values)
  }

  /** Runs code in the page, after it has loaded; the result is what JSON can hold of the value. */
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    this.#mustLive()
    const page = await this.#opened
    if (this.#loading) await new Promise<void>((settle) => page.once('stopped-loading', settle))
    return page.evaluate(code, userGesture)
  }

  /** Prints the page; options as Electron documents them, sizes in inches. */
  async printToPDF(options?: PrintToPDFOptions): Promise<Buffer> {
    const parameters = printParameters(options)
    const page = await this.#opened
    const { data } = await page.session.send('Page.printToPDF', parameters)
    return Buffer.from(data, 'base64')
  }

  async capturePage(): Promise<object> {
    const page = await this.#opened
    const { data } = await page.session.send('Page.captureScreenshot', { format: 'png' })
    return guarded('NativeImage', {
      toPNG: () => Buffer.from(data, 'base64'),
      toDataURL: () => `data:image/png;base64,${data}`,
      isEmpty: () => data === '',
    })
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler
  }

  get zoomFactor(): number {
    return this.#zoom.factor
  }

  set zoomFactor(factor: number) {
    this.setZoomFactor(factor)
  }

  getZoomFactor(): number {
    return this.#zoom.factor
  }

  getZoomLevel(): number {
    return Math.log(this.#zoom.factor) / Math.log(1.2)
  }

  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level)
  }

  /** Zooms the page as a browser's zoom does: the page lays itself out in a smaller window, drawn larger. */
  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    this.#zoom.set(this.#opened, factor)
  }

  async setVisualZoomLevelLimits(): Promise<void> {
    // Pinching is off in Chromium's windows unless a touch screen is there, which is what every caller asks for.
  }

  focus(): void {
    this.#ask((page) => page.session.post('Page.bringToFront'))
  }

  isFocused(): boolean {
    return !this.#destroyed
  }

  /** Closes the page; asks its `beforeunload` first only if told to. */
  close(options: { waitForBeforeUnload?: boolean } = {}): void {
    this.#waitsForUnload = options.waitForBeforeUnload ?? false
    const { browser } = readyShellState('WebContents.close').chromium
    this.#ask((page) => {
      if (this.#waitsForUnload && !this.#crashed) page.session.post('Page.close')
      else browser.post('Target.closeTarget', { targetId: page.targetId })
    })
  }

  /** Applies the theme's colours, or what the page would otherwise have. */
  applyTheme(): void {
    const { themeSource } = nativeTheme
    const value = themeSource === 'system' ? '' : themeSource
    const features = [{ name: 'prefers-color-scheme', value }]
    this.#ask((page) => page.session.post('Emulation.setEmulatedMedia', { features }))
  }

  /** Empties the storage of the page's origin. */
  async clearStorage(storageTypes: string): Promise<void> {
    const page = await this.#opened
    const { origin } = URL.canParse(this.getURL()) ? new URL(this.getURL()) : { origin: '' }
    if (origin) await page.session.send('Storage.clearDataForOrigin', { origin, storageTypes })
  }

  /** Called by the window when its size has changed. */
  refitZoom(): void {
    if (this.#page) this.#zoom.refit(this.#page)
  }

  /** Whether a frame of this id, in the debugging protocol's terms, is part of the page. */
  hasFrame(frameId: string): boolean {
    return this.#page?.frames.get(frameId) !== undefined
  }

  /** Called by the window when the page is gone. */
  markDestroyed(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    livingContents.delete(this.id)
    this.emit('destroyed')
  }

  async #open(open: (session: Session) => Promise<HeldTarget>): Promise<Page> {
    const scripts = this.#readPreload()
    const page = new Page(await open(this.session))
    this.#page = page
    const frameOf = (id: string) => {
      const frame = page.frames.get(id)
      return frame ? this.#frameOf(page, frame) : null
    }
    this.#listen(page)
    await page.start(scripts, createRequestPolicy({ contents: this, page, planned: this.#planned, frameOf }))
    if (nativeTheme.themeSource !== 'system') this.applyTheme()
    return page
  }

  #readPreload(): PreloadScripts | undefined {
    if (!this.preloadPath) return undefined
    const { nodeIntegrationInSubFrames: inSubFrames = false, additionalArguments = [] } = this.#preferences
    try {
      return preloadScripts(this.preloadPath, { inSubFrames, additionalArguments })
    } catch (cause) {
      console.error(`Unable to load preload script: ${this.preloadPath}\n`, cause)
      queueMicrotask(() => this.emit('preload-error', createEvent(), this.preloadPath, cause))
      return undefined
    }
  }

  #listen(page: Page): void {
    page.on('message', (message, frame) =>
      deliver(message, { contents: this, page, frame, senderFrame: this.#frameOf(page, frame) }),
    )
    page.on('navigated', (frame, isMainFrame) => {
      if (isMainFrame) this.emit('did-navigate', createEvent(), frame.url, 200, 'OK')
      this.emit('did-frame-navigate', createEvent(), frame.url, 200, 'OK', isMainFrame, 0, 0)
    })
    page.on('navigated-in-page', (frame, isMainFrame) =>
      this.emit('did-navigate-in-page', createEvent(), frame.url, isMainFrame, 0, 0),
    )
    page.on('started-loading', () => {
      this.#loading = true
      this.emit('did-start-loading')
    })
    page.on('stopped-loading', () => {
      this.#loading = false
      this.emit('did-stop-loading')
    })
    page.on('dom-ready', () => this.emit('dom-ready', createEvent()))
    page.on('loaded', () => this.emit('did-finish-load'))
    page.on('title', (title) => {
      this.#title = title
      this.emit('page-title-updated', createEvent(), title, true)
    })
    page.on('console', (level, message, lineNumber, sourceId) =>
      this.emit(
        'console-message',
        createEvent({ level, message, lineNumber, sourceId, frame: this.mainFrame }),
      ),
    )
    page.on('crashed', () => {
      this.#crashed = true
      const details = { reason: 'crashed', exitCode: 1 }
      this.emit('render-process-gone', createEvent(), details)
      announcements.emit('contents-crashed', this, details)
    })
    page.on('dialog', ({ type, message }) => {
      if (type === 'beforeunload') return this.#answerUnload(page)
      if (!readyShellState('dialogs').chromium.headless) return
      console.error(`[chromium-shell] a page's ${type} was dismissed, nobody can see it: ${message}`)
      page.session.post('Page.handleJavaScriptDialog', { accept: false })
    })
  }

  #answerUnload(page: Page): void {
    const event = createEvent()
    this.emit('will-prevent-unload', event)
    // Preventing this event means overruling the page, as in Electron.
    const leaves = event.defaultPrevented || !this.#waitsForUnload
    page.session.post('Page.handleJavaScriptDialog', { accept: leaves })
    if (!leaves) announcements.emit('close-refused')
  }

  #frameOf(page: Page, frame: Frame): WebFrameMain {
    const known = this.#frames.get(frame)
    if (known) return known
    const made = new WebFrameMain(page, frame, (other) => this.#frameOf(page, other))
    this.#frames.set(frame, made)
    return made
  }

  #mustLive(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed')
  }

  #ask(question: (page: Page) => void): void {
    this.#opened.then(question).catch(() => undefined)
  }
}
