import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { english } from '#shared/i18n/en/index.ts'
import { startI18n } from '../lib/i18n.ts'
import { FailureNotice } from './failure-notice.tsx'

beforeAll(startI18n)
afterEach(cleanup)

const { title, safe, advice } = english.errors['disk-full']

test('says nothing where nothing failed', () => {
  const { container } = render(<FailureNotice failure={null} onRetry={() => undefined} />)
  expect(container.innerHTML).toBe('')
})

test('says what happened, what is safe and what to do, and is read aloud', () => {
  render(<FailureNotice failure={new AppError('disk-full')} />)
  const notice = screen.getByRole('alert')
  expect(notice.textContent).toBe(`${title}${safe} ${advice}`)
  expect(screen.queryByRole('button')).toBeNull()
})

test('a failure without a code is said in the words for what nobody foresaw', () => {
  render(<FailureNotice failure={new Error('with a note in it')} />)
  expect(screen.getByRole('alert').textContent).toContain(english.errors.internal.title)
  expect(screen.getByRole('alert').textContent).not.toContain('a note in it')
})

test('can be tried again, with another way on beside it', async () => {
  const retry = vi.fn()
  render(
    <FailureNotice
      failure={new AppError('disk-full')}
      onRetry={retry}
      aside={<button>To the clients</button>}
    />,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(retry).toHaveBeenCalledTimes(1)
  expect(screen.getByRole('button', { name: 'To the clients' })).toBeTruthy()
})

test('a screen that knows better what did not work says so in the title', () => {
  render(<FailureNotice failure={new AppError('disk-full')} title="No forms" />)
  expect(screen.getByRole('alert').textContent).toBe(`No forms${safe} ${advice}`)
})
