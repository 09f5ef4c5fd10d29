import { once } from 'node:events'
import { describe, expect, test, vi } from 'vitest'
import { MessageChannelMain, MessagePortMain, takePorts } from './message-port.ts'
import { Wire, type WireMessage } from './wire.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

/** Two wires that send each other copies of their messages, as two processes would. */
function joinedWires() {
  const received: { data: unknown; ports: MessagePortMain[] }[] = []
  const near = new Wire('near-', (message) => {
    const taken = far.take(structuredClone(message))
    if (taken)
      received.push({ data: taken.data, ports: taken.ports.map((port) => new MessagePortMain(port)) })
  })
  const far: Wire = new Wire('far-', (message: WireMessage) => void near.take(structuredClone(message)))
  return { near, far, received }
}

describe('a channel within one process', () => {
  test('holds messages until the port is started, then delivers them in order', async () => {
    const { port1, port2 } = new MessageChannelMain()
    const heard = vi.fn()
    port2.on('message', ({ data }) => heard(data))
    port1.postMessage('first')
    port1.postMessage(new Date(2))
    await settled()
    expect(heard).not.toHaveBeenCalled()
    port2.start()
    await settled()
    expect(heard.mock.calls).toStrictEqual([['first'], [new Date(2)]])
  })

  test('tells the other end that a port is closed, after earlier messages', async () => {
    const { port1, port2 } = new MessageChannelMain()
    const order: string[] = []
    port2.on('message', ({ data }) => order.push(data))
    port2.on('close', () => order.push('closed'))
    port2.start()
    port1.postMessage('last words')
    port1.close()
    await settled()
    expect(order).toStrictEqual(['last words', 'closed'])
  })

  test('carries ports, which their sender can’t use afterwards', async () => {
    const outer = new MessageChannelMain()
    const inner = new MessageChannelMain()
    inner.port1.postMessage('sent before the move')
    outer.port1.postMessage('here', [inner.port2])
    expect(() => outer.port1.postMessage('again', [inner.port2])).toThrow('already neutered')
    const arrived = once(outer.port2, 'message')
    outer.port2.start()
    const [{ ports }] = await arrived
    const heard = once(ports[0], 'message')
    ports[0].start()
    expect((await heard)[0].data).toBe('sent before the move')
  })

  test('refuses what cannot be cloned', () => {
    const { port1 } = new MessageChannelMain()
    expect(() => port1.postMessage(() => undefined)).toThrow('An object could not be cloned.')
  })
})

describe('a channel between two processes', () => {
  test('works in both directions once a port has moved', async () => {
    const { near, received } = joinedWires()
    const { port1, port2 } = new MessageChannelMain()
    port1.postMessage('sent before the move')
    near.sendToProcess('take this', takePorts([port2]))
    const far = received[0]?.ports[0]
    if (!far) throw new Error('no port arrived')
    const heardFar = vi.fn()
    const heardNear = vi.fn()
    far.on('message', ({ data }) => heardFar(data))
    far.start()
    port1.on('message', ({ data }) => heardNear(data))
    port1.start()
    port1.postMessage('out')
    far.postMessage('back')
    await settled()
    expect(heardFar.mock.calls).toStrictEqual([['sent before the move'], ['out']])
    expect(heardNear.mock.calls).toStrictEqual([['back']])
  })

  test('carries further ports, in both directions', async () => {
    const { near, received } = joinedWires()
    const outer = new MessageChannelMain()
    near.sendToProcess('', takePorts([outer.port2]))
    const far = received[0]?.ports[0]
    if (!far) throw new Error('no port arrived')
    const inner = new MessageChannelMain()
    const crossed = once(far, 'message')
    far.start()
    outer.port1.postMessage('one more', [inner.port2])
    const [{ ports }] = await crossed
    const returned = once(outer.port1, 'message')
    outer.port1.start()
    far.postMessage('back again', [ports[0]])
    const [{ ports: home }] = await returned
    const heard = once(home[0], 'message')
    home[0].start()
    inner.port1.postMessage('through both')
    expect((await heard)[0].data).toBe('through both')
  })

  test('closes on both sides, by a call or with the connection', async () => {
    for (const end of ['by hand', 'with the connection'] as const) {
      const { near, received } = joinedWires()
      const { port1, port2 } = new MessageChannelMain()
      near.sendToProcess('', takePorts([port2]))
      const closed = vi.fn()
      port1.on('close', closed)
      if (end === 'by hand') received[0]?.ports[0]?.close()
      else near.close()
      await settled()
      expect(closed).toHaveBeenCalledTimes(1)
    }
  })
})
