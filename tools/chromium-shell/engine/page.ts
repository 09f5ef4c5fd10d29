import { EventEmitter } from 'node:events'

import type { DownwardMessage, UpwardMessage } from '../page/preload-world.ts'
import { toAppAddress, toPageAddress } from './addresses.ts'
import type { CdpSession } from './cdp.ts'
import { type Frame, FrameTree } from './frames.ts'
import {
  downwardFunction,
  type PreloadScripts,
  preloadWorld,
  titleBinding,
  titleScript,
  upwardBinding,
} from './preload-source.ts'
import type { Protocol } from './protocol.ts'
import { interceptRequests, type RequestPolicy } from './requests.ts'
import { createValueCodec } from './structured-clone.ts'
import type { HeldTarget } from './targets.ts'

/** What a page tells of itself. */
export type PageEvents = {
  message: [message: UpwardMessage, frame: Frame]
  navigated: [frame: Frame, isMainFrame: boolean]
  'navigated-in-page': [frame: Frame, isMainFrame: boolean]
  'started-loading': []
  'stopped-loading': []
  'dom-ready': []
  loaded: []
  /** The first frame of a document has been drawn. */
  painted: []
  title: [title: string]
  console: [level: string, text: string, line: number, source: string]
  crashed: []
  resized: []
  dialog: [dialog: Protocol.Page.javascriptDialogOpeningPayload]
  'window-open': [details: Protocol.Page.windowOpenPayload]
}

const codec = createValueCodec()

/** One page of Chromium's, from before its first line until it is gone. */
export class Page extends EventEmitter<PageEvents> {
  readonly session: CdpSession
  readonly targetId: string
  readonly browserContextId: string | undefined
  readonly frames: FrameTree
  readonly #placeholderGone: Promise<void>
  readonly #loads = new Map<string, () => void>()
  #lastLoaded = ''
  #currentDocument = ''

  constructor(target: HeldTarget) {
    super()
    this.session = target.session
    this.targetId = target.targetId
    this.browserContextId = target.browserContextId
    this.frames = new FrameTree(target.session, target.targetId, preloadWorld)
    this.#placeholderGone = this.#passPlaceholder(target.startsWithPlaceholder)
  }

  /** Puts everything in place and lets the page go; nothing of it has run before. */
  async start(scripts: PreloadScripts | undefined, policy: RequestPolicy): Promise<void> {
    const { session } = this
    interceptRequests(session, policy)
    const steps: Promise<unknown>[] = [
      session.send('Page.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.enable'),
      session.send('Runtime.addBinding', { name: upwardBinding, executionContextName: preloadWorld }),
    ]
    steps.push(
      session.send('Runtime.addBinding', { name: titleBinding, executionContextName: preloadWorld }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: titleScript, worldName: preloadWorld }),
    )
    if (scripts)
      steps.push(
        session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.forPage }),
        session.send('Page.addScriptToEvaluateOnNewDocument', {
          source: scripts.forPreload,
          worldName: preloadWorld,
        }),
      )
    steps.push(session.send('Runtime.runIfWaitingForDebugger'))
    await Promise.all(steps)
    await this.#placeholderGone
  }

  /** Loads an address; rejects with Chromium's reason, such as `net::ERR_ABORTED`, if nothing was loaded. */
  async navigate(address: string): Promise<void> {
    const { errorText, loaderId } = await this.session.send('Page.navigate', { url: toPageAddress(address) })
    if (errorText) throw new Error(errorText)
    if (loaderId !== undefined) await this.#whenLoaded(loaderId)
  }

  /** Waits until a document is loaded, or another has taken its place. */
  #whenLoaded(loaderId: string): Promise<void> {
    return new Promise((resolve) => {
      this.#loads.set(loaderId, resolve)
      if (this.#lastLoaded === loaderId) this.#finishLoads(loaderId)
    })
  }

  #finishLoads(loaderId: string): void {
    this.#lastLoaded = loaderId
    this.#loads.get(loaderId)?.()
    this.#loads.delete(loaderId)
  }

  /** Sends a message to a frame's preload; a frame that has none hears nothing. Throws if a value can't be cloned. */
  sendDown(frame: Frame, message: DownwardMessage): void {
    const text = codec.encode(message)
    if (frame.preloadContext === undefined) return
    this.session.post('Runtime.callFunctionOn', {
      functionDeclaration: `function (text) { globalThis.${downwardFunction}?.(text) }`,
      executionContextId: frame.preloadContext,
      arguments: [{ value: text }],
    })
  }

  /** The value of an expression in a frame's own world, a promise's outcome if it is one. */
  async evaluate(expression: string, userGesture: boolean): Promise<unknown> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      userGesture,
      awaitPromise: true,
      returnByValue: true,
      replMode: false,
    })
    if (exceptionDetails) {
      const { exception, text } = exceptionDetails
      throw new Error(exception?.description ?? (exception ? String(exception.value) : text))
    }
    return result.unserializableValue === undefined ? result.value : Number(result.unserializableValue)
  }

  /** Waits for the placeholder to be loaded, so that nobody hears of it, and then listens. */
  async #passPlaceholder(isThere: boolean): Promise<void> {
    if (isThere) await new Promise<void>((resolve) => this.session.on('Page.loadEventFired', () => resolve()))
    this.#listen()
  }

  #listen(): void {
    const { session, frames } = this
    const isMain = (frameId: string) => frameId === frames.main.id
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      const frame = frames.ofContext(executionContextId)
      if (name === titleBinding && frame === frames.main) this.emit('title', payload)
      if (name !== upwardBinding || !frame) return
      // Written by the preload's half with the same codec; its shape is that half's.
      this.emit('message', codec.decode(payload) as UpwardMessage, frame)
    })
    session.on('Page.frameNavigated', ({ frame }) => {
      const known = frames.get(frame.id)
      if (known) this.emit('navigated', known, isMain(frame.id))
    })
    session.on('Page.navigatedWithinDocument', ({ frameId }) => {
      const frame = frames.get(frameId)
      if (frame) this.emit('navigated-in-page', frame, isMain(frameId))
    })
    session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
      if (!isMain(frameId)) return
      if (name === 'load') this.#finishLoads(loaderId)
      if (name === 'init') this.#currentDocument = loaderId
      // The placeholder's paint may come late; its document began before anybody listened.
      if (name === 'firstPaint' && loaderId === this.#currentDocument) this.emit('painted')
      // A document that comes instead ends the wait for those before it.
      if (name === 'init')
        for (const [other, settle] of this.#loads)
          if (other !== loaderId && this.#loads.delete(other)) settle()
    })
    session.on('Page.frameStartedLoading', ({ frameId }) => isMain(frameId) && this.emit('started-loading'))
    session.on('Page.frameStoppedLoading', ({ frameId }) => isMain(frameId) && this.emit('stopped-loading'))
    session.on('Page.domContentEventFired', () => this.emit('dom-ready'))
    session.on('Page.loadEventFired', () => this.emit('loaded'))
    session.on('Page.frameResized', () => this.emit('resized'))
    session.on('Page.windowOpen', (details) =>
      this.emit('window-open', { ...details, url: toAppAddress(details.url) }),
    )
    session.on('Page.javascriptDialogOpening', (dialog) => this.emit('dialog', dialog))
    session.on('Inspector.targetCrashed', () => this.emit('crashed'))
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: details }) =>
      this.emit(
        'console',
        'error',
        describeException(details),
        details.lineNumber,
        toAppAddress(details.url ?? ''),
      ),
    )
    session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
      const text = args.map((argument) => String(argument.value ?? argument.description ?? '')).join(' ')
      const place = stackTrace?.callFrames[0]
      this.emit('console', type, text, place?.lineNumber ?? 0, toAppAddress(place?.url ?? ''))
    })
  }
}

function describeException({ text, exception }: Protocol.Runtime.ExceptionDetails): string {
  return `${text} ${exception?.description ?? String(exception?.value ?? '')}`.trim()
}
