import { toAppAddress } from './addresses.ts'
import type { CdpSession } from './cdp.ts'
import type { Protocol } from './protocol.ts'

/** One frame of a page as Chromium last told of it; addresses are the app's. */
export type Frame = {
  readonly id: string
  readonly parentId: string | undefined
  url: string
  name: string
  /** The world the preload runs in, while the frame has one. */
  preloadContext: number | undefined
  detached: boolean
}

/** Follows the frames of a page and the worlds in them. */
export class FrameTree {
  readonly #frames = new Map<string, Frame>()
  readonly #byContext = new Map<number, Frame>()
  readonly #mainId: string

  constructor(session: CdpSession, mainId: string, preloadWorld: string) {
    this.#mainId = mainId
    this.#add(mainId, undefined)
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => this.#add(frameId, parentFrameId))
    session.on('Page.frameNavigated', ({ frame }) => this.#navigate(frame))
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const frame = this.#frames.get(frameId)
      if (frame) frame.url = toAppAddress(url)
    })
    session.on('Page.frameDetached', ({ frameId, reason }) => {
      if (reason === 'remove') this.#remove(frameId)
    })
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const auxiliary: { frameId?: string } = context.auxData ?? {}
      const frame = this.#frames.get(auxiliary.frameId ?? '')
      if (!frame || context.name !== preloadWorld) return
      frame.preloadContext = context.id
      this.#byContext.set(context.id, frame)
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
      this.#forget(executionContextId),
    )
    session.on('Runtime.executionContextsCleared', () => {
      for (const id of this.#byContext.keys()) this.#forget(id)
    })
  }

  get main(): Frame {
    return this.#frames.get(this.#mainId) ?? this.#add(this.#mainId, undefined)
  }

  get(id: string): Frame | undefined {
    return this.#frames.get(id)
  }

  /** The frame whose preload runs in a world, if it still stands. */
  ofContext(contextId: number): Frame | undefined {
    return this.#byContext.get(contextId)
  }

  childrenOf(id: string): Frame[] {
    return [...this.#frames.values()].filter((frame) => frame.parentId === id)
  }

  #add(id: string, parentId: string | undefined): Frame {
    const known = this.#frames.get(id)
    if (known) return known
    const frame: Frame = { id, parentId, url: '', name: '', preloadContext: undefined, detached: false }
    this.#frames.set(id, frame)
    return frame
  }

  #navigate({ id, parentId, url, urlFragment, name }: Protocol.Page.Frame): void {
    const frame = this.#add(id, parentId)
    frame.url = toAppAddress(`${url}${urlFragment ?? ''}`)
    frame.name = name ?? ''
  }

  #remove(id: string): void {
    for (const child of this.childrenOf(id)) this.#remove(child.id)
    const frame = this.#frames.get(id)
    if (!frame || id === this.#mainId) return
    frame.detached = true
    this.#frames.delete(id)
  }

  #forget(contextId: number): void {
    const frame = this.#byContext.get(contextId)
    this.#byContext.delete(contextId)
    if (frame?.preloadContext === contextId) frame.preloadContext = undefined
  }
}
