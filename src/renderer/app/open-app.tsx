import { useState } from 'react'
import { RouterProvider } from '@tanstack/react-router'
import { I18nProvider } from 'react-aria-components'
import { dateLocale } from '../lib/dates.ts'
import { createAppRouter } from './router.tsx'

/** The unlocked app. A file of its own, so that the unlock screen does not wait for it to load. */
export function OpenApp() {
  const [router] = useState(createAppRouter)
  return (
    <I18nProvider locale={dateLocale()}>
      <RouterProvider router={router} />
    </I18nProvider>
  )
}
