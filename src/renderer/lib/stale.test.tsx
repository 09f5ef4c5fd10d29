import { useState } from 'react'
import { act, cleanup, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { renderInCache } from '#renderer/testing/render-hooks.tsx'
import { useAsk } from './ask.ts'
import { useChange } from './change.ts'

afterEach(cleanup)

/** An app with two screens: one shows the list of clients, the other Today. `answers` counts up with each question. */
async function twoScreens() {
  const drawn: unknown[] = []
  let answers = 0
  const app = renderInCache(
    () => {
      const [isList, showList] = useState(true)
      const list = useAsk('clients.list', undefined, { subscribed: isList, enabled: isList })
      useAsk('today.get', undefined, { subscribed: !isList, enabled: !isList })
      if (isList) drawn.push(list.data)
      return { showList, list, load: useChange('sample.load'), mark: useChange('evidence.mark') }
    },
    (path) => (path === 'clients.list' ? (answers += 1) : null),
  )
  const settled = () => waitFor(() => expect(app.queryClient.isFetching()).toBe(0))
  await waitFor(() => expect(app.result.current.list.data).toBe(1))
  const show = async (isList: boolean) => {
    drawn.length = 0
    act(() => app.result.current.showList(isList))
    await settled()
  }
  return { ...app, drawn, show, settled }
}

test('only answers on screen are asked for again at once; the rest are dropped', async () => {
  const { asked, queryClient, result } = await twoScreens()
  queryClient.setQueryData(['today.get'], 'earlier')
  asked.length = 0
  await act(() => result.current.load.mutateAsync())
  expect(asked).toEqual(['sample.load', 'clients.list'])
  expect(queryClient.getQueryData(['today.get'])).toBeUndefined()
})

test('fault 382: a screen that is opened again after a change elsewhere never draws the old answer', async () => {
  const { drawn, show, result } = await twoScreens()
  await show(false)
  await act(() => result.current.load.mutateAsync())
  await show(true)
  expect(drawn.filter((data) => data !== undefined)).toEqual([2])
})

test('fault 382: nor does a screen whose stale answer stayed until it was left', async () => {
  const { drawn, show, result } = await twoScreens()
  await act(() => result.current.mark.mutateAsync({ id: '', isBookmarked: true }))
  expect(result.current.list.data).toBe(1)
  await show(false)
  await show(true)
  expect(drawn.filter((data) => data !== undefined)).toEqual([2])
})

test('without a change, a screen that is opened again draws its answer at once and asks for nothing', async () => {
  const { asked, drawn, show } = await twoScreens()
  await show(false)
  asked.length = 0
  await show(true)
  expect(drawn.every((data) => data === 1)).toBe(true)
  expect(asked).toEqual([])
})

test('what a screen keeps in the cache for itself stays after a change', async () => {
  const { queryClient, result } = await twoScreens()
  queryClient.setQueryData(['evidence filters'], { query: 'repair' })
  await act(() => result.current.load.mutateAsync())
  expect(queryClient.getQueryData(['evidence filters'])).toEqual({ query: 'repair' })
})
