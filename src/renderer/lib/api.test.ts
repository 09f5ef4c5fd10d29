import { expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { createApi } from './api.ts'

const api = (answer: unknown) => {
  const asked: unknown[] = []
  const client = createApi((path, input) => {
    asked.push([path, input])
    // As it arrives over the bridge, which drops undefined values.
    return Promise.resolve(JSON.parse(JSON.stringify(answer)))
  })
  return { client, asked }
}

test('an operation is called by its path, and its answer returned', async () => {
  const { client, asked } = api({ ok: true, value: { number: 7 } })
  const clientId = crypto.randomUUID()
  expect(await client.sessions.nextNumber({ clientId })).toEqual({ number: 7 })
  expect(asked).toEqual([['sessions.nextNumber', { clientId }]])
})

test('the bytes of a secret are sent, and are zeros after the call, whether it succeeds or fails', async () => {
  for (const isRefused of [false, true]) {
    let sent = ''
    const client = createApi((_path, input) => {
      sent = JSON.stringify(input)
      return isRefused ? Promise.reject(new Error('gone')) : Promise.resolve({ ok: true })
    })
    const passphrase = Uint8Array.of(7, 8, 9)
    await client.vault.unlock({ passphrase }).catch(() => undefined)
    expect(sent).toBe('{"passphrase":{"0":7,"1":8,"2":9}}')
    expect([...passphrase]).toEqual([0, 0, 0])
  }
})

test('an empty answer is undefined', async () => {
  const { client } = api({ ok: true, value: undefined })
  expect(await client.lock.now()).toBeUndefined()
})

test('a failure is thrown with its code and places', async () => {
  const { client } = api({ ok: false, code: 'code-taken', places: ['code'] })
  await expect(client.clients.list()).rejects.toEqual(new AppError('code-taken', ['code']))
  await expect(client.clients.list()).rejects.toMatchObject({ code: 'code-taken', places: ['code'] })
})

test('an answer that is not a result is refused', async () => {
  for (const answer of [null, 7, { ok: true, value: 1, more: 2 }, { ok: false, code: 'made-up', places: [] }])
    await expect(api(answer).client.clients.list()).rejects.toThrow()
})

test('wrapping it in a promise calls no operation', async () => {
  const { client, asked } = api(null)
  expect(await Promise.resolve(client)).toBe(client)
  expect(asked).toEqual([])
})
