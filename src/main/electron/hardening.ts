import type { Session, WebContents } from 'electron'

/** A proxy that isn't there, for traffic that bypasses the request handler, such as WebRTC over TCP. */
const deadProxy = { mode: 'fixed_servers', proxyRules: '127.0.0.1:9' } as const

/**
 * Denies every permission, device, download and dictionary, and every request except those for the app's own files.
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

function isOwnAddress(url: string): boolean {
  return url.startsWith('app://attune/') || url.startsWith('devtools://')
}
