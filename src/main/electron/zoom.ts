import type { BrowserWindow } from 'electron'
import { zoomAfter, type ZoomStep } from '#shared/settings/zoom.ts'
import type { SettingsStore } from '../settings/settings-store.ts'

interface ZoomParts {
  readonly window: () => BrowserWindow | null
  readonly settings: Pick<SettingsStore, 'zoomFactor' | 'rememberZoom'>
  /** Whether a client has the form: what they choose is for them and is not kept. */
  readonly isHandedOver: () => boolean
}

/** Makes the page larger and smaller within bounds, and remembers the size for the next start. */
export function createZoom({ window, settings, isHandedOver }: ZoomParts) {
  const contents = () => {
    const current = window()
    return current && !current.isDestroyed() ? current.webContents : null
  }
  return {
    change: (step: ZoomStep): void => {
      const page = contents()
      if (!page) return
      const factor = zoomAfter(page.getZoomFactor(), step)
      page.setZoomFactor(factor)
      if (!isHandedOver()) void settings.rememberZoom(factor)
    },
    /** Takes the remembered size again, after a client may have chosen another. */
    restore: (): void => {
      const page = contents()
      if (page && Math.abs(page.getZoomFactor() - settings.zoomFactor()) > 0.005)
        page.setZoomFactor(settings.zoomFactor())
    },
  }
}
