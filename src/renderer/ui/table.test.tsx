import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Table } from './table.tsx'

let resized: () => void = () => undefined

/** Stands in for ResizeObserver and element sizes, which jsdom lacks. */
function standInForLayout(scrollWidth: number): void {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        resized = callback
      }
      observe = () => undefined
      disconnect = () => undefined
    },
  )
  vi.spyOn(HTMLElement.prototype, 'scrollWidth', 'get').mockReturnValue(scrollWidth)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400)
}

function show() {
  render(
    <Table
      caption="Ratings"
      columns={[{ id: 'name', header: 'Name', cell: (row: string) => row }]}
      rows={['one']}
      rowId={(row) => row}
    />,
  )
  act(() => resized())
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('a table wider than its container can be scrolled by keyboard and has a name', () => {
  standInForLayout(900)
  show()
  expect(screen.getByRole('group', { name: 'Ratings' }).tabIndex).toBe(0)
})

test('a table that fits is not a Tab stop', () => {
  standInForLayout(400)
  show()
  expect(screen.queryByRole('group')).toBeNull()
  expect(screen.getByRole('table', { name: 'Ratings' }).parentElement?.hasAttribute('tabindex')).toBe(false)
})
