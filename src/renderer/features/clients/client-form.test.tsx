import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import type { Client, ClientEntry } from '#shared/records/client.ts'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
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

function showNew(create: (entry: ClientEntry) => Client = stored) {
  const created = vi.fn(create)
  const app = renderApp({
    at: '/clients/new',
    screens: { '/clients/new': NewClientScreen },
    handlers: { clients: { create: created } },
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
    await user.paste('x'.repeat(81))
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

  test('reports at a lock that the text is lost', async () => {
    const { user } = showNew()
    const field = await code()
    expect(await saveUnsaved()).toBe(true)
    await user.type(field, 'K')
    await waitFor(async () => expect(await saveUnsaved()).toBe(false))
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
