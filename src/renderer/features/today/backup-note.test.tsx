import { useIsFetching } from '@tanstack/react-query'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { BackupStatus } from '#shared/contract/operations/backups.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { BackupNote } from './backup-note.tsx'

function Screen() {
  const isAsking = useIsFetching() > 0
  return (
    <>
      <p>{isAsking ? 'Asking' : 'Answered'}</p>
      <BackupNote />
    </>
  )
}

function show(failures: BackupStatus['failures']) {
  const asked: string[] = []
  renderApp({
    at: '/',
    screens: { '/': Screen },
    handlers: {
      backups: {
        status: () => {
          asked.push('status')
          return { succeededAt: '2026-03-19T10:00:00.000Z', failures }
        },
      },
    },
  })
  return asked
}

afterEach(cleanup)

test('a failed backup is shown in one line, with its reason and a link to the backups', async () => {
  show([{ place: 'chosen', at: '2026-03-20T10:00:00.000Z', code: 'disk-full' }])
  expect(await screen.findByText(/The last backup could not be made: The disk is full/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'See Backups' }).getAttribute('href')).toBe('/settings/backups')
})

test('nothing is shown if all is well', async () => {
  const asked = show([])
  await expect.poll(() => asked).toEqual(['status'])
  expect(await screen.findByText('Answered')).toBeTruthy()
  expect(screen.queryByText(/backup/i)).toBeNull()
})
