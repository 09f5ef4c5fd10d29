import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

import { hasDisplay } from '../engine/chromium.ts'
import { guarded, notImplemented } from './guard.ts'

let clipboardText = ''

/** Electron's `clipboard`: text within this process only; the desktop's clipboard is never touched. */
export const clipboard = guarded('clipboard', {
  writeText: async (text: string): Promise<void> => {
    clipboardText = text
  },
  readText: async (): Promise<string> => clipboardText,
  clear: (): void => {
    clipboardText = ''
  },
  has: async (mimetype: string): Promise<boolean> => clipboardText !== '' && mimetype === 'text/plain',
})

const noKeyring = (): never => {
  throw new Error('Error while encrypting or decrypting: encryption is not available.')
}

/** Electron's `safeStorage`: there is no key store, and it says so. */
export const safeStorage = guarded('safeStorage', {
  isEncryptionAvailable: () => false,
  isAsyncEncryptionAvailable: async () => false,
  getSelectedStorageBackend: () => 'basic_text',
  setUsePlainTextEncryption: () => undefined,
  encryptString: noKeyring,
  decryptString: noKeyring,
})

const opened: string[] = []

/** Electron's `shell`: opens addresses with the desktop's own program where there is a display, else only notes them. */
export const shell = guarded('shell', {
  openExternal: async (url: string): Promise<void> => {
    if (!URL.canParse(url)) throw new Error('Invalid URL')
    opened.push(url)
    open(url)
  },
  openPath: async (path: string): Promise<string> => {
    opened.push(path)
    open(path)
    return ''
  },
  showItemInFolder: (path: string): void => {
    opened.push(path)
  },
  beep: () => undefined,
  /** What was to be opened, oldest first; not Electron's, for tests. */
  openedInChromiumShell: opened,
})

function open(what: string): void {
  if (!hasDisplay()) return
  spawn('xdg-open', [what], { stdio: 'ignore', detached: true })
    .on('error', (cause) => console.error(`[chromium-shell] ${what} could not be opened: ${cause.message}`))
    .unref()
}

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** Electron's `net`: reads `file:` addresses, which is what handlers of `protocol.handle` use it for; nothing else. */
export const net = guarded('net', {
  fetch: async (input: string | Request): Promise<Response> => {
    const url = typeof input === 'string' ? input : input.url
    if (!url.startsWith('file:')) throw notImplemented(`net.fetch of ${url}`)
    const path = fileURLToPath(url)
    const content = await readFile(path).catch(() => undefined)
    if (!content) throw new Error('net::ERR_FILE_NOT_FOUND')
    return new Response(content, {
      headers: { 'content-type': types[extname(path)] ?? 'application/octet-stream' },
    })
  },
  isOnline: () => false,
  online: false,
})
