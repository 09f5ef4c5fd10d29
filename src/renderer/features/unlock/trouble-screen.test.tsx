import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { trouble, type TroubleWords } from '#shared/i18n/en/trouble.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { StartTrouble } from './start-trouble.tsx'
import { aboutFolder, restorable, troubleNames, type TroubleName } from './trouble-names.ts'

function showTrouble(name: TroubleName, { onRestore }: { onRestore?: () => void } = {}) {
  const quit = vi.fn(() => undefined)
  const app = renderApp({
    at: '/',
    screens: { '/': () => <StartTrouble name={name} onRestore={onRestore} /> },
    handlers: { app: { quit } },
    state: () => 'locked',
  })
  return { ...app, quit, user: userEvent.setup() }
}

afterEach(cleanup)

describe.each(troubleNames)('the screen for %s', (name) => {
  const words: TroubleWords = trouble.screens[name]

  test('says what happened, what is safe, and what to do in steps', async () => {
    showTrouble(name)
    expect(await screen.findByRole('heading', { level: 1, name: words.title })).toBe(document.activeElement)
    expect(screen.getByText(words.happened)).toBeTruthy()
    expect(screen.getByRole('note', { name: 'What is safe' }).textContent).toContain(words.safe)
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(words.steps)
  })

  test('offers no action that could harm the files', async () => {
    showTrouble(name, { onRestore: () => undefined })
    await screen.findByRole('heading', { level: 1 })
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Try again',
      ...(restorable.has(name) ? ['Restore from a backup…'] : []),
      'Quit Attune',
    ])
    expect(screen.queryByText('/data/vault') !== null).toBe(aboutFolder.has(name))
  })

  test('blames nobody', () => {
    for (const part of [words.title, words.happened, words.safe, ...words.steps])
      expect(part).not.toMatch(
        /!|\byour (fault|mistake)\b|\byou (failed|forgot|should have)\b|invalid|fatal/i,
      )
  })
})

describe('a screen for trouble', () => {
  test('confirms that it has looked again', async () => {
    const { user } = showTrouble('header-damaged')
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/has looked again/)).toBeTruthy()
  })

  test('can quit Attune', async () => {
    const { user, quit } = showTrouble('vault-not-starting')
    await user.click(await screen.findByRole('button', { name: 'Quit Attune' }))
    expect(quit).toHaveBeenCalledOnce()
  })
})
