import type { PermissionCheckHandlerHandlerDetails, Session, WebContents } from 'electron'

/** A proxy that isn't there, for traffic that bypasses the request handler, such as WebRTC over TCP. */
const deadProxy = { mode: 'fixed_servers', proxyRules: '127.0.0.1:9' } as const

/** Lets the app's own page write to the clipboard while the user presses something; it does not let it read. */
const clipboardWriting = 'clipboard-sanitized-write'

/**
 * Denies every permission except writing to the clipboard, every device, download and dictionary, and every request
 * except those for the app's own files.
 *
 * Must be called in the turn that makes the session: Electron immediately looks for dictionaries of the system's
 * languages and fetches missing ones, whatever the window's `spellcheck` says. So the languages are cleared first.
 * Setting languages also switches the checker on or off, so the checker is disabled after that (on macOS only this
 * counts). The dead proxy comes last and catches any request that has already begun.
 */
export function hardenSession(session: Session): void {
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  void session.setProxy(deadProxy)
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(isGranted(permission, details))
  })
  session.setPermissionCheckHandler((_contents, permission, _origin, details) =>
    isGranted(permission, details),
  )
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isOwnAddress(details.url) })
  })
  session.on('will-download', (event) => {
    event.preventDefault()
  })
}

/** Blocks navigation, new windows, web views, direct connections, and pages that refuse to close. */
export function hardenContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-prevent-unload', (event) => {
    // Preventing this event lets the page close.
    event.preventDefault()
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
}

function isGranted(
  permission: string,
  { isMainFrame, requestingUrl }: Pick<PermissionCheckHandlerHandlerDetails, 'isMainFrame' | 'requestingUrl'>,
): boolean {
  return permission === clipboardWriting && isMainFrame && requestingUrl?.startsWith('app://attune/') === true
}

function isOwnAddress(url: string): boolean {
  return url.startsWith('app://attune/') || url.startsWith('devtools://')
}
