import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { marks } from '#shared/marks/marks.ts'

const main = `import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, protocol, session as sessions, utilityProcess } from 'electron'

app.enableSandbox()
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
const folder = import.meta.dirname
const types = { '/index.html': 'text/html; charset=utf-8', '/field.js': 'text/javascript; charset=utf-8' }
void app.whenReady().then(() => {
  utilityProcess.fork(join(folder, 'idle.mjs'), [], { serviceName: 'Idle', stdio: 'inherit' })
  const session = sessions.fromPartition('comparator')
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !details.url.startsWith('app://') }))
  session.protocol.handle('app', async (request) => {
    const { pathname } = new URL(request.url)
    if (!(pathname in types)) return new Response('Not found', { status: 404 })
    const headers = { 'content-type': types[pathname], 'content-security-policy': "default-src 'none'; script-src 'self'" }
    return new Response(await readFile(join(folder, pathname)), { headers })
  })
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: {
      session,
      preload: join(folder, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL('app://comparator/index.html')
})
app.on('window-all-closed', () => app.quit())
`

const preload = `const { contextBridge, ipcRenderer } = require('electron')
contextBridge.exposeInMainWorld('comparator', { call: (path) => ipcRenderer.invoke('operation', path) })
`

const page = `<!doctype html>
<meta charset="utf-8" />
<title>Comparator</title>
<label>Passphrase <input type="password" /></label>
<script type="module" src="./field.js"></script>
`

const field = `document.querySelector('input').focus()
performance.mark('${marks.passphraseField}')
`

/**
 * Writes the smallest app with Attune's frame: a hardened session of its own, its own scheme, a preload, an empty
 * utility process, and a page with one field. What Attune takes beyond this is Attune's own cost.
 */
export function makeComparator(folder: string): string {
  const app = join(folder, 'comparator')
  mkdirSync(app, { recursive: true })
  const files = {
    'package.json': JSON.stringify({ name: 'comparator', version: '1.0.0', type: 'module', main: 'main.js' }),
    'main.js': main,
    'preload.cjs': preload,
    'idle.mjs': `process.parentPort.on('message', () => undefined)\n`,
    'index.html': page,
    'field.js': field,
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(app, name), content)
  return app
}
