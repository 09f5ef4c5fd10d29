import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { ignoreComposingKeys } from './ignore-composing-keys.ts'

afterEach(cleanup)

test('keys of an input method reach no handler, neither of the page nor of a field', () => {
  ignoreComposingKeys(window)
  const heard: string[] = []
  window.addEventListener('keydown', ({ key }) => heard.push(`page: ${key}`), { capture: true })
  render(<input aria-label="Note" onKeyDown={({ key }) => heard.push(`field: ${key}`)} />)
  const field = screen.getByRole('textbox', { name: 'Note' })
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true })
  fireEvent.keyDown(field, { key: '1', isComposing: true })
  fireEvent.keyDown(field, { key: 'Process' })
  expect(heard).toEqual([])
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(heard).toEqual(['page: Enter', 'field: Enter'])
})
