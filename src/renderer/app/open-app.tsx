import { useState } from 'react'
import { RouterProvider } from '@tanstack/react-router'
import { createAppRouter } from './router.tsx'

/** The unlocked app. Its own file, so that the unlock screen does not wait for it. */
export function OpenApp() {
  const [router] = useState(createAppRouter)
  return <RouterProvider router={router} />
}
