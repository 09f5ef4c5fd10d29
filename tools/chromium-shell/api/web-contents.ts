import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { PrintToPDFOptions, WebPreferences } from 'electron'

import type { Frame } from '../engine/frames.ts'
import { Page } from '../engine/page.ts'
import type { HeldTarget } from '../engine/targets.ts'
import { contentsEvents } from './contents-events.ts'
import { createEvent } from './event.ts'
import { GuardedEmitter, guarded, notImplemented } from './guard.ts'
import { createIpcMain } from './ipc-main.ts'
import { deliver } from './ipc-delivery.ts'
import { LoadError } from './load-errors.ts'
import { createRequestPolicy, PlannedLoads } from './navigation.ts'
import { nativeTheme } from './native-theme.ts'
import { capturePage, printPage } from './page-output.ts'
import { PageState } from './page-state.ts'
import { readPreload } from './read-preload.ts'
import { livingContents } from './registry.ts'
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
  #destroyed = false
  readonly #zoom = new Zoom()
  readonly #state = new PageState(this)

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
    return this.#state.title
  }

  getLastWebPreferences(): WebPreferences {
    return { ...this.#preferences }
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  isLoading(): boolean {
    return this.#state.isLoading
  }

  isLoadingMainFrame(): boolean {
    return this.#state.isLoading
  }

  isCrashed(): boolean {
    return this.#state.isCrashed
  }

  isDevToolsOpened(): boolean {
    return false
  }

  /** Loads an address; settles when it is loaded, rejects with a `LoadError` when it can't be. */
  loadURL(url: string): Promise<void> {
    this.#mustLive()
    const loaded = this.#load(url)
    // As in Electron, nobody has to wait for it: a load that fails unheard is no unhandled rejection.
    loaded.catch(() => undefined)
    return loaded
  }

  async #load(url: string): Promise<void> {
    const page = await this.#opened
    this.#planned.add(url)
    try {
      await page.navigate(url)
    } catch (cause) {
      const error = new LoadError(String(cause), url)
      this.emit('did-fail-load', createEvent(), error.errno, error.code, url, true, 0, 0)
      throw error
    } finally {
      // A load within the document makes no request that would have used the plan.
      this.#planned.take(url)
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
    if (this.#state.isLoading) await new Promise<void>((settle) => page.once('stopped-loading', settle))
    return page.evaluate(code, userGesture)
  }

  /** Prints the page; options as Electron documents them, sizes in inches. */
  printToPDF(options?: PrintToPDFOptions): Promise<Buffer> {
    return printPage(this.#opened, options)
  }

  capturePage(): Promise<object> {
    return capturePage(this.#opened)
  }

  /** Only the policy that Chromium is started with here. */
  setWebRTCIPHandlingPolicy(policy: string): void {
    if (policy !== 'disable_non_proxied_udp')
      throw notImplemented(`WebContents.setWebRTCIPHandlingPolicy('${policy}')`)
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
    this.#state.waitsForUnload = options.waitForBeforeUnload ?? false
    const { browser } = readyShellState('WebContents.close').chromium
    this.#ask((page) => {
      if (this.#state.waitsForUnload && !this.#state.isCrashed) page.session.post('Page.close')
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
    const scripts = readPreload(this, this.#preferences)
    const page = new Page(await open(this.session))
    this.#page = page
    const frameOf = (id: string) => {
      const frame = page.frames.get(id)
      return frame ? this.#frameOf(page, frame) : null
    }
    page.on('message', (message, frame) =>
      deliver(message, { contents: this, page, frame, senderFrame: this.#frameOf(page, frame) }),
    )
    this.#state.follow(page)
    await page.start(scripts, createRequestPolicy({ contents: this, page, planned: this.#planned, frameOf }))
    if (nativeTheme.themeSource !== 'system') this.applyTheme()
    return page
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
