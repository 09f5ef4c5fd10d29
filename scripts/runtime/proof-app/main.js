// Does what Attune does at its start: the sandbox, the scheme, a window with a preload, and a second process. When the
// window is painted and the second process answers, it writes the file `shown` to its user data and ends.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, protocol, session, utilityProcess } from 'electron'

const page = '<!doctype html><html lang="en"><title>Attune</title><body>Attune</body></html>'
const headers = { 'content-type': 'text/html; charset=utf-8' }

app.enableSandbox()
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
// No top-level await: Electron is ready only after this module has been evaluated.
void app.whenReady().then(async () => {
  const inMemory = session.fromPartition('proof')
  inMemory.protocol.handle('app', () => new Response(page, { headers }))
  const painted = new Promise((resolve) => ipcMain.handle('painted', resolve))
  const answered = new Promise((resolve) =>
    utilityProcess.fork(join(import.meta.dirname, 'second-process.js')).once('message', resolve),
  )
  const window = new BrowserWindow({
    width: 400,
    height: 300,
    title: 'Attune',
    webPreferences: {
      session: inMemory,
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  })
  await Promise.all([window.loadURL('app://attune/'), painted, answered])
  writeFileSync(join(app.getPath('userData'), 'shown'), '')
  app.exit(0)
})
