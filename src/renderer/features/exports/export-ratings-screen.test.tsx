import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { ExportChoice, ExportPreview } from '#shared/contract/operations/exports.ts'
import { AppError } from '#shared/contract/result.ts'
import { clientIdSchema } from '#shared/records/ids.ts'
import { typeProof } from '#renderer/testing/proofs.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ExportClientRatingsScreen, ExportRatingsScreen } from './export-ratings-screen.tsx'

const id = clientIdSchema.parse('6f1c1f0e-2f3b-4d0e-9a53-9d0c6b0f5a11')
const some: ExportPreview = {
  clients: 2,
  clientsLeftOut: 1,
  fictionalLeftOut: 0,
  sessions: 1_200,
  forms: 1,
  hiddenForms: 0,
  privateForms: 0,
  files: [
    { name: 'ratings-long.csv', rows: 12_345, columns: 19 },
    { name: 'read-ratings.R', rows: null, columns: null },
  ],
}
const none: ExportPreview = { ...some, clients: 0, sessions: 0, forms: 0, files: [] }

function showExport({ at = '/settings/ratings', preview = some, failsWith = null as AppError | null } = {}) {
  const asked: ExportChoice[] = []
  const save = vi.fn((_given: object) => {
    if (failsWith) throw failsWith
    return { folder: 'Attune ratings 2026-03-20', files: 2, sessions: 1_200 }
  })
  const app = renderApp({
    at,
    screens: {
      '/settings/ratings': ExportRatingsScreen,
      '/clients/$clientId/ratings': ExportClientRatingsScreen,
    },
    handlers: {
      clients: {
        list: () => [
          {
            client: {
              id,
              code: 'Fern',
              status: 'active',
              startedOn: '2020-01-01',
              therapyType: '',
              notes: '',
              isFictional: false,
              createdAt: '2020-01-01T00:00:00.000Z',
              revision: 1,
            },
            sessionCount: 3,
            lastHeldOn: null,
            nextPlannedOn: null,
          },
        ],
      },
      exports: {
        preview: (choice) => {
          asked.push(choice)
          return choice.formats.length === 0 ? { ...preview, files: [] } : preview
        },
        save,
      },
      files: { choose: () => ({ kind: 'chosen', token: 'A'.repeat(43), name: 'Research' }) },
    },
  })
  return { ...app, asked, save, user: userEvent.setup() }
}

const submit = () => screen.findByRole('button', { name: 'Choose a folder and save…' })

afterEach(cleanup)

test('the screen shows what will be saved, what is left out, and each file with its size', async () => {
  showExport()
  await screen.findByText('2 clients, 1,200 sessions, one filled-in form.')
  expect(screen.getByText('One client has no session yet and is not in the files.')).toBeDefined()
  const row = within(screen.getByRole('row', { name: /^ratings-long.csv/ }))
  expect(row.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['12,345', '19'])
  expect(screen.queryByRole('checkbox', { name: 'With forms marked as private' })).toBeNull()
})

test('nothing is saved before the passphrase, and then what was chosen', async () => {
  const { user, save, asked } = showExport({ at: `/clients/${id}/ratings` })
  await screen.findByRole('link', { name: 'Back to Fern' })
  await user.click(screen.getByRole('checkbox', { name: 'For other health software (FHIR R4)' }))
  await user.click(screen.getByRole('checkbox', { name: 'With notes, comments and picked words' }))
  const choice = { clientId: id, formats: ['tables', 'fhir'], withWords: true, withPrivate: false }
  await vi.waitFor(() => expect(asked.at(-1)).toEqual(choice))
  await user.click(await submit())
  expect(save).not.toHaveBeenCalled()
  await typeProof(user)
  await screen.findByText(/^Saved 2 files in the folder “Attune ratings 2026-03-20”/)
  expect(save.mock.calls.map(([given]) => given)).toEqual([{ ...choice, token: 'A'.repeat(43) }])
})

test('without a format or a session there is nothing to save', async () => {
  const { user } = showExport()
  await user.click(await screen.findByRole('checkbox', { name: /^Tables/ }))
  await screen.findByText('Choose tables, the file for health software, or both.')
  expect(await submit()).toHaveProperty('disabled', true)
  cleanup()
  showExport({ preview: none })
  await screen.findByText('There are no sessions to export.')
  expect(await submit()).toHaveProperty('disabled', true)
})

test('forms marked as private stay here unless they are asked for', async () => {
  const { user, asked } = showExport({ preview: { ...some, privateForms: 2 } })
  await user.click(await screen.findByRole('checkbox', { name: 'With forms marked as private' }))
  await vi.waitFor(() => expect(asked.at(-1)).toMatchObject({ withPrivate: true }))
})

test('a full disk is reported, and the choice stays', async () => {
  const { user } = showExport({ failsWith: new AppError('disk-full') })
  await screen.findByText(/1,200 sessions/)
  await user.click(await submit())
  await typeProof(user)
  expect(await screen.findByRole('alert')).toBeDefined()
  expect(screen.queryByText(/^Saved/)).toBeNull()
  expect(screen.getByRole('checkbox', { name: /^Tables/ })).toHaveProperty('checked', true)
})
