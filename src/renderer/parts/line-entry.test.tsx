import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { LineEntry } from './line-entry.tsx'

afterEach(cleanup)

test('a line sent twice is one line, and the next one has an id of its own', async () => {
  const user = userEvent.setup()
  const sent: { id: string; line: string }[] = []
  const kept: unknown[] = []
  let reaches = false
  render(
    <LineEntry
      draft={{
        found: null,
        hasFailed: false,
        keep: (typed) => kept.push(typed),
        finish: () => kept.push('finished'),
        discard: () => undefined,
      }}
      label="A line"
      addLabel="Add"
      limit={80}
      adding={{ isPending: false, error: null, reset: () => undefined }}
      onAdd={(given, onAdded) => {
        sent.push(given)
        if (reaches) onAdded()
      }}
    />,
  )
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'A line' })
  await user.type(field, 'silence{Enter}')
  expect(field.value).toBe('silence')
  reaches = true
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(field.value).toBe('')
  expect(document.activeElement).toBe(field)
  expect(kept.at(-1)).toBe('finished')
  await user.type(field, 'endings{Enter}')
  expect(sent.map(({ line }) => line)).toEqual(['silence', 'silence', 'endings'])
  expect(sent[1]?.id).toBe(sent[0]?.id)
  expect(sent[2]?.id).not.toBe(sent[0]?.id)
})
