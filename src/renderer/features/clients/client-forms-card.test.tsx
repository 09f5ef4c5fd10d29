import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import type { ClientForms } from '#shared/contract/operations/clients.ts'
import { AppError } from '#shared/contract/result.ts'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { EditClientScreen } from './edit-client-screen.tsx'
import { exampleItem } from './testing/example-item.ts'

const files = import.meta.glob<unknown>('../../../../assets/instruments/*.json', {
  eager: true,
  import: 'default',
})
const formOf = (id: string) => instrumentSchema.parse(files[`../../../../assets/instruments/${id}.json`])
const usual = ['attune-alliance-client', 'attune-session-experience', 'attune-emotions-client']
const available = [...usual, 'phq-9', 'gad-7'].map(formOf)

async function show(start: readonly string[] = usual) {
  const { client } = exampleItem('K-07', 'active')
  let instrumentIds = [...start]
  let failure: AppError | null = null
  const forms = (): ClientForms => ({ instrumentIds, isUsual: false, available })
  const app = renderApp({
    at: `/clients/${client.id}/edit`,
    screens: { '/clients/$clientId/edit': EditClientScreen },
    handlers: {
      clients: {
        get: () => client,
        forms,
        setForms: (choice) => {
          if (failure) throw failure
          instrumentIds = [...choice.instrumentIds]
          return forms()
        },
      },
    },
  })
  const card = within(await screen.findByRole('region', { name: 'Forms at hand-over' }))
  return {
    ...app,
    card,
    user: userEvent.setup(),
    kept: () => instrumentIds,
    fail: (next: AppError) => {
      failure = next
    },
  }
}

const box = (card: Awaited<ReturnType<typeof show>>['card'], name: string) =>
  card.getByRole<HTMLInputElement>('checkbox', { name })

afterEach(cleanup)

describe('the forms of a client', () => {
  test('start as Attune’s own three, each with its length and terms of use', async () => {
    const { card, failures } = await show()
    const checked = card.getAllByRole<HTMLInputElement>('checkbox').map((known) => known.checked)
    expect(checked).toEqual([true, true, true, false, false])
    expect(
      card.getByText(/10 questions\. May be used by: Anyone, without asking\. Asks about risk/),
    ).toBeTruthy()
    expect(failures).toEqual([])
  })

  test('are saved at once, in the chosen order', async () => {
    const { card, user, kept } = await show()
    await user.click(box(card, 'GAD-7'))
    await user.click(box(card, 'PHQ-9'))
    await waitFor(() => expect(kept()).toEqual([...usual, 'gad-7', 'phq-9']))
    expect(await card.findByText('Saved: 5 forms.')).toBeTruthy()
    expect(card.getByRole('link', { name: 'Crisis text in Settings' }).getAttribute('href')).toBe('/settings')
  })

  test('cannot all be removed', async () => {
    const { card } = await show(['phq-9'])
    expect(box(card, 'PHQ-9').disabled).toBe(true)
    expect(card.getByText(/One form stays/)).toBeTruthy()
  })

  test('stay unchanged if the choice could not be saved', async () => {
    const { card, user, fail } = await show()
    fail(new AppError('form-not-offered'))
    await user.click(box(card, 'PHQ-9'))
    expect(await card.findByText('One of these forms can’t be given to a client.')).toBeTruthy()
    expect(box(card, 'PHQ-9').checked).toBe(false)
  })
})
