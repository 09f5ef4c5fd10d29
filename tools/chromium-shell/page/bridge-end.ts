/** A value on its way between two worlds of one page; functions and promises travel as numbers. */
export type Packed =
  | { kind: 'plain'; value: unknown }
  | { kind: 'object'; index: number; keys: string[]; values: Packed[] }
  | { kind: 'array'; index: number; values: Packed[] }
  | { kind: 'seen'; index: number }
  | { kind: 'function'; id: number }
  | { kind: 'promise'; id: number }
  | { kind: 'error'; message: string; stack: string | undefined }

/** What one world says to the other; a call is answered at once, as calls between worlds are in Electron. */
export type BridgeMessage =
  | { type: 'expose'; key: string; api: Packed }
  | { type: 'call'; id: number; values: Packed[] }
  | { type: 'settle'; id: number; ok: boolean; value: Packed }

/** The answer to a message. */
export type BridgeAnswer = { ok: boolean; value: Packed }

/** One world's end of the bridge. */
export type BridgeEnd = {
  pack: (value: unknown) => Packed
  unpack: (packed: Packed, frozen?: boolean) => unknown
  answer: (message: BridgeMessage) => BridgeAnswer
}

/**
 * Makes one end of the bridge that `contextBridge` promises: plain values are copied, functions become functions of
 * this world that call the other, promises settle together, errors keep their message only, prototypes are lost.
 * The other world can call nothing but the functions that were handed to it.
 *
 * It refers to nothing outside itself, because its source text is evaluated in both worlds of the page.
 */
export function createBridgeEnd(ask: (message: BridgeMessage) => BridgeAnswer): BridgeEnd {
  // Taken before any script of the page runs, so that a page that replaces them changes nothing here.
  const { apply, ownKeys } = Reflect
  const { freeze, defineProperty } = Object
  /* oxlint-disable typescript/unbound-method -- called by `apply` only, which names what they work on */
  const { toString: objectToString, propertyIsEnumerable } = Object.prototype
  const { isArray } = Array
  const PagePromise = Promise
  const PageError = Error
  const then = Promise.prototype.then
  /* oxlint-enable typescript/unbound-method */
  const depthLimit = 1000

  const handedOut = new Map<number, (...values: unknown[]) => unknown>()
  const idsOfFunctions = new WeakMap<object, number>()
  const unsettled = new Map<number, { resolve: (value: unknown) => void; reject: (cause: unknown) => void }>()
  let lastId = 0

  const packOne = (value: unknown, seen: Map<object, number>, depth: number): Packed => {
    if (depth > depthLimit) throw new PageError('Electron contextBridge recursion depth exceeded.')
    if (typeof value === 'symbol') return { kind: 'plain', value: undefined }
    if (typeof value === 'function') {
      const known = idsOfFunctions.get(value)
      const id = known ?? (lastId += 1)
      idsOfFunctions.set(value, id)
      handedOut.set(id, (...values) => apply(value, undefined, values))
      return { kind: 'function', id }
    }
    if (typeof value !== 'object' || value === null) return { kind: 'plain', value }
    if (value instanceof PagePromise) {
      const id = (lastId += 1)
      const settle = (ok: boolean) => (outcome: unknown) =>
        void ask({ type: 'settle', id, ok, value: packTop(outcome) })
      void apply(then, value, [settle(true), settle(false)])
      return { kind: 'promise', id }
    }
    if (value instanceof PageError) return { kind: 'error', message: `${value.message}`, stack: value.stack }
    const known = seen.get(value)
    if (known !== undefined) return { kind: 'seen', index: known }
    const index = seen.size
    if (isArray(value)) {
      seen.set(value, index)
      const values: Packed[] = []
      for (const part of value) values[values.length] = packOne(part, seen, depth + 1)
      return { kind: 'array', index, values }
    }
    // Dates, maps, bytes, blobs: Chromium clones them itself on the way.
    if (apply(objectToString, value, []) !== '[object Object]') return { kind: 'plain', value }
    seen.set(value, index)
    const keys: string[] = []
    const values: Packed[] = []
    for (const key of ownKeys(value)) {
      const isVisible = apply(propertyIsEnumerable, value, [key])
      if (typeof key !== 'string' || !isVisible) continue
      keys[keys.length] = key
      values[values.length] = packOne(Reflect.get(value, key), seen, depth + 1)
    }
    return { kind: 'object', index, keys, values }
  }
  const packTop = (value: unknown): Packed => packOne(value, new Map(), 0)

  const outcomeOf = ({ ok, value }: BridgeAnswer): unknown => {
    if (!ok) throw unpack(value)
    return unpack(value)
  }
  const unpackOne = (packed: Packed, frozen: boolean, built: Map<number, object>): unknown => {
    const finish = <T extends object>(value: T): T => (frozen ? freeze(value) : value)
    if (packed.kind === 'plain') return packed.value
    if (packed.kind === 'seen') return built.get(packed.index)
    if (packed.kind === 'error') return new PageError(packed.message)
    if (packed.kind === 'function') {
      const { id } = packed
      return finish((...values: unknown[]) =>
        outcomeOf(ask({ type: 'call', id, values: values.map(packTop) })),
      )
    }
    if (packed.kind === 'promise') {
      const { id } = packed
      return new PagePromise((resolve, reject) => void unsettled.set(id, { resolve, reject }))
    }
    if (packed.kind === 'array') {
      const list: unknown[] = []
      built.set(packed.index, list)
      for (const part of packed.values) list[list.length] = unpackOne(part, frozen, built)
      return finish(list)
    }
    const object = {}
    built.set(packed.index, object)
    packed.keys.forEach((key, position) => {
      const part = packed.values[position]
      const value = part && unpackOne(part, frozen, built)
      defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true })
    })
    return finish(object)
  }
  const unpack = (packed: Packed, frozen = false): unknown => unpackOne(packed, frozen, new Map())

  const answer = (message: BridgeMessage): BridgeAnswer => {
    try {
      if (message.type === 'settle') {
        const waiting = unsettled.get(message.id)
        unsettled.delete(message.id)
        if (message.ok) waiting?.resolve(unpack(message.value))
        else waiting?.reject(unpack(message.value))
        return { ok: true, value: { kind: 'plain', value: undefined } }
      }
      const called = message.type === 'call' ? handedOut.get(message.id) : undefined
      if (message.type !== 'call' || !called) throw new PageError('There is no such function.')
      return { ok: true, value: packTop(called(...message.values.map((value) => unpack(value)))) }
    } catch (cause) {
      return { ok: false, value: packTop(cause) }
    }
  }
  return { pack: packTop, unpack, answer }
}
