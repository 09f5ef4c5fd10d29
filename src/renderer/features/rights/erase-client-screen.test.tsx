import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { Erased } from '#shared/contract/operations/rights.ts'
import { AppError } from '#shared/contract/result.ts'
import { clientIdSchema } from '#shared/records/ids.ts'
import { typeProof } from '#renderer/testing/proofs.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { EraseClientScreen } from './erase-client-screen.tsx'

const id = clientIdSchema.parse('6f1c1f0e-2f3b-4d0e-9a53-9d0c6b0f5a11')
const gone: Erased = {
  sessions: 3,
  search: 'gone',
  isRewritten: true,
  leavesBackupsOn: '2027-03-31',
  copies: 2,
  unreached: [{ folder: '/data/vault', name: 'vault-1.db.set-aside-1' }],
  away: ['/media/drive'],
}

function showErase({ outcome = gone, failsWith = null as AppError | null } = {}) {
  const erase = vi.fn(() => {
    if (failsWith) throw failsWith
    return outcome
  })
  const app = renderApp({
    at: `/clients/${id}/erase`,
    screens: { '/clients/$clientId/erase': EraseClientScreen },
    handlers: {
      clients: {
        get: () => ({
          id,
          code: 'Fern',
          status: 'ended',
          startedOn: '2020-01-01',
          therapyType: '',
          notes: '',
          isFictional: false,
          createdAt: '2020-01-01T00:00:00.000Z',
          revision: 1,
        }),
      },
      rights: {
        erasurePreview: () => ({
          sessions: 3,
          earlierVersions: 1,
          drafts: 0,
          riskAnswers: 2,
          leavesBackupsOn: '2027-03-31',
          copies: 1,
          unreached: [],
          away: ['/media/drive'],
        }),
        erase,
      },
    },
  })
  return { ...app, erase, user: userEvent.setup() }
}

const code = () => screen.findByRole('textbox', { name: 'Code of the client' })
const press = async (user: ReturnType<typeof userEvent.setup>) =>
  user.click(screen.getByRole('button', { name: 'Erase for good' }))

afterEach(cleanup)

test('before anything is erased, the screen lists what goes and until when backups hold it', async () => {
  const { failures } = showErase()
  await screen.findByText(/^3 sessions, with/)
  screen.getByText('One earlier version of a corrected session.')
  screen.getByText(/^2 answers that asked for attention/)
  expect(screen.queryByText(/draft/)).toBeNull()
  screen.getByText(/by Mar 31, 2027 at the latest/)
  screen.getByText(/^One older copy of the vault, such as what a restore replaced/)
  screen.getByText(/^One folder with backups can’t be read now/)
  screen.getByText('/media/drive')
  expect(failures).toEqual([])
})

test('only the typed code erases', async () => {
  const { user, erase } = showErase()
  await user.type(await code(), 'Ferns')
  await press(user)
  await screen.findByText('This is not the client’s code. Nothing was erased.')
  expect(erase).not.toHaveBeenCalled()
  await user.clear(await code())
  await user.type(await code(), 'fern')
  await press(user)
  await typeProof(user)
  await screen.findByRole('heading', { level: 1, name: 'Erased' })
  expect(erase).toHaveBeenCalledWith({ clientId: id, typedCode: 'fern' })
  screen.getByText('The client and 3 sessions are gone.')
  screen.getByText(/was searched, freed space included/)
  screen.getByText(/goes by Mar 31, 2027/)
  screen.getByText('2 older copies of the vault were rewritten without the client.')
  screen.getByText(/^Attune can’t open one file that may hold the client/)
  screen.getByText('vault-1.db.set-aside-1, in /data/vault')
})

test('an erasure that could not be finished says so, and when it will finish', async () => {
  const { user } = showErase({ outcome: { ...gone, search: 'found', isRewritten: false } })
  await user.type(await code(), 'Fern')
  await press(user)
  await typeProof(user)
  await screen.findByText(/still found something of the client/)
  screen.getByText(/Attune does it after the next unlock/)
})

test('a failure is shown and keeps the typed code', async () => {
  const { user } = showErase({ failsWith: new AppError('vault-read-only') })
  await user.type(await code(), 'Fern')
  await press(user)
  await typeProof(user)
  await screen.findByRole('alert')
  await waitFor(async () => expect(await code()).toHaveProperty('value', 'Fern'))
})
