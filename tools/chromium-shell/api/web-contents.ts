import type { HandlerDetails, PrintToPDFOptions, WebPreferences, WindowOpenHandlerResponse } from 'electron'
import { Page } from '../engine/page.ts'
import { preloadScripts } from '../engine/preload-source.ts'
import { webRtcPolicy } from '../engine/profile.ts'
import type { HeldTarget } from '../engine/targets.ts'
import { app } from './app.ts'
import { nativeTheme } from './desktop.ts'
import { GuardedEmitter, guarded, notImplemented } from '../guard.ts'
import { deliver, mainFrameOf, type WebFrameMain } from './ipc.ts'
import { createRequestPolicy, loadError, requestAddress } from './navigation.ts'
import { printParameters } from './print-options.ts'
import { createEvent, livingContents, readyShellState } from './registry.ts'
import { Session, session as sessions } from './session.ts'
import { Zoom } from './zoom.ts'

type WindowOpenHandler = (details: HandlerDetails) => WindowOpenHandlerResponse

let lastId = 0

/** `WebContents`: a page in a window. Every call waits until Chromium has opened the page. */
export class WebContents extends GuardedEmitter {
  readonly id: number
  readonly session: Session
  readonly navigationHistory: object
  readonly preloadPath: string
  readonly #preferences: WebPreferences
  /** The loads that the app requested, each valid for one request. */
  readonly #planned: string[] = []
  /** The page itself, once Chromium has opened it. */
  readonly opened: Promise<Page>
  readonly #zoom = new Zoom()
  #windowOpenHandler: WindowOpenHandler | undefined
  #mainFrame: WebFrameMain | undefined
  #page: Page | undefined
  #isDestroyed = false
  /** Whether a close that is under way may be refused by the page's `beforeunload`. */
  #waitsForUnload = false

  readonly getURL = (): string => this.#page?.url ?? ''
  readonly getLastWebPreferences = (): WebPreferences => ({ ...this.#preferences })
  readonly isDestroyed = (): boolean => this.#isDestroyed
  readonly isCrashed = (): boolean => this.#page?.isCrashed ?? false
  readonly devToolsTargetId = (): string | undefined => this.#page?.targetId
  readonly setWindowOpenHandler = (handler: WindowOpenHandler): void =>
    void (this.#windowOpenHandler = handler)
  readonly getZoomFactor = (): number => this.#zoom.factor
  readonly cut = (): void => this.#edit('Cut')
  readonly copy = (): void => this.#edit('Copy')
  readonly paste = (): void => this.#edit('Paste')
  readonly selectAll = (): void => this.#edit('SelectAll')
  readonly focus = (): void => this.#ask((page) => page.session.post('Page.bringToFront'))
  readonly refitZoom = (): void => this.#ask((page) => this.#zoom.fit(page))

  constructor(preferences: WebPreferences, open: () => Promise<HeldTarget>) {
    super('WebContents', [
      ...'did-finish-load did-fail-load did-navigate render-process-gone destroyed'.split(' '),
      ...'will-navigate will-frame-navigate will-redirect will-prevent-unload'.split(' '),
      // There are no web views here, so nobody ever asks.
      'will-attach-webview',
    ])
    this.id = lastId += 1
    this.#preferences = preferences
    // The app can only have got this object from the shell's own `session`.
    const given = preferences.session as unknown
    this.session = given instanceof Session ? given : sessions.defaultSession
    this.preloadPath = preferences.preload ?? ''
    this.#zoom.factor = preferences.zoomFactor ?? 1
    this.navigationHistory = guarded('NavigationHistory', {
      clear: () => this.#ask((page) => page.session.post('Page.resetNavigationHistory')),
    })
    livingContents.set(this.id, this)
    this.opened = this.#open(open)
    this.opened.catch((cause: unknown) => {
      if (!this.#isDestroyed) console.error('[chromium-shell] a window could not be opened:', cause)
    })
  }

  get mainFrame(): WebFrameMain {
    if (!this.#mainFrame) throw notImplemented('WebContents.mainFrame before the page is open')
    return this.#mainFrame
  }

  /** Loads an address; settles when it is loaded, rejects with an error with its code when it can't be. */
  loadURL(url: string, options?: object): Promise<void> {
    this.#mustLive()
    if (options && Object.keys(options).length > 0) throw notImplemented('WebContents.loadURL with options')
    if (url.startsWith('file:')) throw notImplemented(`WebContents.loadURL of ${url}`)
    const loaded = this.#load(url)
    // As in Electron, the caller need not await the load: its failure is no unhandled rejection.
    loaded.catch(() => undefined)
    return loaded
  }

  async #load(url: string): Promise<void> {
    const page = await this.opened
    this.#planned.push(requestAddress(url))
    try {
      await page.navigate(url)
    } catch (cause) {
      const error = loadError(String(cause), url)
      // As in Electron, an aborted load is not a failed one.
      if (error.code !== 'ERR_ABORTED') {
        const warning = `Failed to load URL: ${url} with error: ${error.code}`
        process.emitWarning(warning, { type: 'electron' })
        this.emit('did-fail-load', createEvent(), error.errno, error.code, url, true, 0, 0)
      }
      throw error
    } finally {
      // A load within the document makes no request, so it never uses the plan.
      this.#takePlan(url)
    }
  }

  reload(): void {
    this.#mustLive()
    this.#ask(async (page) => {
      await page.ending
      this.#planned.push(requestAddress(page.url))
      page.session.post('Page.reload')
    })
  }

  /** Ends the page's process. A reload right after this waits for its end, and happens in a new process. */
  forcefullyCrashRenderer(): void {
    this.#mustLive()
    this.#ask((page) => page.crash())
  }

  /** Sends a message to the page's preload; throws if a value can't cross. */
  send(channel: string, ...values: unknown[]): void {
    this.#mustLive()
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument')
    this.#page?.sendDown({ type: 'event', channel, values })
  }

  /** Runs code in the page, after it has loaded; the result is what JSON can hold of the value. */
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    this.#mustLive()
    const page = await this.opened
    if (page.isLoading) await new Promise<void>((settle) => page.once('stopped-loading', settle))
    return page.evaluate(code, userGesture)
  }

  /** Prints the page; options as Electron documents them, sizes in inches. Rejects on options it doesn't know. */
  async printToPDF(options?: PrintToPDFOptions): Promise<Buffer> {
    const parameters = printParameters(options)
    const { session } = await this.opened
    const { data } = await session.send('Page.printToPDF', parameters)
    return Buffer.from(data, 'base64')
  }

  /** Accepts only the policy that the shell starts Chromium with. */
  setWebRTCIPHandlingPolicy(policy: string): void {
    if (policy !== webRtcPolicy) throw notImplemented(`WebContents.setWebRTCIPHandlingPolicy('${policy}')`)
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    this.#zoom.factor = factor
    this.refitZoom()
  }

  /** Closes the page; asks its `beforeunload` first only if `waitForBeforeUnload` is set. */
  close({ waitForBeforeUnload = false }: { waitForBeforeUnload?: boolean } = {}): void {
    this.#waitsForUnload = waitForBeforeUnload
    const { browser } = readyShellState('WebContents.close before app is ready').chromium
    this.#ask((page) => {
      if (waitForBeforeUnload && !page.isCrashed) page.session.post('Page.close')
      else browser.post('Target.closeTarget', { targetId: page.targetId })
    })
  }

  /** Applies the theme's colours, or the page's default. */
  applyTheme(): void {
    const { themeSource } = nativeTheme
    const features = [{ name: 'prefers-color-scheme', value: themeSource === 'system' ? '' : themeSource }]
    this.#ask((page) => page.session.post('Emulation.setEmulatedMedia', { features }))
  }

  /** Called by the window when the page has closed. */
  markDestroyed(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    livingContents.delete(this.id)
    this.emit('destroyed')
  }

  async #open(open: () => Promise<HeldTarget>): Promise<Page> {
    const scripts = this.preloadPath ? preloadScripts(this.preloadPath) : undefined
    const page = new Page(await open())
    this.#page = page
    this.#mainFrame = mainFrameOf(page)
    this.#follow(page)
    const takePlan = (url: string) => this.#takePlan(url)
    await page.start(scripts, createRequestPolicy({ contents: this, page, takePlan }))
    if (nativeTheme.themeSource !== 'system') this.applyTheme()
    if (this.#zoom.factor !== 1) this.#zoom.fit(page)
    return page
  }

  #follow(page: Page): void {
    page.on('message', (message) => deliver(message, this, page))
    page.on('navigated', () => this.emit('did-navigate', createEvent(), page.url, 200, 'OK'))
    page.on('loaded', () => this.emit('did-finish-load'))
    page.on('window-open', (url) => this.#decideWindow(url))
    const gone = { reason: 'crashed', exitCode: 1 }
    page.on('crashed', () => this.emit('render-process-gone', createEvent(), gone))
    page.on('dialog', ({ type, message }) => {
      if (type === 'beforeunload') return this.#answerUnload(page)
      console.error(`[chromium-shell] a page's ${type} was dismissed: ${message}`)
      page.session.post('Page.handleJavaScriptDialog', { accept: false })
    })
  }

  /** Never opens the window. Throws unless the app's handler denies it. */
  #decideWindow(url: string): void {
    // Reading any detail except the address throws.
    const details = guarded('HandlerDetails', { url }) as HandlerDetails
    if (this.#windowOpenHandler?.(details).action !== 'deny') throw notImplemented('windows that pages open')
  }

  #answerUnload(page: Page): void {
    const event = createEvent()
    this.emit('will-prevent-unload', event)
    // Preventing this event means overruling the page, as in Electron.
    const leaves = event.defaultPrevented || !this.#waitsForUnload
    page.session.post('Page.handleJavaScriptDialog', { accept: leaves })
    if (!leaves) app.noteRefusal()
  }

  #takePlan(url: string): boolean {
    const index = this.#planned.indexOf(requestAddress(url))
    return index >= 0 && this.#planned.splice(index, 1).length > 0
  }

  #mustLive(): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed')
  }

  /** Runs one of Chromium's editing commands on what has the focus, as its key would. */
  #edit(command: string): void {
    this.#mustLive()
    this.#ask((page) =>
      page.session.post('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] }),
    )
  }

  #ask(question: (page: Page) => void | Promise<void>): void {
    this.opened.then(question).catch(() => undefined)
  }
}

/** Electron's `webContents`: finds the living ones. */
export const webContents = guarded('webContents', {
  /** Finds the contents by the page's id in the debugging protocol; tools that drive the app use it. */
  fromDevToolsTargetId: (targetId: string): WebContents | undefined =>
    [...livingContents.values()]
      .filter((contents) => contents instanceof WebContents)
      .find((contents) => contents.devToolsTargetId() === targetId),
})
