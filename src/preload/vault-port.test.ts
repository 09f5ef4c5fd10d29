import { expect, test, vi } from 'vitest'
import { appContract } from '#shared/contract/app-contract.ts'
import { contract } from '#shared/contract/contract.ts'
import type { Operations } from '#shared/contract/operation.ts'
import { createVaultPort, isServedByMain } from './vault-port.ts'

/** The page's end of a channel, with what a vault process does at the other end. */
class FakePort extends EventTarget {
  readonly sent: { id: number; request: unknown }[] = []
  isClosed = false
  start() {
    return undefined
  }
  postMessage(message: { id: number; request: unknown }) {
    structuredClone(message)
    this.sent.push(message)
  }
  close() {
    this.isClosed = true
  }
  says(data: unknown) {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  answers(id: number) {
    this.says({ kind: 'answer', id, result: `result ${id}` })
  }
  ends() {
    this.dispatchEvent(new Event('close'))
  }
}

function page() {
  const refusals: (string | null)[] = []
  const connect = vi.fn(() => Promise.resolve(refusals.shift() ?? null))
  const vault = createVaultPort(connect)
  const given = (): FakePort => {
    const port = new FakePort()
    // Only what is used of a port.
    vault.take(port as unknown as MessagePort)
    return port
  }
  return { vault, connect, refusals, given }
}

const request = { path: 'clients.list', input: undefined }
const refused = (code: string) => JSON.stringify({ ok: false, code, places: [] })

test('main is asked for a port at the first request, and requests wait for it', async () => {
  const { vault, connect, given } = page()
  expect(connect).not.toHaveBeenCalled()
  const answers = Promise.all([vault.call(request), vault.call({ path: 'vault.status', input: 1 })])
  await Promise.resolve()
  expect(connect).toHaveBeenCalledOnce()
  const port = given()
  expect(port.sent).toEqual([
    { id: 1, request },
    { id: 2, request: { path: 'vault.status', input: 1 } },
  ])
  port.answers(2)
  port.answers(1)
  expect(await answers).toEqual(['result 1', 'result 2'])
  void vault.call(request)
  expect(connect).toHaveBeenCalledOnce()
})

test('a refused port is the answer, and the next request asks again', async () => {
  const { vault, connect, refusals } = page()
  refusals.push(refused('vault-not-starting'))
  expect(await vault.call(request)).toBe(refused('vault-not-starting'))
  connect.mockRejectedValueOnce(new Error('main is gone'))
  expect(await vault.call(request)).toBe(refused('not-available'))
  expect(connect).toHaveBeenCalledTimes(2)
})

test('when the vault process is gone, open requests fail and the next one asks for a new port', async () => {
  const { vault, connect, given } = page()
  const question = vault.call(request)
  given().ends()
  expect(await question).toBe(refused('not-available'))
  const next = vault.call(request)
  expect(connect).toHaveBeenCalledTimes(2)
  given().answers(2)
  expect(await next).toBe('result 2')
})

test('requests that a leaving process did not take go to the next one, each once', async () => {
  const { vault, connect, given } = page()
  const answers = Promise.all([vault.call(request), vault.call(request), vault.call(request)])
  const old = given()
  old.answers(1)
  old.says({ kind: 'leaving', last: 2 })
  expect(old.isClosed).toBe(true)
  expect(connect).toHaveBeenCalledTimes(2)
  const next = given()
  expect(next.sent.map(({ id }) => id)).toEqual([3])
  next.answers(3)
  // The second was taken and never answered: nobody knows whether it was done, so it is not asked again.
  expect(await answers).toEqual(['result 1', refused('not-available'), 'result 3'])
})

test('a secret is sent again as long as its request waits, and is zeros once that is settled', async () => {
  const { vault, given } = page()
  const passphrase = Uint8Array.of(7, 8)
  const answer = vault.call({ path: 'vault.unlock', input: { passphrase } })
  const old = given()
  old.says({ kind: 'leaving', last: 0 })
  const next = given()
  expect(next.sent).toEqual([
    { id: 1, request: { path: 'vault.unlock', input: { passphrase: Uint8Array.of(7, 8) } } },
  ])
  next.answers(1)
  await answer
  expect([...passphrase]).toEqual([0, 0])

  const lost = Uint8Array.of(9)
  const unanswered = vault.call({ path: 'keys.prove', input: { secret: { passphrase: lost } } })
  next.ends()
  await unanswered
  expect([...lost]).toEqual([0])
})

test('a new port replaces the earlier one, whose open requests fail', async () => {
  const { vault, given } = page()
  const question = vault.call(request)
  const old = given()
  const next = given()
  expect(await question).toBe(refused('not-available'))
  old.ends()
  const later = vault.call(request)
  expect(next.sent).toHaveLength(1)
  next.answers(2)
  expect(await later).toBe('result 2')
})

test('a value that can’t cross is refused and delays nothing', async () => {
  const { vault, given } = page()
  const port = given()
  expect(await vault.call({ path: 'clients.get', input: () => 1 })).toBe(refused('invalid-input'))
  const next = vault.call(request)
  port.answers(2)
  expect(await next).toBe('result 2')
})

test('exactly the operations that main serves go to main', () => {
  const operations: Operations = contract
  for (const [area, ofArea] of Object.entries(operations))
    for (const name of Object.keys(ofArea))
      expect([area, name, isServedByMain(`${area}.${name}`)]).toEqual([
        area,
        name,
        Object.hasOwn(appContract, area),
      ])
})
