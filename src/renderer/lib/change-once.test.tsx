import { act, cleanup } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { renderInCache } from '#renderer/testing/render-hooks.tsx'
import { useChange } from './change.ts'

afterEach(cleanup)

const remove = (answer?: () => unknown) => renderInCache(() => useChange('evidence.removeOwn'), answer)

test('fault 406: what is asked for again while it is under way is done once, and both are answered', async () => {
  const { result, asked } = remove()
  const answers = await act(() =>
    Promise.all([result.current.mutateAsync({ id: 'one' }), result.current.mutateAsync({ id: 'one' })]),
  )
  expect(answers).toHaveLength(2)
  expect(asked).toEqual(['evidence.removeOwn'])
})

test('something else is done although a change is under way, and the same again once it is over', async () => {
  const { result, asked } = remove()
  await act(() =>
    Promise.all([result.current.mutateAsync({ id: 'one' }), result.current.mutateAsync({ id: 'two' })]),
  )
  expect(asked).toHaveLength(2)
  await act(() => result.current.mutateAsync({ id: 'two' }))
  expect(asked).toHaveLength(3)
})

test('a secret that is typed twice is sent once, and both copies of it are wiped', async () => {
  const { result, asked } = renderInCache(() => useChange('vault.unlock'))
  const copies = [Uint8Array.from([1, 2]), Uint8Array.from([1, 2])]
  await act(() => Promise.allSettled(copies.map((passphrase) => result.current.mutateAsync({ passphrase }))))
  expect(asked).toHaveLength(1)
  expect(copies).toEqual([new Uint8Array(2), new Uint8Array(2)])
})

test('both are refused where the one change fails, and it can be tried again', async () => {
  let fails = true
  const { result, asked } = remove(() => {
    if (fails) throw new AppError('disk-full')
    return null
  })
  const tried = await act(() =>
    Promise.allSettled([
      result.current.mutateAsync({ id: 'one' }),
      result.current.mutateAsync({ id: 'one' }),
    ]),
  )
  expect(tried.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(asked).toHaveLength(1)
  fails = false
  await act(() => result.current.mutateAsync({ id: 'one' }))
  expect(asked).toHaveLength(2)
})
