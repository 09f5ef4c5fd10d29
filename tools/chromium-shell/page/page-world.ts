import type { BridgeEnd, BridgeMessage } from './bridge-end.ts'
import type { WorldLink } from './world-link.ts'

/**
 * The page's half: puts what the preload exposes on `window`, frozen, and nothing else.
 *
 * It refers to nothing outside itself, because its source text is evaluated in the page.
 */
export function receiveExposed(link: WorldLink, createEnd: (ask: WorldLink['ask']) => BridgeEnd): void {
  const { hasOwn, defineProperty } = Object
  const end = createEnd(link.ask)
  link.listen((message: BridgeMessage) => {
    if (message.type !== 'expose') return end.answer(message)
    if (hasOwn(globalThis, message.key)) {
      const refusal = new Error('Cannot bind an API on top of an existing property on the window object')
      return { ok: false, value: end.pack(refusal) }
    }
    const value = end.unpack(message.api, true)
    defineProperty(globalThis, message.key, { value, enumerable: true, writable: false, configurable: false })
    return { ok: true, value: { kind: 'plain', value: undefined } }
  })
}
