import type { CdpSession } from '../engine/cdp.ts'

type Details = { requestingUrl: string; isMainFrame: boolean; mediaTypes?: string[]; mediaType?: string }
type RequestHandler = (
  contents: object,
  permission: string,
  callback: (granted: boolean) => void,
  details: Details,
) => void
type CheckHandler = (contents: object | null, permission: string, origin: string, details: Details) => boolean

/** The two handlers an app can set; a session without them grants everything, as Electron does. */
export type PermissionHandlers = { request: RequestHandler | undefined; check: CheckHandler | undefined }

type Permission = { electron: string; chromium: string; media?: 'video' | 'audio' }

// Chromium's names for what can be set ahead of time, with the name Electron asks its handlers about.
const permissions: Permission[] = [
  { chromium: 'geolocation', electron: 'geolocation' },
  { chromium: 'notifications', electron: 'notifications' },
  { chromium: 'camera', electron: 'media', media: 'video' },
  { chromium: 'microphone', electron: 'media', media: 'audio' },
  { chromium: 'midi', electron: 'midi' },
  { chromium: 'clipboard-read', electron: 'clipboard-read' },
  { chromium: 'clipboard-write', electron: 'clipboard-sanitized-write' },
  { chromium: 'background-sync', electron: 'background-sync' },
  { chromium: 'persistent-storage', electron: 'persistent-storage' },
  { chromium: 'idle-detection', electron: 'idle-detection' },
  { chromium: 'storage-access', electron: 'storage-access' },
  { chromium: 'window-management', electron: 'window-management' },
  { chromium: 'local-fonts', electron: 'local-fonts' },
  { chromium: 'screen-wake-lock', electron: 'screen-wake-lock' },
  { chromium: 'accelerometer', electron: 'sensors' },
  { chromium: 'gyroscope', electron: 'sensors' },
  { chromium: 'magnetometer', electron: 'sensors' },
  { chromium: 'payment-handler', electron: 'payment-handler' },
]

/**
 * Puts the handlers' decisions in force for an origin before its page runs. Chromium gives no way to ask at the moment
 * a page requests something, so every permission is decided when the document arrives.
 */
export async function decidePermissions(options: {
  browser: CdpSession
  browserContextId: string | undefined
  pageAddress: string
  appAddress: string
  contents: object
  handlers: PermissionHandlers
}): Promise<void> {
  const { browser, browserContextId, pageAddress, appAddress, contents, handlers } = options
  if (!URL.canParse(pageAddress)) return
  const { origin } = new URL(pageAddress)
  if (origin === 'null') return
  const decide = async ({ chromium, electron, media }: Permission): Promise<void> => {
    const granted = await isGranted(handlers, contents, electron, appAddress, media)
    await browser
      .send('Browser.setPermission', {
        origin,
        permission: { name: chromium },
        setting: granted ? 'granted' : 'denied',
        ...(browserContextId === undefined ? {} : { browserContextId }),
      })
      // A Chromium that doesn't know a permission can't grant it either.
      .catch(() => undefined)
  }
  await Promise.all(permissions.map(decide))
}

async function isGranted(
  { request, check }: PermissionHandlers,
  contents: object,
  permission: string,
  url: string,
  media: 'video' | 'audio' | undefined,
): Promise<boolean> {
  const origin = url.split('/').slice(0, 3).join('/')
  const details = { requestingUrl: url, isMainFrame: true }
  const checkDetails = media ? { ...details, mediaType: media } : details
  if (check && !check(contents, permission, `${origin}/`, checkDetails)) return false
  if (!request) return true
  const requestDetails = media ? { ...details, mediaTypes: [media] } : details
  return new Promise((resolve) =>
    request(contents, permission, (granted) => resolve(granted === true), requestDetails),
  )
}
