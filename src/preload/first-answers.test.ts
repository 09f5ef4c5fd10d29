import { expect, test, vi } from 'vitest'
import { askFirstQuestions } from './first-answers.ts'

const refused = JSON.stringify({ ok: false, code: 'not-available', places: [] })

/** The page's way to ask; `answer` is what the next questions get. */
function page(answer: (path: string) => Promise<string> = (path) => Promise.resolve(`${path} answered`)) {
  const ask = vi.fn((path: string, _input: unknown) => answer(path))
  const asked = () => ask.mock.calls.map(([path]) => path)
  return { call: askFirstQuestions(ask), asked }
}

test('the first questions are asked before the page asks, and each of them once', async () => {
  const { call, asked } = page()
  expect(asked()).toEqual(['vault.status', 'app.about', 'lock.last'])
  expect(await call('vault.status', undefined)).toBe('vault.status answered')
  expect(await call('lock.last', undefined)).toBe('lock.last answered')
  expect(asked()).toHaveLength(3)
})

test('the page’s second question of a kind is asked again, because the answer may have changed', async () => {
  const { call, asked } = page()
  await call('vault.status', undefined)
  await call('vault.status', undefined)
  expect(asked().slice(3)).toEqual(['vault.status'])
})

test('any other question, and one with an input, goes its usual way', async () => {
  const { call, asked } = page()
  expect(await call('clients.list', undefined)).toBe('clients.list answered')
  await call('app.about', {})
  expect(asked().slice(3)).toEqual(['clients.list', 'app.about'])
})

test('a question that main refused because it did not know the page yet is asked again', async () => {
  const answers = [refused, refused, refused]
  const { call } = page((path) => Promise.resolve(answers.shift() ?? `${path} answered`))
  expect(await call('vault.status', undefined)).toBe('vault.status answered')
})

test('a failure reaches the page that asks', async () => {
  const { call } = page(() => Promise.reject(new Error('main is gone')))
  await expect(call('app.about', undefined)).rejects.toThrow('main is gone')
})
