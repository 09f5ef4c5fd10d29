import { act, cleanup, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { renderInCache } from '#renderer/testing/render-hooks.tsx'
import { question, together, useAsk, type Asked } from './ask.ts'

afterEach(cleanup)

const id = '11111111-1111-4111-8111-111111111111'

test('a query is sent by its path with its input, and cached under both', async () => {
  const { result, queryClient } = renderInCache(
    () => useAsk('clients.get', { id }),
    (path, input) => ({ path, input }),
  )
  await waitFor(() => expect(result.current.data).toEqual({ path: 'clients.get', input: { id } }))
  expect(queryClient.getQueryData(question('clients.get', { id }).queryKey)).toBe(result.current.data)
  expect(queryClient.getQueryCache().getAll()[0]?.queryKey).toEqual(['clients.get', { id }])
})

test('the same question is sent once, however many components ask it', async () => {
  const { result, asked } = renderInCache(() => [useAsk('vault.status'), useAsk('vault.status')] as const)
  await waitFor(() => expect(result.current.every(({ isSuccess }) => isSuccess)).toBe(true))
  expect(asked).toEqual(['vault.status'])
})

test('an answer can be put into the cache without a request', async () => {
  const { result, queryClient } = renderInCache(() => useAsk('clients.list').data)
  await waitFor(() => expect(result.current).toBeNull())
  act(() => void queryClient.setQueryData(question('clients.list').queryKey, []))
  await waitFor(() => expect(result.current).toEqual([]))
})

function asked<T>(change: Partial<Asked<T>> = {}) {
  return { data: undefined, error: null, refetch: vi.fn(), ...change }
}

test('several queries are done once all are, even with an answer of null', () => {
  expect(together({ one: asked({ data: 1 }), other: asked() }).data).toBeUndefined()
  expect(together({ one: asked({ data: 1 }), other: asked({ data: null }) }).data).toEqual({
    one: 1,
    other: null,
  })
})

test('several queries fail with the first failure, and are sent again together', () => {
  const failure = new AppError('disk-error')
  const [one, other] = [asked({ data: 1 }), asked({ error: failure })]
  const all = together({ one, other })
  expect(all.error).toBe(failure)
  all.refetch()
  for (const { refetch } of [one, other]) expect(refetch).toHaveBeenCalledTimes(1)
})
