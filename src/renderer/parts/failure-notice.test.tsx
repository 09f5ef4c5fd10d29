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

test('shows nothing without a failure', () => {
  const { container } = render(<FailureNotice failure={null} onRetry={() => undefined} />)
  expect(container.innerHTML).toBe('')
})

test('says what happened, what is safe and what to do, and is read aloud', () => {
  render(<FailureNotice failure={new AppError('disk-full')} />)
  const notice = screen.getByRole('alert')
  expect(notice.textContent).toBe(`${title}${safe} ${advice}`)
  expect(screen.queryByRole('button')).toBeNull()
})

test('a failure without a code has the words for unexpected failures', () => {
  render(<FailureNotice failure={new Error('with a note in it')} />)
  expect(screen.getByRole('alert').textContent).toContain(english.errors.internal.title)
  expect(screen.getByRole('alert').textContent).not.toContain('a note in it')
})

test('offers to try again, and another action beside it', async () => {
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

test('a screen can replace the title with its own', () => {
  render(<FailureNotice failure={new AppError('disk-full')} title="No forms" />)
  expect(screen.getByRole('alert').textContent).toBe(`No forms${safe} ${advice}`)
})
