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
export type PermissionHandlers = { request: RequestHandler | null; check: CheckHandler | null }

// Chromium's names for what can be set ahead of time, with the name Electron asks about where it is another.
const permissions = [
  ...'geolocation notifications midi clipboard-read background-sync persistent-storage'.split(' '),
  ...'idle-detection storage-access window-management local-fonts screen-wake-lock payment-handler'.split(
    ' ',
  ),
  ...'camera=media=video microphone=media=audio clipboard-write=clipboard-sanitized-write'.split(' '),
  ...'accelerometer=sensors gyroscope=sensors magnetometer=sensors'.split(' '),
]

/**
 * Applies the handlers' decisions to an origin before its page runs. Chromium gives no way to ask at the moment a page
 * requests something, so every permission is decided when the document arrives.
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
  const origin = URL.canParse(pageAddress) ? new URL(pageAddress).origin : 'null'
  if (origin === 'null') return
  const where = browserContextId === undefined ? {} : { browserContextId }

  const isGranted = async (permission: string, media: string | undefined): Promise<boolean> => {
    const details = { requestingUrl: appAddress, isMainFrame: true }
    const appOrigin = `${appAddress.split('/').slice(0, 3).join('/')}/`
    const checkDetails = media ? { ...details, mediaType: media } : details
    if (handlers.check && !handlers.check(contents, permission, appOrigin, checkDetails)) return false
    const { request } = handlers
    if (!request) return true
    const requestDetails = media ? { ...details, mediaTypes: [media] } : details
    return new Promise((resolve) => request(contents, permission, resolve, requestDetails))
  }
  const decide = async (entry: string): Promise<void> => {
    const [name = '', permission = name, media] = entry.split('=')
    const setting = (await isGranted(permission, media)) === true ? 'granted' : 'denied'
    await browser
      .send('Browser.setPermission', { origin, permission: { name }, setting, ...where })
      // A Chromium that doesn't know a permission can't grant it either.
      .catch(() => undefined)
  }
  await Promise.all(permissions.map(decide))
}
