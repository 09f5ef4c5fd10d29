import { useEffect } from 'react'
import { zoomStepFor } from '#shared/settings/zoom.ts'
import { useApi } from '../lib/app-context.ts'

/** Makes the page larger and smaller by Ctrl (Cmd on a Mac) with plus, minus and 0, on every screen of the app. */
export function useZoomKeys(): void {
  const api = useApi()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const step = (event.ctrlKey || event.metaKey) && !event.altKey ? zoomStepFor(event.key) : null
      if (step === null) return
      event.preventDefault()
      void api.app.zoom({ step }).catch(() => undefined)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [api])
}
