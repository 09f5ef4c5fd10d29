import { EventEmitter } from 'node:events'
import type { DownwardMessage, UpwardMessage } from '../page/preload-world.ts'
import { toAppAddress, toPageAddress } from './addresses.ts'
import type { CdpSession } from './cdp.ts'
import { downwardFunction, type PreloadScripts, preloadWorld, upwardBinding } from './preload-source.ts'
import { interceptRequests, type RequestPolicy } from './requests.ts'
import type { HeldTarget } from './targets.ts'
import { createTextCodec } from '../page/text-codec.ts'
import { Wire } from '../utility/wire.ts'

/** The events of a page. */
export type PageEvents = {
  message: [message: UpwardMessage]
  navigated: []
  loaded: []
  /** The first frame of a document has been drawn. */
  painted: []
  crashed: []
  resized: []
  dialog: [dialog: { type: string; message: string }]
  /** The address of a window that the page wants to open. */
  'window-open': [url: string]
  'stopped-loading': []
}

const codec = createTextCodec()

/** One page of Chromium, from before its first script until it closes. */
export class Page extends EventEmitter<PageEvents> {
  readonly session: CdpSession
  readonly targetId: string
  /** The message ports of the document. */
  readonly wire = new Wire('main-', (message) => this.sendDown({ type: 'wire', message }))
  /** The address of the page itself, as the app knows it. */
  url = ''
  isLoading = false
  isCrashed = false
  /** Settles once a process that `crash` ends is gone. */
  ending = Promise.resolve()
  /** The world the preload runs in, while the page has one. */
  #preloadContext: number | undefined
  #document = ''
  #loadedDocument = ''
  readonly #earlierDocuments = new Set<string>()
  #waiting: { loaderId: string; resolve: () => void; reject: (cause: Error) => void } | undefined
  readonly #placeholderGone: Promise<void>

  constructor(target: HeldTarget) {
    super()
    this.session = target.session
    this.targetId = target.targetId
    this.#placeholderGone = this.#passPlaceholder(target.startsWithPlaceholder)
  }

  /** Prepares everything and lets the page run; none of its scripts has run before. */
  async start(scripts: PreloadScripts | undefined, policy: RequestPolicy): Promise<void> {
    const { session } = this
    interceptRequests(session, policy)
    const worldName = preloadWorld
    const steps: Promise<unknown>[] = [
      session.send('Page.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.enable'),
      session.send('Runtime.addBinding', { name: upwardBinding, executionContextName: worldName }),
    ]
    if (scripts)
      steps.push(
        session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.forPage }),
        session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.forPreload, worldName }),
      )
    steps.push(session.send('Runtime.runIfWaitingForDebugger'))
    await Promise.all(steps)
    await this.#placeholderGone
  }

  /** Loads an address; rejects with Chromium's reason, such as `net::ERR_ABORTED`, if that fails. */
  async navigate(address: string): Promise<void> {
    const { errorText, loaderId } = await this.session.send('Page.navigate', { url: toPageAddress(address) })
    if (errorText) throw new Error(errorText)
    if (loaderId === undefined || loaderId === this.#loadedDocument) return
    if (this.#earlierDocuments.has(loaderId)) throw new Error('net::ERR_ABORTED')
    await new Promise<void>((resolve, reject) => {
      this.#waiting = { loaderId, resolve, reject }
    })
  }

  /** Ends the page's process. */
  crash(): void {
    if (this.isCrashed) return
    this.ending = new Promise((resolve) => this.once('crashed', resolve))
    this.session.post('Page.crash')
  }

  /** Sends a message to the preload, if the page has one. Throws if a value can't cross. */
  sendDown(message: DownwardMessage): void {
    const text = codec.encode(message)
    if (this.#preloadContext === undefined) return
    this.session.post('Runtime.callFunctionOn', {
      functionDeclaration: `function (text) { globalThis.${downwardFunction}?.(text) }`,
      executionContextId: this.#preloadContext,
      arguments: [{ value: text }],
    })
  }

  /** Evaluates an expression in the page's own world; awaits a promise. */
  async evaluate(expression: string, userGesture: boolean): Promise<unknown> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      userGesture,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) {
      const { exception, text } = exceptionDetails
      throw new Error(exception?.description ?? (exception ? String(exception.value) : text))
    }
    return result.value
  }

  /** Waits until the placeholder is loaded, so that it causes no events, and then listens. */
  async #passPlaceholder(isThere: boolean): Promise<void> {
    if (isThere) await new Promise<void>((resolve) => this.session.on('Page.loadEventFired', () => resolve()))
    this.#listen()
  }

  #listen(): void {
    const { session, targetId } = this
    // A page's main frame has the page's own id.
    const isMain = (frameId: string) => frameId === targetId
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId = '' }: { frameId?: string } = context.auxData ?? {}
      if (isMain(frameId) && context.name === preloadWorld) this.#preloadContext = context.id
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (this.#preloadContext === executionContextId) this.#endDocument()
    })
    session.on('Runtime.executionContextsCleared', () => this.#endDocument())
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== upwardBinding || executionContextId !== this.#preloadContext) return
      // The preload's half writes this shape with the same codec.
      this.emit('message', codec.decode(payload) as UpwardMessage)
    })
    session.on('Page.frameNavigated', ({ frame: { id, url, urlFragment = '' } }) => {
      if (!isMain(id)) return
      this.url = toAppAddress(`${url}${urlFragment}`)
      this.isCrashed = false
      this.emit('navigated')
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (isMain(frameId)) this.url = toAppAddress(url)
    })
    session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
      if (isMain(frameId)) this.#followDocument(name, loaderId)
    })
    session.on('Page.frameStartedLoading', ({ frameId }) => {
      if (isMain(frameId)) this.isLoading = true
    })
    session.on('Page.frameStoppedLoading', ({ frameId }) => {
      if (!isMain(frameId)) return
      this.isLoading = false
      this.emit('stopped-loading')
    })
    session.on('Page.loadEventFired', () => this.emit('loaded'))
    session.on('Page.frameResized', () => this.emit('resized'))
    session.on('Page.windowOpen', ({ url }) => this.emit('window-open', toAppAddress(url)))
    session.on('Page.javascriptDialogOpening', (dialog) => this.emit('dialog', dialog))
    session.on('Inspector.targetCrashed', () => {
      this.isCrashed = true
      this.#endDocument()
      this.#endWaiting('net::ERR_FAILED')
      this.emit('crashed')
    })
  }

  #endDocument(): void {
    this.#preloadContext = undefined
    this.wire.close()
  }

  #followDocument(name: string, loaderId: string): void {
    if (name === 'init') {
      this.#earlierDocuments.add(this.#document)
      this.#document = loaderId
      // A new document ends the wait for the previous one.
      if (this.#waiting?.loaderId !== loaderId) this.#endWaiting('net::ERR_ABORTED')
    }
    if (name === 'load') {
      this.#loadedDocument = loaderId
      if (this.#waiting?.loaderId === loaderId) this.#endWaiting()
    }
    // The placeholder may be painted late; its document began before this listened.
    if (name === 'firstPaint' && loaderId === this.#document) this.emit('painted')
  }

  #endWaiting(failure?: string): void {
    if (failure === undefined) this.#waiting?.resolve()
    else this.#waiting?.reject(new Error(failure))
    this.#waiting = undefined
  }
}
