import type { Session, WebContents } from 'electron'

/** A proxy that isn't there, for whatever finds a way around the request handler, such as WebRTC over TCP. */
const deadProxy = { mode: 'fixed_servers', proxyRules: '127.0.0.1:9' } as const

/**
 * No permission, no device, no download, no dictionary, and no request but for the app's own files.
 *
 * Has to be called in the turn in which the session is made: Electron begins at once to look for the dictionaries of
 * the system's languages, and fetches those that are missing, whatever the window's `spellcheck` says. Without a
 * language there is none to look for, so that comes first. Giving languages also switches the checker on or off, so
 * switching it off, which is what counts on macOS, comes after. Then the proxy, where a request that began all the same
 * ends.
 */
export function hardenSession(session: Session): void {
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  void session.setProxy(deadProxy)
  session.setPermissionRequestHandler((_contents, _permission, callback) => {
    callback(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isOwnAddress(details.url) })
  })
  session.on('will-download', (event) => {
    event.preventDefault()
  })
}

/** No way to another page, window or web view, no direct connection, and no page that refuses to go. */
export function hardenContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-prevent-unload', (event) => {
    // Preventing this event is what lets the page go.
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

function isOwnAddress(url: string): boolean {
  return url.startsWith('app://attune/') || url.startsWith('devtools://')
}
