import type { Frame } from '../engine/frames.ts'
import type { Page } from '../engine/page.ts'
import { GuardedEmitter, notImplemented } from './guard.ts'

const frameNumbers = new Map<string, number>()

/** `WebFrameMain`: one frame of a page; the same object for the same frame as long as it stands. */
export class WebFrameMain extends GuardedEmitter {
  readonly #page: Page
  readonly #frame: Frame
  readonly #frameOf: (frame: Frame) => WebFrameMain

  constructor(page: Page, frame: Frame, frameOf: (frame: Frame) => WebFrameMain) {
    super('WebFrameMain', ['dom-ready'])
    this.#page = page
    this.#frame = frame
    this.#frameOf = frameOf
  }

  /** The frame's address as the app knows it, `app://...`. */
  get url(): string {
    return this.#frame.url
  }

  get origin(): string {
    const { protocol, host } = URL.canParse(this.url) ? new URL(this.url) : { protocol: '', host: '' }
    return host ? `${protocol}//${host}` : 'null'
  }

  get name(): string {
    return this.#frame.name
  }

  get parent(): WebFrameMain | null {
    const parent =
      this.#frame.parentId === undefined ? undefined : this.#page.frames.get(this.#frame.parentId)
    return parent ? this.#frameOf(parent) : null
  }

  get top(): WebFrameMain | null {
    return this.#frameOf(this.#page.frames.main)
  }

  get frames(): WebFrameMain[] {
    return this.#page.frames.childrenOf(this.#frame.id).map((frame) => this.#frameOf(frame))
  }

  get framesInSubtree(): WebFrameMain[] {
    return [this, ...this.frames.flatMap((frame) => frame.framesInSubtree)]
  }

  get frameToken(): string {
    return this.#frame.id
  }

  get frameTreeNodeId(): number {
    const { id } = this.#frame
    if (!frameNumbers.has(id)) frameNumbers.set(id, frameNumbers.size + 1)
    return frameNumbers.get(id) ?? 0
  }

  get routingId(): number {
    return this.frameTreeNodeId
  }

  get processId(): number {
    return 0
  }

  get detached(): boolean {
    return this.#frame.detached
  }

  isDestroyed(): boolean {
    return this.#frame.detached
  }

  /** Sends a message to this frame's preload; throws if a value can't be cloned. */
  send(channel: string, ...values: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument')
    this.#page.sendDown(this.#frame, { type: 'event', channel, values })
  }

  /** Runs code in the main frame's page; other frames are not implemented. */
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    if (this.#frame !== this.#page.frames.main)
      throw notImplemented('WebFrameMain.executeJavaScript in a sub-frame')
    return this.#page.evaluate(code, userGesture)
  }
}
