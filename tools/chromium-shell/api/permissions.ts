import type { Session, WebContents } from 'electron'
import { toPageAddress } from '../engine/addresses.ts'
import type { CdpSession } from '../engine/cdp.ts'
import { notImplemented } from '../guard.ts'

/** The two handlers an app can set. */
export type PermissionHandlers = {
  request: Parameters<Session['setPermissionRequestHandler']>[0]
  check: Parameters<Session['setPermissionCheckHandler']>[0]
}

// The names Electron asks about.
const permissions = [
  ...'geolocation notifications media midi midiSysex clipboard-read clipboard-sanitized-write'.split(' '),
  ...'idle-detection storage-access window-management display-capture fullscreen pointerLock'.split(' '),
] as const

/**
 * Applies the handlers' decisions to an origin before its page runs, because Chromium can't ask when a page requests
 * something. Asks both handlers about every permission; what none denies is granted. Throws for any but writing to the
 * clipboard, and the page has no permission. Without handlers Chromium's defaults apply.
 */
export async function decidePermissions(options: {
  browser: CdpSession
  appAddress: string
  contents: object
  handlers: PermissionHandlers
}): Promise<void> {
  const { browser, appAddress, contents, handlers } = options
  const { origin } = new URL(toPageAddress(appAddress))
  if (origin === 'null' || !(handlers.request ?? handlers.check)) return
  await browser.send('Browser.grantPermissions', { origin, permissions: [] })
  const details = { requestingUrl: appAddress, isMainFrame: true }
  for (const name of permissions) {
    // The shell passes its own contents and names; Electron's types list fewer names.
    const [asker, permission] = [contents as WebContents, name as 'media']
    const answers = handlers.check ? [handlers.check(asker, permission, `${origin}/`, details)] : []
    handlers.request?.(asker, permission, (answer) => answers.push(answer), { ...details })
    if (answers.length === 0 || answers.includes(false)) continue
    if (name !== 'clipboard-sanitized-write') throw notImplemented(`granting the permission '${name}'`)
    await browser.send('Browser.grantPermissions', { origin, permissions: ['clipboardSanitizedWrite'] })
  }
}
