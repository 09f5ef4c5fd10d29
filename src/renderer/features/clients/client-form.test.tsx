import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import type { Client, ClientEntry } from '#shared/records/client.ts'
import type { StoredFormDraft } from '#shared/records/form-draft.ts'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { EditClientScreen } from './edit-client-screen.tsx'
import { NewClientScreen } from './new-client-screen.tsx'
import { exampleItem } from './testing/example-item.ts'

const stored = (entry: ClientEntry): Client => ({
  ...entry,
  isFictional: false,
  createdAt: '2025-01-07T09:00:00.000Z',
  revision: 1,
})

const updatedAt = '2025-03-25T11:00:00.000Z'

function showNew(
  create: (entry: ClientEntry) => Client = stored,
  kept: StoredFormDraft[] = [],
  saveForm = fakeFormDrafts(kept).saveForm,
) {
  const created = vi.fn(create)
  const app = renderApp({
    at: '/clients/new',
    screens: { '/clients/new': NewClientScreen },
    handlers: { clients: { create: created }, drafts: { ...fakeFormDrafts(kept), saveForm } },
  })
  return { ...app, created, user: userEvent.setup() }
}

const code = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Code' })
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

afterEach(cleanup)

describe('adding a client', () => {
  test('sends the trimmed text, and opens the client’s page', async () => {
    const { user, created } = showNew()
    await user.type(await code(), ' K-07 ')
    await user.type(screen.getByRole('textbox', { name: 'Therapy' }), 'Integrative')
    await press('Add client')
    expect(await screen.findByText(/^went to \/clients\//)).toBeTruthy()
    expect(created).toHaveBeenCalledOnce()
    expect(created.mock.lastCall![0]).toMatchObject({
      code: 'K-07',
      status: 'active',
      therapyType: 'Integrative',
    })
  })

  test('asks for a code at its field and sends nothing without one', async () => {
    const { created } = showNew()
    await code()
    await press('Add client')
    expect(await screen.findByText(/Give a code of one to 40 characters/)).toBeTruthy()
    await waitFor(async () => expect(document.activeElement).toBe(await code()))
    expect(created).not.toHaveBeenCalled()
  })

  test('goes to the first wrong field, and removes the mark once the field is right', async () => {
    const { user, created } = showNew()
    await user.type(await code(), 'K-07')
    const therapy = screen.getByRole<HTMLInputElement>('textbox', { name: 'Therapy' })
    await user.click(therapy)
    await user.paste('x\u202e')
    expect(therapy.getAttribute('aria-invalid')).toBeNull()
    await press('Add client')
    await waitFor(() => expect(document.activeElement).toBe(therapy))
    expect(therapy.getAttribute('aria-invalid')).toBe('true')
    expect(created).not.toHaveBeenCalled()
    await user.keyboard('{Backspace}')
    expect(therapy.getAttribute('aria-invalid')).toBeNull()
    await press('Add client')
    await waitFor(() => expect(created).toHaveBeenCalledOnce())
  })

  test('fault 106: keeps a text that is too long, says how far it is over, and can’t be saved', async () => {
    const kept: StoredFormDraft[] = []
    const { user, created } = showNew(stored, kept)
    await user.type(await code(), 'K-07')
    await user.click(screen.getByRole('textbox', { name: /^Notes/ }))
    await user.paste('a'.repeat(23_853))
    expect(screen.getByText(/it is 3,853 characters too long. At most 20,000 fit./)).toBeTruthy()
    await press('Add client')
    expect(created).not.toHaveBeenCalled()
    expect(await saveUnsaved()).toBe(true)
    expect(kept[0]?.content).toContain('a'.repeat(23_853))
  })

  test('does not count text that was typed and removed', async () => {
    const { user } = showNew()
    await user.type(await code(), 'K{Backspace}')
    await press('Cancel')
    expect(await screen.findByText('went to /clients')).toBeTruthy()
  })

  test('says at the field that a code is taken, and keeps the text', async () => {
    const { user } = showNew(() => {
      throw new AppError('code-taken', ['code'])
    })
    await user.type(await code(), 'K-07')
    await press('Add client')
    expect(await screen.findByText(/Another client has this code/)).toBeTruthy()
    const field = await code()
    expect(field.value).toBe('K-07')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    await waitFor(() => expect(document.activeElement).toBe(field))
    await user.type(field, '8')
    expect(screen.queryByText(/Another client has this code/)).toBeNull()
  })

  test('names the code that looks the same, and keeps the text', async () => {
    const { user } = showNew(() => {
      throw new AppError('code-looks-alike', ['code', 'KO7'])
    })
    await user.type(await code(), 'K07')
    await press('Add client')
    expect(await screen.findByText(/looks the same as “KO7”/)).toBeTruthy()
    const field = await code()
    expect(field.value).toBe('K07')
    await waitFor(() => expect(document.activeElement).toBe(field))
    expect(screen.queryByText('The code of another client looks the same.')).toBeNull()
  })

  test('adds one client however often a failed save is repeated', async () => {
    let isFull = true
    const { user, created } = showNew((entry) => {
      if (isFull) throw new AppError('disk-full')
      return stored(entry)
    })
    await user.type(await code(), 'K-07')
    await press('Add client')
    expect(await screen.findByText('The disk is full.')).toBeTruthy()
    isFull = false
    await press('Add client')
    await screen.findByText(/^went to/)
    const [first, second] = created.mock.calls.map(([entry]) => entry.id)
    expect(first).toBe(second)
  })

  test('asks before it discards text', async () => {
    const { user } = showNew()
    await user.type(await code(), 'K')
    await press('Cancel')
    expect(await screen.findByRole('dialog', { name: 'Leave without saving?' })).toBeTruthy()
    await press('Keep editing')
    expect((await code()).value).toBe('K')
    await press('Cancel')
    await screen.findByRole('dialog')
    await press('Leave without saving')
    expect(await screen.findByText('went to /clients')).toBeTruthy()
  })

  test('leaves without a question if nothing was typed', async () => {
    showNew()
    await code()
    await press('Cancel')
    expect(await screen.findByText('went to /clients')).toBeTruthy()
  })

  test('fault 102: a new client’s text survives a lock, and its draft goes when the client is added', async () => {
    const kept: StoredFormDraft[] = []
    const { user, unmount } = showNew(stored, kept)
    await user.type(await code(), 'K-07')
    await user.type(screen.getByRole('textbox', { name: /^Notes/ }), 'Sent by Dr. Lim')
    expect(await saveUnsaved()).toBe(true)
    unmount()
    const { created } = showNew(stored, kept)
    expect((await code()).value).toBe('K-07')
    expect(screen.getByDisplayValue('Sent by Dr. Lim')).toBeTruthy()
    expect(screen.getByText(/^Your unsaved text from .* is here\.$/)).toBeTruthy()
    await press('Add client')
    await waitFor(() => expect(kept).toEqual([]))
    expect(created.mock.lastCall![0]).toMatchObject({ code: 'K-07', notes: 'Sent by Dr. Lim' })
  })

  test('discards a draft after a question, and shows an empty form', async () => {
    const kept: StoredFormDraft[] = []
    const { user, unmount } = showNew(stored, kept)
    await user.type(await code(), 'K-07')
    unmount()
    await waitFor(() => expect(kept).toHaveLength(1))
    showNew(stored, kept)
    await code()
    await press('Discard text')
    await press('Keep it')
    expect((await code()).value).toBe('K-07')
    await press('Discard text')
    await userEvent.click(
      within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Discard text' }),
    )
    await waitFor(async () => expect((await code()).value).toBe(''))
    expect(kept).toEqual([])
    expect(screen.queryByText(/^Your unsaved text/)).toBeNull()
  })

  test('says while the screen is open that a draft can’t be kept, and a lock reports the loss', async () => {
    const { user } = showNew(stored, [], () => {
      throw new AppError('disk-full')
    })
    await user.type(await code(), 'K')
    expect(await screen.findByText(/^This text could not be kept as a draft\./)).toBeTruthy()
    expect(await saveUnsaved()).toBe(false)
  })

  test('a draft that can’t be read leaves the form usable', async () => {
    showNew(stored, [{ form: 'client', subject: 'new', clientId: null, content: '{"fields":1', updatedAt }])
    expect((await code()).value).toBe('')
  })
})

describe('editing a client', () => {
  test('keeps the text if somebody else saved first, and shows the newer version on request', async () => {
    let current = exampleItem('K-07', 'active').client
    const user = userEvent.setup()
    renderApp({
      at: `/clients/${current.id}/edit`,
      screens: { '/clients/$clientId/edit': EditClientScreen },
      handlers: {
        clients: {
          get: () => current,
          update: ({ expectedRevision }) => {
            if (expectedRevision !== current.revision) throw new AppError('conflict')
            return current
          },
        },
      },
    })
    const therapy = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Therapy' })
    current = { ...current, therapyType: 'Systemic', revision: 2 }
    await user.type(therapy, 'Schema')
    await press('Save')
    expect(await screen.findByText('This client was changed in the meantime.')).toBeTruthy()
    expect(therapy.value).toBe('Schema')
    await press('Show the newer version')
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Therapy' }).value).toBe('Systemic'),
    )
  })
})
