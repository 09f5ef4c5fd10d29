import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { protocol, type Session } from 'electron'

export const appOrigin = 'app://attune'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Allows only the app's own files: no inline code and no connections. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Must run before the app is ready, as Electron requires of privileged schemes. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
}

/**
 * Lists every served address with its file. Built once from the build output, so no request ever computes a path. The
 * first window waits for it, and Node's own recursion takes three times as long.
 */
function servedFiles(folder: string, address = '/'): [address: string, file: string][] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = join(folder, entry.name)
    if (entry.isDirectory()) return servedFiles(file, `${address}${entry.name}/`)
    const isServed = contentTypes[extname(entry.name)] !== undefined
    return isServed ? [[`${address}${entry.name}`, file] satisfies [string, string]] : []
  })
}

/** Serves the built renderer under `app://attune/`. Answers 404 to every other address. */
export function serveApp(session: Session, folder: string): void {
  const files: ReadonlyMap<string, string> = new Map(servedFiles(folder))
  session.protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url)
    const file = host === 'attune' && request.method === 'GET' ? files.get(pathname) : undefined
    if (file === undefined) return new Response('Not found', { status: 404 })
    return new Response(await readFile(file), {
      headers: {
        'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-store',
      },
    })
  })
}
