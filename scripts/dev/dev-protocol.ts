import type { Session } from 'electron'
import { appOrigin, registerAppScheme } from '#main/electron/app-protocol.ts'

export { appOrigin, registerAppScheme }

/** Looser than the app's own policy by what hot reload needs: Vite's inline script, its styles and its socket. */
function developmentPolicy(socket: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${socket}`,
  ].join('; ')
}

/**
 * Serves the renderer from Vite's development server under the app's own address. It stands in the place of
 * `app-protocol.ts` in a development build only. Throws where no development server is named.
 */
export function serveApp(session: Session): void {
  const server = process.env['ELECTRON_RENDERER_URL']
  if (server === undefined) throw new Error('A development build runs only by `npm run dev`.')
  const socket = server.replace(/^http/, 'ws')
  session.protocol.handle('app', async (request) => {
    const { pathname, search } = new URL(request.url)
    const answer = await fetch(`${server}${pathname}${search}`, {
      headers: { accept: request.headers.get('accept') ?? '*/*' },
    })
    const headers = new Headers({
      'content-security-policy': developmentPolicy(socket),
      'cache-control': 'no-store',
    })
    headers.set('content-type', answer.headers.get('content-type') ?? 'application/octet-stream')
    return new Response(await answer.arrayBuffer(), { status: answer.status, headers })
  })
  // A session has one such handler: this one replaces that of the hardening and lets Vite's socket through as well.
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const isOwn = url.startsWith(`${appOrigin}/`) || url.startsWith('devtools://')
    callback({ cancel: !isOwn && !url.startsWith(`${socket}/`) })
  })
}
