import { beforeAll, describe, expect, test } from 'vitest'
import { type Outcome, runApp } from '../testing/run-app.ts'

const main = `
const { nativeTheme, protocol, screen, clipboard, shell, powerMonitor } = require('electron')
const electron = require('electron')
report('too early', [messageOf(() => new BrowserWindow()), messageOf(() => screen.getAllDisplays())])
run(async () => {
  protocol.handle('app', () => new Response('<!doctype html><title>First</title><p>text', { headers: { 'content-type': 'text/html' } }))
  report('lacking', [messageOf(() => app.dock), messageOf(() => electron.Tray), messageOf(() => electron.globalShortcut.register), messageOf(() => app.on('gpu-process-crashed', () => undefined)), messageOf(() => new BrowserWindow({ frame: false })), messageOf(() => new BrowserWindow({ webPreferences: { javascript: false } })), messageOf(() => powerMonitor.getSystemIdleTime()), messageOf(() => new BrowserWindow({ webPreferences: { nodeIntegration: true } })), messageOf(() => new BrowserWindow({ surprise: 1 }))])
  const window = new BrowserWindow({ width: 700, height: 500, minWidth: 300, show: false })
  report('placed', [window.getBounds().x, window.getBounds().y, new BrowserWindow({ width: 100, minWidth: 300, show: false }).getSize()[0]])
  BrowserWindow.getAllWindows()[1].destroy()
  const events = []
  for (const name of ['ready-to-show', 'show', 'focus', 'blur', 'maximize', 'unmaximize', 'minimize', 'restore', 'enter-full-screen', 'leave-full-screen', 'closed']) window.on(name, () => events.push(name))
  const happens = (name) => until(() => events.includes(name))
  await window.loadURL('app://host/')
  report('made', [BrowserWindow.fromWebContents(window.webContents) === window, BrowserWindow.getAllWindows().length, window.isVisible()])
  await happens('ready-to-show')
  const size = () => window.webContents.executeJavaScript('[innerWidth, innerHeight]')
  report('size', [window.getSize(), (await size())[0]])
  window.show()
  await happens('show')
  report('shown', [window.isVisible(), window.isFocused()])
  window.setBounds({ width: 640, height: 480 })
  await until(async () => (await size())[0] === 640)
  window.setBounds({ width: 100 })
  report('limited', window.getSize())
  window.setBounds({ width: 640 })
  await until(async () => (await size())[0] === 640)
  window.maximize()
  await happens('maximize')
  report('maximized', [window.isMaximized(), window.getNormalBounds().width, window.getBounds().width > 640])
  window.setFullScreen(true)
  await happens('enter-full-screen')
  report('full screen', [window.isFullScreen(), window.isMaximized()])
  window.setFullScreen(false)
  await happens('leave-full-screen')
  report('out of full screen', [window.isMaximized(), window.getNormalBounds().width])
  window.minimize()
  await happens('minimize')
  window.restore()
  await happens('restore')
  report('restored', [window.isMinimized(), window.isMaximized()])
  window.unmaximize()
  await until(() => events.includes('unmaximize'))
  report('events', events)

  // The page learns of its new size a moment after the window reports it.
  const width = 640
  await until(async () => (await size())[0] === width)
  window.webContents.setZoomFactor(2)
  await until(async () => (await size())[0] === width / 2)
  report('zoom', [window.webContents.getZoomFactor(), messageOf(() => window.webContents.setZoomFactor(0))])
  window.webContents.setZoomFactor(1)
  await until(async () => (await size())[0] === width)
  const zoomed = new BrowserWindow({ webPreferences: { zoomFactor: 2 } })
  await zoomed.loadURL('data:text/html,zoomed')
  await until(async () => (await zoomed.webContents.executeJavaScript('innerWidth')) === 400)
  report('zoomed from the start', zoomed.webContents.getZoomFactor())
  zoomed.destroy()

  const prefersDark = () => window.webContents.executeJavaScript('matchMedia("(prefers-color-scheme: dark)").matches')
  let updates = 0
  nativeTheme.on('updated', () => { updates += 1 })
  const themes = []
  for (const source of ['dark', 'light', 'light', 'dark', 'system']) {
    nativeTheme.themeSource = source
    themes.push(await prefersDark())
  }
  report('themes', [themes, updates, messageOf(() => { nativeTheme.themeSource = 'blue' })])
  nativeTheme.themeSource = 'dark'
  const second = new BrowserWindow()
  await second.loadURL('app://host/')
  report('later window', await second.webContents.executeJavaScript('matchMedia("(prefers-color-scheme: dark)").matches'))

  const boxOf = async (options) => { const pdf = (await window.webContents.printToPDF(options)).toString('latin1'); return [pdf.slice(0, 5), /MediaBox ?\\[([^\\]]*)\\]/.exec(pdf)[1].trim().split(/ +/).map(Number).map(Math.round)] }
  const boxWithRule = async () => { await window.webContents.executeJavaScript('document.head.append(Object.assign(document.createElement("style"), { textContent: "@page { size: 4in 6in }" })); 0'); return boxOf({ preferCSSPageSize: true }) }
  report('pdf', [await boxOf({ pageSize: 'A4' }), await boxOf({ pageSize: 'A4', landscape: true }), await boxOf({ pageSize: { width: 5, height: 7 } }), await boxOf(), await boxWithRule()])
  report('pdf refusals', [await window.webContents.printToPDF({ pageSize: 'B5' }).catch((error) => error.message), await window.webContents.printToPDF({ surprise: 1 }).catch((error) => error.message), await window.webContents.printToPDF({ margins: { inside: 1 } }).catch((error) => error.message)])
  window.setContentProtection(true)
  report('script', [await window.webContents.executeJavaScript('Promise.resolve({ a: [1, NaN].length })'), await window.webContents.executeJavaScript('null.x').catch((error) => error.message.split('\\n')[0])])
  report('screen', [screen.getAllDisplays()[0].workArea.width, messageOf(() => screen.getAllDisplays()[0].rotation)])
  await clipboard.writeText('copied')
  await shell.openExternal('https://doi.org/x')
  report('small', [await clipboard.readText(), await shell.openExternal('not an address').catch((error) => error.message)])
  const before = clipboard.readText()
  clipboard.clear()
  report('read late', [await before, await clipboard.has('text/plain')])

  let refusals = 0
  window.on('close', (event) => { refusals += 1; if (refusals === 1) event.preventDefault() })
  window.close()
  report('close refused', [window.isDestroyed(), refusals])
  window.close()
  await happens('closed')
  report('closed', [window.isDestroyed(), window.webContents.isDestroyed(), BrowserWindow.getAllWindows().length, messageOf(() => window.webContents.send('x')), window.isVisible()])
  second.webContents.on('render-process-gone', (_event, details) => report('gone', [details.reason, second.webContents.isCrashed()]))
  const gone = new Promise((resolve) => second.webContents.once('render-process-gone', resolve))
  second.loadURL('chrome://crash').catch(() => undefined)
  await gone
  await second.loadURL('app://host/')
  report('back', second.webContents.isCrashed())
})
`

describe('a window', () => {
  let outcome: Outcome
  beforeAll(async () => {
    outcome = await runApp(main)
  })
  const expectReport = (name: string) => expect(outcome.reports[name], outcome.errors)

  test('can be made once the app is ready, is in the middle unless placed, and is found by its page', () => {
    expectReport('too early').toStrictEqual([
      'Cannot create BrowserWindow before app is ready',
      "The 'screen' module can't be used before the app 'ready' event",
    ])
    expectReport('placed').toStrictEqual([290, 150, 300])
    expectReport('made').toStrictEqual([true, 1, false])
    expectReport('shown').toStrictEqual([true, true])
    expectReport('size').toStrictEqual([[700, 500], 700])
  })

  test('names what the shell lacks instead of ignoring it', () => {
    expectReport('lacking').toStrictEqual(
      [
        'app.dock',
        'electron.Tray',
        'electron.globalShortcut',
        "app event 'gpu-process-crashed'",
        "BrowserWindow option 'frame: false'",
        'webPreferences.javascript: false',
        'powerMonitor.getSystemIdleTime',
        'webPreferences.nodeIntegration: true',
        "BrowserWindow option 'surprise: 1'",
      ].map((name) => `not implemented in chromium-shell: ${name}`),
    )
    expect(outcome.errors).toContain('[chromium-shell] setContentProtection has no effect')
  })

  test('keeps its bounds within limits, and emits its changes of state', () => {
    expectReport('limited').toStrictEqual([300, 480])
    expectReport('maximized').toStrictEqual([true, 640, true])
    expectReport('full screen').toStrictEqual([true, false])
    expectReport('out of full screen').toStrictEqual([true, 640])
    expectReport('restored').toStrictEqual([false, true])
    expectReport('events').toStrictEqual([
      ...'ready-to-show show focus maximize enter-full-screen leave-full-screen'.split(' '),
      ...'minimize restore unmaximize'.split(' '),
    ])
  })

  test('zooms its page as a browser does', () => {
    expectReport('zoom').toStrictEqual([2, "'zoomFactor' must be a double greater than 0.0"])
    expectReport('zoomed from the start').toBe(2)
  })

  test('gives its page the theme of the app, in later windows too', () => {
    expectReport('themes').toStrictEqual([[true, false, false, true, false], 4, "Invalid themeSource 'blue'"])
    expectReport('later window').toBe(true)
  })

  test('prints on the requested paper, on Letter by default', () => {
    expectReport('pdf').toStrictEqual([
      ['%PDF-', [0, 0, 596, 843]],
      ['%PDF-', [0, 0, 843, 596]],
      ['%PDF-', [0, 0, 360, 504]],
      ['%PDF-', [0, 0, 612, 792]],
      ['%PDF-', [0, 0, 288, 432]],
    ])
    expectReport('pdf refusals').toStrictEqual([
      "not implemented in chromium-shell: printToPDF pageSize 'B5'",
      "not implemented in chromium-shell: printToPDF option 'surprise'",
      "not implemented in chromium-shell: printToPDF margin 'inside'",
    ])
  })

  test('runs code in its page and returns values and errors', () => {
    expectReport('script').toStrictEqual([
      { a: 2 },
      "TypeError: Cannot read properties of null (reading 'x')",
    ])
  })

  test('has small modules around it that keep to themselves', () => {
    expectReport('screen').toStrictEqual([1280, 'not implemented in chromium-shell: Display.rotation'])
    expectReport('small').toStrictEqual(['copied', 'Invalid URL'])
    expect(outcome.errors).toContain('https://doi.org/x was not opened')
  })

  test('reads the clipboard with a delay, as the system answers', () => {
    expectReport('read late').toStrictEqual(['', false])
  })

  test('asks before it closes, and can’t be used afterwards', () => {
    expectReport('close refused').toStrictEqual([false, 1])
    expectReport('closed').toStrictEqual([true, true, 1, 'Object has been destroyed', false])
  })

  test('reports a crashed page, and can load another', () => {
    expectReport('gone').toStrictEqual(['crashed', true])
    expectReport('back').toBe(false)
  })
})
