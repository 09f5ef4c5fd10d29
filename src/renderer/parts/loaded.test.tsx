import { useState } from 'react'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { english } from '#shared/i18n/en/index.ts'
import type { Asked } from '../lib/ask.ts'
import { startI18n } from '../lib/i18n.ts'
import { Loaded } from './loaded.tsx'

beforeAll(startI18n)
afterEach(cleanup)

const pending: Asked<string> = { data: undefined, error: null, refetch: () => undefined }
const failure = new AppError('disk-error')
const { title } = english.errors['disk-error']

const loaded = (query: Asked<string>, page?: { title: string }) => (
  <Loaded query={query} loading="Looking…" {...(page === undefined ? {} : { page })}>
    {(data) => <Field start={data} />}
  </Loaded>
)

function Field({ start }: { start: string }) {
  const [text, setText] = useState(start)
  return <input aria-label="Note" value={text} onChange={({ target }) => setText(target.value)} />
}

test('says that the data is loading, then shows it', () => {
  const { rerender } = render(loaded(pending))
  expect(screen.getByText('Looking…')).toBeTruthy()
  rerender(loaded({ ...pending, data: 'kept' }))
  expect(screen.queryByText('Looking…')).toBeNull()
  expect(screen.getByLabelText<HTMLInputElement>('Note').value).toBe('kept')
})

test('an empty answer is an answer', () => {
  render(<Loaded query={{ ...pending, data: null }}>{(data) => <p>{String(data)}</p>}</Loaded>)
  expect(screen.getByText('null')).toBeTruthy()
})

test('shows nothing during loading if it has no words for it', () => {
  const { container } = render(<Loaded query={pending}>{(data) => <p>{data}</p>}</Loaded>)
  expect(container.innerHTML).toBe('')
})

test('says that the data could not be loaded, and tries again', async () => {
  const refetch = vi.fn()
  render(loaded({ ...pending, error: failure, refetch }))
  expect(screen.getByRole('alert').textContent).toContain(title)
  expect(screen.queryByRole('heading')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(refetch).toHaveBeenCalledTimes(1)
})

test('a failure of a whole screen has a heading, which takes the focus', () => {
  render(loaded({ ...pending, error: failure }, { title: 'Clients' }))
  expect(screen.getByRole('heading', { name: 'Clients' })).toBe(document.activeElement)
  expect(screen.getByRole('alert').textContent).toContain(title)
})

test('a failed reload keeps the old content with its typed text', async () => {
  const { rerender } = render(loaded({ ...pending, data: 'kept' }))
  await userEvent.type(screen.getByLabelText('Note'), ' and more')
  rerender(loaded({ ...pending, data: 'kept', error: failure }))
  expect(screen.getByRole('alert').textContent).toContain(title)
  expect(screen.getByLabelText<HTMLInputElement>('Note').value).toBe('kept and more')
})
