import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { AuditCheck } from '#shared/audit/audit-check.ts'
import { auditKindsByArea, noHash, type AuditEntry } from '#shared/audit/audit-entry.ts'
import type { AuditFilter } from '#shared/contract/operations/audit.ts'
import { AppError } from '#shared/contract/result.ts'
import { clientIdSchema } from '#shared/records/ids.ts'
import { typeProof } from '#renderer/testing/proofs.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { AuditScreen } from './audit-screen.tsx'

const fern = clientIdSchema.parse('6f1c1f0e-2f3b-4d0e-9a53-9d0c6b0f5a11')
const ruth = '3b2a7c1e-5a70-4f8f-8a55-6c1f1a3f9b01'
const gone = '0d9f7a50-7a0b-4c62-8d5c-0f6c0f3f0a22'
const token = 'a'.repeat(43)
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

const entry = (sequence: number, change: Partial<AuditEntry> = {}): AuditEntry => ({
  sequence,
  at: new Date(Date.UTC(2026, 2, 20, 9, 0, sequence)).toISOString(),
  zone,
  kind: 'unlocked',
  clientId: null,
  sessionId: null,
  count: null,
  contactId: null,
  previous: noHash,
  hash: noHash,
  ...change,
})

const sound: AuditCheck = {
  checkedAt: '2026-03-20T09:00:00.000Z',
  entries: 120,
  anchored: 100,
  findings: [],
  found: 0,
}

function showLog({
  check = sound,
  entries = [] as AuditEntry[],
  savedBy = 'chosen' as 'chosen' | 'cancelled',
} = {}) {
  const asked = vi.fn((given: AuditFilter & { before: number | null; most: number }) => {
    const kinds: readonly string[] | null = given.area && auditKindsByArea[given.area]
    const fitting = entries
      .filter(({ sequence }) => given.before === null || sequence < given.before)
      .filter(({ kind }) => kinds === null || kinds.includes(kind))
      .filter(({ clientId }) => given.clientId === null || clientId === given.clientId)
      .toSorted((a, b) => b.sequence - a.sequence)
    return { entries: fitting.slice(0, given.most), hasMore: fitting.length > given.most }
  })
  const exported = vi.fn(() => ({ entries: 120 }))
  const app = renderApp({
    at: '/settings/audit',
    screens: { '/settings/audit': AuditScreen },
    handlers: {
      audit: {
        list: asked,
        overview: () => ({ entries: entries.length, check }),
        check: () => check,
        export: exported,
      },
      files: {
        choose: () =>
          savedBy === 'chosen' ? { kind: 'chosen', token, name: 'log.csv' } : { kind: 'cancelled' },
      },
      contacts: {
        list: () => [{ id: ruth, name: 'Ruth Lind', state: 'compared', addedAt: '2026-01-01T00:00:00.000Z' }],
      },
      clients: {
        list: () => [
          {
            client: {
              id: fern,
              code: 'Fern',
              status: 'active',
              startedOn: '2026-01-01',
              therapyType: '',
              notes: '',
              isFictional: false,
              createdAt: '2026-01-01T00:00:00.000Z',
              revision: 1,
            },
            sessionCount: 0,
            lastHeldOn: null,
            nextPlannedOn: null,
          },
        ],
      },
    },
  })
  return { ...app, asked, exported, user: userEvent.setup() }
}

const isDisabled = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name }).disabled

afterEach(cleanup)

test('an entry names the person a file was for, also one who was removed since', async () => {
  showLog({
    entries: [
      entry(1, { kind: 'bundle-made', clientId: fern, contactId: ruth }),
      entry(2, { kind: 'bundle-not-written', contactId: gone }),
    ],
  })
  await screen.findByText('A bundle for supervision was made. (Ruth Lind)')
  await screen.findByText(
    'The file of that bundle could not be written; nothing left. (a person who was removed since)',
  )
})

test('entries are shown in words, with the client’s code unless the client is gone', async () => {
  const { failures } = showLog({
    entries: [
      entry(1, { kind: 'unlock-failed', count: 3 }),
      entry(2, { kind: 'client-viewed', clientId: fern }),
      entry(3, { kind: 'client-erased', clientId: gone, count: 12 }),
    ],
  })
  const table = await screen.findByRole('table')
  await waitFor(() => within(table).getByRole('link', { name: 'Fern' }))
  const rows = within(table)
    .getAllByRole('row')
    .map((row) => row.textContent)
  expect(rows[2]).toMatch(/^3.*The client was erased\. \(12\)no longer kept$/)
  expect(rows[3]).toMatch(/^2.*The client’s page was looked at\.Fern$/)
  expect(rows[4]).toMatch(/^1.*didn’t match\. \(3\)$/)
  expect(failures).toEqual([])
})

test('a long log comes in pages, and the user can go to the end and back', async () => {
  const { user } = showLog({ entries: Array.from({ length: 120 }, (_, index) => entry(index + 1)) })
  const numbers = () =>
    screen.getAllByRole('row').flatMap((row) => /^(\d+)\D/.exec(row.textContent)?.[1] ?? [])
  await screen.findByRole('table')
  const older = screen.getByRole('button', { name: 'Older' })
  expect(isDisabled('Newer')).toBe(true)
  await user.click(older)
  await screen.findByRole('cell', { name: '70' })
  await user.click(older)
  await screen.findByRole('cell', { name: '1' })
  expect(isDisabled('Older')).toBe(true)
  await user.click(screen.getByRole('button', { name: 'Newer' }))
  await screen.findByRole('cell', { name: '70' })
  await user.click(screen.getByRole('button', { name: 'To the newest' }))
  await screen.findByRole('cell', { name: '120' })
  expect(numbers().length).toBe(50)
})

test('the log can be filtered by event and by client, and shown whole again', async () => {
  const { user } = showLog({
    entries: [entry(1), entry(2, { kind: 'client-viewed', clientId: fern }), entry(3, { kind: 'locked' })],
  })
  await screen.findByRole('cell', { name: '3' })
  await user.click(screen.getByRole('button', { name: /What happened/ }))
  await user.click(await screen.findByRole('option', { name: 'Looking at clients' }))
  await waitFor(() => expect(screen.queryByRole('cell', { name: '3' })).toBeNull())
  screen.getByRole('cell', { name: '2' })
  await user.click(screen.getByRole('button', { name: 'Show everything' }))
  await screen.findByRole('cell', { name: '3' })
  await user.click(screen.getByRole('button', { name: /^Client|All clients/ }))
  await user.click(await screen.findByRole('option', { name: 'Fern' }))
  await waitFor(() => expect(screen.queryByRole('cell', { name: '1' })).toBeNull())
})

test('an unchanged log says so, and how much of it the header confirms', async () => {
  showLog()
  await screen.findByText(/All 120 entries are unchanged.*The first 100 also match/)
})

test('each kind of tampering is shown with its place, what it means and what to do', async () => {
  showLog({
    check: {
      ...sound,
      found: 53,
      findings: [
        { kind: 'changed', from: 4, to: 4 },
        { kind: 'missing', from: 7, to: 9 },
        { kind: 'broken', from: 12, to: 12 },
        { kind: 'cut-off', from: 20, to: 24 },
        { kind: 'replaced', from: 1, to: 19 },
        { kind: 'broken', from: 30, to: 31 },
        { kind: 'missing', from: 40, to: 40 },
      ],
    },
  })
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('Entry 4 was changed.')
  expect(alert.textContent).toContain('Entries 7 to 9 are missing.')
  expect(alert.textContent).toContain('Entry 12 doesn’t follow')
  expect(alert.textContent).toContain('Entries 20 to 24 were there at the last lock')
  expect(alert.textContent).toContain('Entries 1 to 19 are not those')
  expect(alert.textContent).toContain('Entries 30 to 31 don’t follow')
  expect(alert.textContent).toContain('Entry 40 is missing.')
  expect(alert.textContent).toContain('And 46 more places.')
  expect(alert.textContent).toContain('Save the log below')
})

test('saving asks for a place and says what was saved, and says nothing after a cancel', async () => {
  const { user, exported } = showLog()
  await user.click(await screen.findByRole('button', { name: 'As a table (CSV)…' }))
  await typeProof(user)
  await screen.findByText('120 entries were saved to “log.csv”.')
  expect(exported).toHaveBeenCalledWith({ token, format: 'csv' })
  cleanup()
  const second = showLog({ savedBy: 'cancelled' })
  await second.user.click(await screen.findByRole('button', { name: 'For programs (JSON Lines)…' }))
  await typeProof(second.user)
  await waitFor(() => expect(isDisabled('For programs (JSON Lines)…')).toBe(false))
  expect(second.exported).not.toHaveBeenCalled()
})

test('a failure is shown, and a second try works', async () => {
  let fails = true
  renderApp({
    at: '/settings/audit',
    screens: { '/settings/audit': AuditScreen },
    handlers: {
      audit: {
        list: () => {
          if (fails) throw new AppError('disk-error')
          return { entries: [entry(1)], hasMore: false }
        },
        overview: () => ({ entries: 1, check: null }),
      },
      clients: { list: () => [] },
    },
  })
  const user = userEvent.setup()
  const again = await screen.findByRole('button', { name: 'Try again' })
  fails = false
  await user.click(again)
  await screen.findByRole('cell', { name: '1' })
})
