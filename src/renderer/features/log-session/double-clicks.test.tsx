import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeVault, logWith, storedOf } from './testing/fake-vault.ts'
import { open, press } from './testing/open-log.ts'

afterEach(cleanup)

/** Both clicks of a double click before the screen has drawn the first, as on a busy computer. */
const clickTwiceAtOnce = (button: HTMLElement) =>
  act(async () => {
    button.click()
    button.click()
    await Promise.resolve()
  })
const buttonOf = (name: string | RegExp) =>
  screen.getByText(name, { selector: 'button *' }).closest<HTMLElement>('button')!

const held = () => storedOf(logWith({ status: 'held' }))

test('fault 406: two clicks on Save at once save once, and call nothing a conflict', async () => {
  const vault = createFakeVault({ stored: held() })
  await open(vault, '#after')
  await clickTwiceAtOnce(buttonOf('Save'))
  await screen.findByText(/^Saved/)
  expect(vault.saves).toHaveLength(1)
  expect(screen.queryByText(/saved from somewhere else/)).toBeNull()
})

test('fault 406: two clicks on the mark of a final session at once mark it once', async () => {
  const vault = createFakeVault({ stored: held() })
  await open(vault, '#after')
  await clickTwiceAtOnce(buttonOf('Save and mark as final'))
  await screen.findByText('This session is final.')
  expect(vault.saves).toHaveLength(1)
  expect(vault.saves[0]?.log.session.closedAt).not.toBeNull()
  expect(screen.queryByText(/saved from somewhere else/)).toBeNull()
})

test('fault 406: two clicks at once hand over once, after one save', async () => {
  const vault = createFakeVault({ stored: held() })
  const begun: unknown[] = []
  const { user } = await open(
    {
      handlers: {
        ...vault.handlers,
        handOver: {
          begin: (given) => {
            begun.push(given)
            return undefined
          },
        },
      },
    },
    '#client',
  )
  await press(user, 'Hand over…')
  const dialog = within(await screen.findByRole('dialog'))
  await clickTwiceAtOnce(dialog.getByRole('button', { name: 'Save and hand over' }))
  await waitFor(() => expect(begun).toHaveLength(1))
  expect(vault.saves).toHaveLength(1)
  expect(begun).toHaveLength(1)
})
