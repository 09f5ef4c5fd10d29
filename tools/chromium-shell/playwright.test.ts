import { rmSync } from 'node:fs'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallApp } from './testing/run-app.ts'

const preload = `
const { contextBridge, ipcRenderer } = require('electron')
contextBridge.exposeInMainWorld('choose', () => ipcRenderer.invoke('choose'))
`

const main = `
const { dialog, ipcMain, protocol, session } = require('electron')
ipcMain.handle('choose', async () => (await dialog.showOpenDialog({})).filePaths)
app.on('before-quit', () => require('node:fs').writeFileSync(__dirname + '/asked-to-quit', ''))
app.whenReady().then(() => {
  const own = session.fromPartition('own')
  own.protocol.handle('app', () => new Response('<!doctype html><title>Small</title><h1>Hello</h1><style>@media print { h1 { color: red } }</style>', { headers: { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" } }))
  const open = (path) => { const window = new BrowserWindow({ width: 620, height: 480, webPreferences: { session: own, preload: __dirname + '/preload.cjs' } }); window.loadURL('app://host' + path) }
  globalThis.openSecond = () => open('/second')
  open('/first')
})
`

describe("Playwright's own way to drive Electron", () => {
  const app = smallApp(main, { 'preload.cjs': preload })
  let driven: ElectronApplication
  let page: Page

  beforeAll(async () => {
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = import.meta.dirname
    driven = await _electron.launch({ args: [app.folder, `--user-data-dir=${app.userData}`] })
    page = await driven.firstWindow()
    await page.waitForSelector('h1')
  })
  afterAll(async () => {
    await driven.close()
    rmSync(app.folder, { recursive: true, force: true })
  })

  test('gets the arguments and the app as under Electron', async () => {
    const [argv, version, name] = await driven.evaluate(({ app: running }) => [
      process.argv.slice(1),
      process.versions['electron'],
      running.getName(),
    ])
    expect(argv).toStrictEqual([app.folder, `--user-data-dir=${app.userData}`])
    expect([version, name]).toStrictEqual(['45.4.1-chromium-shell', 'Small App'])
  })

  test('finds the window of a page and the page of a window', async () => {
    const window = await driven.browserWindow(page)
    expect(await window.evaluate((found) => found.getSize())).toStrictEqual([620, 480])
    const second = driven.waitForEvent('window')
    await driven.evaluate(() => Reflect.get(globalThis, 'openSecond')())
    const secondPage = await second
    await secondPage.waitForSelector('h1')
    await secondPage.close()
    await expect
      .poll(() => driven.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
      .toBe(1)
  })

  test('replaces the app’s dialogs', async () => {
    await driven.evaluate(({ dialog }) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/chosen'] })
    })
    expect(await page.evaluate('choose()')).toStrictEqual(['/chosen'])
  })

  test('emulates media, takes screenshots, reloads', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
    expect((await page.screenshot()).subarray(1, 4).toString()).toBe('PNG')
    await page.reload()
    expect(await page.title()).toBe('Small')
    expect(await page.evaluate('typeof choose')).toBe('function')
  })
})
