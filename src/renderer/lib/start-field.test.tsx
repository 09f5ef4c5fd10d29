import { fireEvent } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { startHint } from '#shared/contract/start-hint.ts'
import { firstSignOfUser, takeStartHint } from './start-field.ts'

test.each(['keydown', 'pointermove', 'pointerdown', 'input', 'click'])(
  'a page is in use from its first %s on, even if nothing else handles the event',
  async (sign) => {
    const onUsed = vi.fn()
    const isUsed = firstSignOfUser().then(onUsed)
    document.body.addEventListener(sign, (event) => event.stopPropagation(), { once: true })
    await new Promise((resolve) => setTimeout(resolve))
    expect(onUsed).not.toHaveBeenCalled()
    fireEvent(document.body, new Event(sign, { bubbles: true }))
    await isUsed
    expect(onUsed).toHaveBeenCalledOnce()
  },
)

test('a page that is only shown, gets the focus or is resized is not in use', async () => {
  const onUsed = vi.fn()
  void firstSignOfUser().then(onUsed)
  for (const event of ['focus', 'focusin', 'resize', 'visibilitychange', 'load'])
    fireEvent(window, new Event(event))
  await new Promise((resolve) => setTimeout(resolve))
  expect(onUsed).not.toHaveBeenCalled()
})

test('only the first page of a window, and only with the hint in its address, shows the field at once', () => {
  expect(takeStartHint()).toBe(false)
  window.history.replaceState(null, '', `/index.html?${startHint}#/today`)
  expect(takeStartHint()).toBe(true)
  expect(window.location.pathname + window.location.search + window.location.hash).toBe('/index.html#/today')
  expect(takeStartHint()).toBe(false)
  window.history.replaceState(null, '', '/index.html?other')
  expect(takeStartHint()).toBe(false)
})
