import { useState, type ComponentType } from 'react'
import { RouterProvider } from '@tanstack/react-router'
import { createAppRouter } from './router.tsx'

/**
 * Makes the unlocked app ready with the screen at the page's address, so that its first rendering shows that screen. In
 * a file of its own, so that the unlock screen does not wait for it to load.
 */
export async function loadOpenApp(): Promise<ComponentType> {
  const { hash } = window.location
  const loaded = createAppRouter()
  await loaded.load()
  let ready: typeof loaded | null = loaded
  return function OpenApp() {
    const [router] = useState(() => {
      // A router notices another address only once it is shown. So where the address has changed since, as after a
      // hand-over, the app begins there with a new router.
      const isThere = window.location.hash === hash
      const first = isThere && ready !== null ? ready : createAppRouter()
      if (first !== ready) ready?.history.destroy()
      ready = null
      return first
    })
    return <RouterProvider router={router} />
  }
}
