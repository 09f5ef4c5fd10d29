import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { AboutScreen } from './about-screen.tsx'

const show = (runtime: 'electron' | 'chromium-shell') =>
  renderApp({ at: '/', screens: { '/': AboutScreen }, handlers: {}, runtime })

afterEach(cleanup)

describe('about', () => {
  test('says what Attune is not: no medical device, no validated measures, no outside review', async () => {
    show('electron')
    expect(await screen.findByText(/is not a medical device/)).toBeTruthy()
    expect(screen.getByText(/are not validated/)).toBeTruthy()
    expect(screen.getByText(/no outside expert has reviewed it/)).toBeTruthy()
  })

  test('warns of the stand-in for Electron when it runs the app, and only then', async () => {
    show('chromium-shell')
    expect(await screen.findByText(/with sample data only/)).toBeTruthy()
    cleanup()
    show('electron')
    expect(await screen.findByText('Attune runs on Electron.')).toBeTruthy()
    expect(screen.queryByText(/with sample data only/)).toBeNull()
  })

  test('offers the data folder for copying by keyboard', async () => {
    show('electron')
    const user = userEvent.setup()
    const folder = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Data folder' })
    expect(folder.readOnly).toBe(true)
    await user.click(folder)
    await user.tripleClick(folder)
    expect(folder.value.slice(folder.selectionStart ?? 0, folder.selectionEnd ?? 0)).toBe('/data')
  })

  test('leads to the evidence', async () => {
    show('electron')
    await userEvent.setup().click(await screen.findByRole('link', { name: 'Open the evidence' }))
    expect(await screen.findByText('went to /evidence')).toBeTruthy()
  })
})
