import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { opensFirstLink, useRowMenu } from './row-menu.tsx'

afterEach(() => {
  getSelection()?.removeAllRanges()
  cleanup()
})

const chosen = vi.fn()
const opened = vi.fn()

/** Two rows, each with words, a button and a menu. */
function Rows() {
  const { props, menu } = useRowMenu(opened, (row: string) => ({
    label: `Menu of ${row}`,
    items: [
      { id: 'open', label: 'Open' },
      { id: 'remove', label: 'Remove…', kind: 'danger' },
    ],
    onAction: (id) => chosen(row, id),
  }))
  return (
    <>
      <ul>
        {['first', 'second'].map((row) => (
          <li key={row} {...props(row)}>
            <span>{`words of ${row}`}</span>
            <button type="button">{`button of ${row}`}</button>
          </li>
        ))}
      </ul>
      {menu}
    </>
  )
}

/** Asks for a menu as a right click or a key does; returns whether the browser's own menu was kept away. */
const ask = (element: Element, button: 0 | 2) => !fireEvent.contextMenu(element, { button })

test('a right click opens the menu of its row, and the chosen command is about that row', async () => {
  chosen.mockClear()
  render(<Rows />)
  expect(ask(screen.getByText('words of second'), 2)).toBe(true)
  expect(await screen.findByRole('menu', { name: 'Menu of second' })).toBeTruthy()
  await userEvent.setup().click(screen.getByRole('menuitem', { name: 'Remove…' }))
  expect(chosen.mock.calls).toEqual([['second', 'remove']])
  expect(screen.queryByRole('menu')).toBeNull()
})

test('a change of the window’s size closes it, because the row is elsewhere then', async () => {
  render(<Rows />)
  ask(screen.getByText('words of first'), 2)
  await screen.findByRole('menu', { name: 'Menu of first' })
  fireEvent(window, new Event('resize'))
  expect(screen.queryByRole('menu')).toBeNull()
})

test('a key opens it with the focus on its first command; Escape gives the focus back', async () => {
  chosen.mockClear()
  render(<Rows />)
  const button = screen.getByRole('button', { name: 'button of first' })
  button.focus()
  ask(button, 0)
  expect(document.activeElement).toBe(await screen.findByRole('menuitem', { name: 'Open' }))
  const user = userEvent.setup()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('menu')).toBeNull()
  await vi.waitFor(() => expect(document.activeElement).toBe(button))
  ask(button, 0)
  await screen.findByRole('menu')
  await user.keyboard('{ArrowDown}{Enter}')
  expect(chosen.mock.calls).toEqual([['first', 'remove']])
})

test('selected words in a row keep the menu of text', () => {
  render(<Rows />)
  const words = screen.getByText('words of first')
  getSelection()?.selectAllChildren(words)
  expect(ask(words, 2)).toBe(false)
  expect(screen.queryByRole('menu')).toBeNull()
})

test('a double click opens the row, but not where a control was meant, and selects nothing', () => {
  render(<Rows />)
  fireEvent.doubleClick(screen.getByRole('button', { name: 'button of first' }))
  expect(opened).not.toHaveBeenCalled()
  const words = screen.getByText('words of first')
  getSelection()?.selectAllChildren(words)
  fireEvent.doubleClick(words)
  expect(opened.mock.calls).toEqual([['first']])
  expect(getSelection()?.toString()).toBe('')
})

test('a row can open what its first link leads to', () => {
  const followed = vi.fn((event: Event) => event.preventDefault())
  render(
    <div {...opensFirstLink}>
      <span>words</span>
      <a href="#first">first</a>
      <a href="#second">second</a>
    </div>,
  )
  screen.getByText('first').addEventListener('click', followed)
  fireEvent.doubleClick(screen.getByText('words'))
  expect(followed).toHaveBeenCalledOnce()
})
