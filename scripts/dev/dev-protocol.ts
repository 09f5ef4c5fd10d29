import type { Session } from 'electron'
import { appOrigin, registerAppScheme } from '#main/electron/app-protocol.ts'

export { appOrigin, registerAppScheme }

/** The app's own policy, plus what hot reload needs: Vite's inline script, its styles and its socket. */
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
 * Serves the renderer from Vite's development server under the app's own address. A development build uses this in
 * place of `app-protocol.ts`. Throws if no development server is configured.
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
  // A session has only one such handler: this one replaces the hardening's and also lets Vite's socket through.
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const isOwn = url.startsWith(`${appOrigin}/`) || url.startsWith('devtools://')
    callback({ cancel: !isOwn && !url.startsWith(`${socket}/`) })
  })
}
