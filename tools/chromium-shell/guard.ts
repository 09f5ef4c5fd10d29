import { EventEmitter } from 'node:events'

/** An error for something that Electron has and the shell doesn't. */
export function notImplemented(name: string): Error {
  return new Error(`not implemented in chromium-shell: ${name}`)
}

// `await`, JSON.stringify and printing tools read these from any object; reading them must not throw.
const askedOfAnything = new Set(
  'then toJSON toString valueOf nodeType asymmetricMatch inspect domain'.split(' '),
)
const listenerMethods = new Set(['on', 'once', 'addListener', 'prependListener', 'prependOnceListener'])

/**
 * Wraps an object so that reading or setting a missing member throws `not implemented in chromium-shell: name.member`.
 * With a list of events, listening to any other event throws too.
 */
export function guarded<T extends object>(name: string, target: T, events?: readonly string[]): T {
  return new Proxy(target, {
    set: (object, key, value, receiver) => {
      // Node's emitters keep their own state in members that begin with an underscore.
      if (typeof key === 'string' && !(key in object) && !key.startsWith('_'))
        throw notImplemented(`${name}.${key}`)
      return Reflect.set(object, key, value, receiver)
    },
    get: (object, key, receiver) => {
      const value: unknown = Reflect.get(object, key, receiver)
      if (typeof key === 'symbol') return value
      if (value === undefined && !(key in object) && !askedOfAnything.has(key))
        throw notImplemented(`${name}.${key}`)
      if (!events || !listenerMethods.has(key) || typeof value !== 'function') return value
      return (event: string | symbol, ...rest: unknown[]): unknown => {
        if (typeof event === 'string' && !events.includes(event))
          throw notImplemented(`${name} event '${event}'`)
        return Reflect.apply(value, receiver, [event, ...rest])
      }
    },
  })
}

/** An event emitter whose unknown members and unknown events throw. */
export class GuardedEmitter extends EventEmitter {
  /** Listening to `error` is always allowed, because Node's own `events.once` does so with every emitter. */
  constructor(name: string, events: readonly string[]) {
    super()
    // The returned object replaces `this`, and gets the private members of subclasses.
    return guarded(name, this, [...events, 'error', 'newListener', 'removeListener'])
  }
}
