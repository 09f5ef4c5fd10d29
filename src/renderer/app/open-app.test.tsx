import { cleanup, render, screen } from '@testing-library/react'
import { Outlet } from '@tanstack/react-router'
import { afterEach, expect, test, vi } from 'vitest'
import { loadOpenApp } from './open-app.tsx'

vi.mock('./app-shell.tsx', () => ({ AppShell: Outlet }))
vi.mock('../features/today/today-screen.tsx', () => ({ TodayScreen: () => <p>This is Today</p> }))
vi.mock('../features/about/about-screen.tsx', () => ({ AboutScreen: () => <p>This is About</p> }))

afterEach(() => {
  cleanup()
  window.location.hash = ''
})

test('the unlocked app shows the screen at its address in its first rendering', async () => {
  const OpenApp = await loadOpenApp()
  render(<OpenApp />)
  // Without a wait: nothing else may come before it.
  expect(screen.getByText('This is Today')).toBeTruthy()
})

test('it begins at the address of the moment when it is shown a second time', async () => {
  const OpenApp = await loadOpenApp()
  render(<OpenApp />)
  cleanup()
  window.location.hash = '#/about'
  render(<OpenApp />)
  expect(screen.queryByText('This is Today')).toBeNull()
  expect(await screen.findByText('This is About')).toBeTruthy()
})
