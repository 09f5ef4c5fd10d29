import type { createTextCodec, Stand } from './text-codec.ts'

/** Sends text to the other world of the page, invisible to the page's scripts. */
export type WorldLink = {
  /** Calls the other world and returns its answer synchronously. */
  ask: (text: string) => string
  /** Sets the function that answers calls of the other world. */
  listen: (answer: (text: string) => string) => void
}

/** A message from one world to the other; functions and promises cross as numbers. Calls are synchronous. */
type BridgeMessage =
  | { type: 'expose'; key: string; api: unknown }
  | { type: 'call'; id: number; values: unknown[] }
  | { type: 'settle'; id: number; ok: boolean; value: unknown }

type BridgeAnswer = { ok: boolean; value: unknown }

/** A value of the other world, as the text represents it. */
type Standing = { kind: 'function' | 'promise'; id: number } | { kind: 'error'; message: string }

/**
 * Makes one end of the bridge that `contextBridge` promises: plain values are copied, functions become functions of
 * this world that call the other, promises settle together, errors keep their message only. Exposed objects are frozen.
 * The other world can call only the functions that it was given.
 *
 * It refers to nothing outside itself, because its source text is evaluated in both worlds of the page.
 */
export function createBridge(link: WorldLink, createCodec: typeof createTextCodec, mayBeExposedTo: boolean) {
  const handedOut: ((...values: unknown[]) => unknown)[] = []
  const unsettled = new Map<number, { resolve: (value: unknown) => void; reject: (cause: unknown) => void }>()
  let lastPromise = 0

  const ask = (message: BridgeMessage): unknown => {
    // The other end is this same function, and writes this shape.
    const { ok, value } = codec.decode(link.ask(codec.encode(message))) as BridgeAnswer
    if (!ok) throw value
    return value
  }
  const follow = (promise: Promise<unknown>, id: number): void => {
    const settle = (ok: boolean) => (value: unknown) => {
      try {
        ask({ type: 'settle', id, ok, value })
      } catch (cause) {
        ask({ type: 'settle', id, ok: false, value: new Error(String(cause)) })
      }
    }
    void promise.then(settle(true), settle(false))
  }
  const stand: Stand = {
    for: (value): Standing | undefined => {
      if (value instanceof Error) return { kind: 'error', message: value.message }
      if (value instanceof Promise) {
        const id = (lastPromise += 1)
        follow(value, id)
        return { kind: 'promise', id }
      }
      if (typeof value !== 'function') return undefined
      return {
        kind: 'function',
        id: handedOut.push((...values) => Reflect.apply(value, undefined, values)) - 1,
      }
    },
    back: (written) => {
      const standing = written as Standing
      if (standing.kind === 'error') return new Error(standing.message)
      const { id } = standing
      if (standing.kind === 'function') return (...values: unknown[]) => ask({ type: 'call', id, values })
      return new Promise((resolve, reject) => void unsettled.set(id, { resolve, reject }))
    },
  }
  const codec = createCodec(stand)

  const take = (text: string): unknown => {
    // The other end writes this too.
    const message = codec.decode(text) as BridgeMessage
    if (message.type === 'call') {
      const called = handedOut[message.id]
      if (!called) throw new Error('There is no such function.')
      return called(...message.values)
    }
    if (message.type === 'settle') {
      const waiting = unsettled.get(message.id)
      unsettled.delete(message.id)
      if (message.ok) waiting?.resolve(message.value)
      else waiting?.reject(message.value)
      return undefined
    }
    if (!mayBeExposedTo || Object.hasOwn(globalThis, message.key))
      throw new Error('Cannot bind an API on top of an existing property on the window object')
    // Freezes only exposed objects, not later arguments.
    const { key, api: value } = codec.decode(text, Object.freeze) as typeof message
    Object.defineProperty(globalThis, key, { value, enumerable: true, writable: false, configurable: false })
    return undefined
  }
  link.listen((text) => {
    try {
      return codec.encode({ ok: true, value: take(text) })
    } catch (cause) {
      return codec.encode({ ok: false, value: cause instanceof Error ? cause : new Error(String(cause)) })
    }
  })
  return { expose: (key: string, api: unknown): void => void ask({ type: 'expose', key, api }) }
}

/**
 * Connects the two worlds of a page through an element outside the document: the first world waits, the second brings
 * the element, and Chromium copies the text in an event's detail. Both run before the page's scripts.
 *
 * It refers to nothing outside itself, because its source text is evaluated in both worlds of the page.
 */
export function linkWorlds(
  side: 'page' | 'preload',
  secret: string,
  whenLinked: (link: WorldLink) => void,
): void {
  // Taken before any script of the page runs, so that a page that replaces them changes nothing here.
  const { apply } = Reflect
  /* oxlint-disable typescript/unbound-method -- called by `apply` only, which names what they work on */
  const { addEventListener, dispatchEvent } = EventTarget.prototype
  const WorldEvent = CustomEvent
  const readDetail = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get
  /* oxlint-enable typescript/unbound-method */
  const other = side === 'page' ? 'preload' : 'page'

  const join = (element: EventTarget): void => {
    const hear = (name: string, listener: (text: string) => void): void => {
      // Only the other half of this function writes these events, and it writes text.
      const onEvent = (event: Event) => listener(readDetail ? (apply(readDetail, event, []) as string) : '')
      apply(addEventListener, element, [name, onEvent])
    }
    const say = (name: string, detail: string): void =>
      void apply(dispatchEvent, element, [new WorldEvent(name, { detail })])
    // A nested call is answered before the outer one.
    let answered = ''
    hear(`${side}-answer`, (text) => {
      answered = text
    })
    whenLinked({
      ask: (text) => {
        answered = ''
        say(`${other}-question`, text)
        return answered
      },
      listen: (answer) => hear(`${side}-question`, (text) => say(`${other}-answer`, answer(text))),
    })
  }

  if (side === 'preload') {
    const element = document.createElement('i')
    document.dispatchEvent(new MouseEvent(secret, { relatedTarget: element }))
    join(element)
    return
  }
  const onMeeting = (event: Event): void => {
    document.removeEventListener(secret, onMeeting)
    if (event instanceof MouseEvent && event.relatedTarget) join(event.relatedTarget)
  }
  document.addEventListener(secret, onMeeting)
}
