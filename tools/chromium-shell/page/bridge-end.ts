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
  // Taken before any script of the page runs, so that a page that replaces them changes nothing here. For the same
  // reason there is no map, no iteration and no spread below: all of them look up what a page can replace.
  const { apply, get, ownKeys } = Reflect
  const { create, defineProperty, freeze } = Object
  /* oxlint-disable typescript/unbound-method -- called by `apply` only, which names what they work on */
  const { toString: objectToString, propertyIsEnumerable } = Object.prototype
  const { isArray } = Array
  const { get: mapGet, set: mapSet } = WeakMap.prototype
  const PageMap = WeakMap
  const PagePromise = Promise
  const PageError = Error
  const then = Promise.prototype.then
  /* oxlint-enable typescript/unbound-method */
  const depthLimit = 1000

  type Table<T> = Record<number, T>
  type Seen = { indexes: WeakMap<object, number>; count: number }
  const handedOut: Table<(...values: unknown[]) => unknown> = create(null)
  const unsettled: Table<{ resolve: (value: unknown) => void; reject: (cause: unknown) => void }> =
    create(null)
  const idsOfFunctions = new PageMap<object, number>()
  let lastId = 0

  const each = <From, To>(list: ArrayLike<From>, change: (part: From) => To): To[] => {
    const changed: To[] = []
    for (let index = 0; index < list.length; index += 1) {
      // Within its length a list of the bridge's own has every part.
      const part = list[index] as From
      defineProperty(changed, index, {
        value: change(part),
        writable: true,
        enumerable: true,
        configurable: true,
      })
    }
    return changed
  }
  const numberFor = (map: WeakMap<object, number>, key: object): number | undefined =>
    apply(mapGet, map, [key])

  const packObject = (value: object, seen: Seen, depth: number): Packed => {
    const index = seen.count
    seen.count += 1
    apply(mapSet, seen.indexes, [value, index])
    if (isArray(value))
      return { kind: 'array', index, values: each(value, (part) => packOne(part, seen, depth + 1)) }
    const keys: string[] = []
    const values: Packed[] = []
    each(ownKeys(value), (key) => {
      if (typeof key !== 'string' || !apply(propertyIsEnumerable, value, [key])) return
      keys[keys.length] = key
      values[values.length] = packOne(get(value, key), seen, depth + 1)
    })
    return { kind: 'object', index, keys, values }
  }
  const packOne = (value: unknown, seen: Seen, depth: number): Packed => {
    if (depth > depthLimit) throw new PageError('Electron contextBridge recursion depth exceeded.')
    if (typeof value === 'symbol') return { kind: 'plain', value: undefined }
    if (typeof value === 'function') {
      const id = numberFor(idsOfFunctions, value) ?? (lastId += 1)
      apply(mapSet, idsOfFunctions, [value, id])
      handedOut[id] = (...values) => apply(value, undefined, values)
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
    const known = numberFor(seen.indexes, value)
    if (known !== undefined) return { kind: 'seen', index: known }
    if (isArray(value) || apply(objectToString, value, []) === '[object Object]')
      return packObject(value, seen, depth)
    // Dates, maps, bytes, blobs: Chromium clones them itself on the way.
    return { kind: 'plain', value }
  }
  const packTop = (value: unknown): Packed => packOne(value, { indexes: new PageMap(), count: 0 }, 0)

  const outcomeOf = ({ ok, value }: BridgeAnswer): unknown => {
    if (!ok) throw unpack(value)
    return unpack(value)
  }
  const unpackOne = (packed: Packed, frozen: boolean, built: Table<object>): unknown => {
    const finish = <T extends object>(value: T): T => (frozen ? freeze(value) : value)
    if (packed.kind === 'plain') return packed.value
    if (packed.kind === 'seen') return built[packed.index]
    if (packed.kind === 'error') return new PageError(packed.message)
    if (packed.kind === 'function') {
      const { id } = packed
      return finish((...values: unknown[]) =>
        outcomeOf(ask({ type: 'call', id, values: each(values, packTop) })),
      )
    }
    if (packed.kind === 'promise') {
      const { id } = packed
      return new PagePromise((resolve, reject) => {
        unsettled[id] = { resolve, reject }
      })
    }
    const target: unknown[] | Record<string, unknown> = packed.kind === 'array' ? [] : {}
    built[packed.index] = target
    for (let at = 0; at < packed.values.length; at += 1) {
      const part = packed.values[at]
      const key = packed.kind === 'array' ? at : packed.keys[at]
      const value = part && unpackOne(part, frozen, built)
      if (key !== undefined)
        defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true })
    }
    return finish(target)
  }
  const unpack = (packed: Packed, frozen = false): unknown => unpackOne(packed, frozen, create(null))

  const answer = (message: BridgeMessage): BridgeAnswer => {
    try {
      if (message.type === 'settle') {
        const waiting = unsettled[message.id]
        delete unsettled[message.id]
        if (message.ok) waiting?.resolve(unpack(message.value))
        else waiting?.reject(unpack(message.value))
        return { ok: true, value: { kind: 'plain', value: undefined } }
      }
      const called = message.type === 'call' ? handedOut[message.id] : undefined
      if (message.type !== 'call' || !called) throw new PageError('There is no such function.')
      const values = each(message.values, (value) => unpack(value))
      return { ok: true, value: packTop(apply(called, undefined, values)) }
    } catch (cause) {
      return { ok: false, value: packTop(cause) }
    }
  }
  return { pack: packTop, unpack, answer }
}
