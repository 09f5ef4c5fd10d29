import { useState, type ComponentType } from 'react'
import { RouterProvider } from '@tanstack/react-router'
import { createAppRouter } from './router.tsx'

/**
 * Makes the unlocked app ready with the screen at the page's address, so that its first rendering shows that screen. In
 * a file of its own, so that the unlock screen does not wait for it to load.
 */
export async function loadOpenApp(): Promise<ComponentType> {
  const loaded = createAppRouter()
  await loaded.load()
  let ready: typeof loaded | null = loaded
  return function OpenApp() {
    const [router] = useState(() => {
      // After a hand-over the address may be another one, so the app begins there with a new router.
      const first = ready ?? createAppRouter()
      ready = null
      return first
    })
    return <RouterProvider router={router} />
  }
}
