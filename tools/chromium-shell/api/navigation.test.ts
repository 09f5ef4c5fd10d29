import { beforeAll, describe, expect, test } from 'vitest'

import { type Outcome, runApp } from '../testing/run-app.ts'

const preload = `
const { contextBridge, ipcRenderer } = require('electron')
contextBridge.exposeInMainWorld('ask', () => ipcRenderer.invoke('who'))
`

const main = `
const { ipcMain, protocol } = require('electron')
const html = (body) => new Response('<!doctype html>' + body, { headers: { 'content-type': 'text/html' } })
ipcMain.handle('who', (event) => [event.senderFrame.url, event.senderFrame === event.sender.mainFrame, event.senderFrame.parent === event.sender.mainFrame])
const served = []
run(async () => {
  protocol.handle('app', (request) => {
    const { pathname } = new URL(request.url)
    served.push(pathname)
    if (pathname === '/away') return new Response(null, { status: 302, headers: { location: 'app://host/landed' } })
    if (pathname === '/frames') return html('<iframe src="/inner"></iframe><iframe src="app-unknown://x/"></iframe>')
    return html('<title>' + pathname + '</title><a id="link" href="/elsewhere">go</a><a id="popup" target="_blank" rel="noopener" href="/popup">pop</a>')
  })
  const events = []
  app.on('web-contents-created', (_event, contents) => {
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect'])
      contents.on(name, (event, url) => { events.push([name, url, event.isMainFrame]); if (globalThis.refusing?.(url)) event.preventDefault() })
    contents.on('did-navigate', (_event, url) => events.push(['did-navigate', url]))
    contents.on('did-navigate-in-page', (_event, url) => events.push(['did-navigate-in-page', url]))
  })
  const window = new BrowserWindow({ webPreferences: { preload: __dirname + '/preload.cjs', nodeIntegrationInSubFrames: true } })
  const { webContents } = window
  const inPage = (code) => webContents.executeJavaScript('(async () => { ' + code + ' })()')
  const take = () => events.splice(0)
  const arrives = (path) => until(async () => events.some(([name, url]) => name === 'did-navigate' && url.endsWith(path)) && !webContents.isLoading())

  await window.loadURL('app://host/start')
  report('planned', take())
  await inPage('location.hash = "part"')
  await until(() => events.length > 0)
  report('in page', take())
  await inPage('document.getElementById("link").click()')
  await arrives('/elsewhere')
  report('followed', take())
  globalThis.refusing = (url) => !url.includes('/start')
  await inPage('document.getElementById("link").click(); await new Promise((resolve) => setTimeout(resolve, 150))')
  await inPage('setTimeout(() => { location.href = "https://example.com/" })')
  await inPage('await new Promise((resolve) => setTimeout(resolve, 150)); const form = document.body.appendChild(document.createElement("form")); form.action = "/form"; form.method = "post"; form.submit(); await new Promise((resolve) => setTimeout(resolve, 150))')
  report('refused', [take().map(([name, url]) => name + ' ' + url), webContents.getURL()])
  await inPage('setTimeout(() => { location.href = "file:///etc/passwd" }); await new Promise((resolve) => setTimeout(resolve, 150))')
  await inPage('setTimeout(() => { location.href = "data:text/html,hello" }); await new Promise((resolve) => setTimeout(resolve, 150))')
  report('other schemes', webContents.getURL())
  take()
  globalThis.refusing = undefined
  webContents.reload()
  await arrives('/elsewhere')
  report('reloaded', take())
  globalThis.refusing = (url) => url.includes('/landed')
  report('redirect refused', [await window.loadURL('app://host/away').catch((error) => error.code), take()])
  globalThis.refusing = undefined
  await window.loadURL('app://host/frames')
  await until(() => webContents.mainFrame.frames.length > 0)
  report('frame events', take().filter(([name]) => name === 'will-frame-navigate'))
  const [inner] = webContents.mainFrame.frames
  report('frames', [inner.url, inner.parent === webContents.mainFrame, inner.top === webContents.mainFrame, webContents.mainFrame.framesInSubtree.length])
  report('sub-frame asks', await inPage('return frames[0].ask()'))

  await window.loadURL('app://host/start')
  const wishes = []
  webContents.setWindowOpenHandler(({ url, frameName, features, disposition }) => { wishes.push([url, frameName, features, disposition]); return { action: 'deny' } })
  await inPage('const opened = window.open("/popup", "named", "width=300,height=200"); await new Promise((resolve) => setTimeout(resolve, 300)); return opened?.closed')
  await inPage('document.getElementById("popup").click(); await new Promise((resolve) => setTimeout(resolve, 300))')
  report('denied', [wishes, BrowserWindow.getAllWindows().length, served.includes('/popup')])
  webContents.setWindowOpenHandler(() => ({ action: 'allow', overrideBrowserWindowOptions: { width: 333 } }))
  const created = new Promise((resolve) => webContents.once('did-create-window', (child, { url }) => resolve([child.getSize()[0], url])))
  await inPage('window.open("/popup")')
  report('allowed', [await created, BrowserWindow.getAllWindows().length])
  const child = BrowserWindow.getAllWindows()[1]
  await until(() => child.webContents.getURL().endsWith('/popup'))
  child.destroy()
  report('destroyed', [child.isDestroyed(), messageOf(() => child.webContents.reload())])
})
`

describe('where a page goes', () => {
  let outcome: Outcome
  beforeAll(async () => {
    outcome = await runApp(main, { 'preload.cjs': preload })
  })
  const expectReport = (name: string) => expect(outcome.reports[name], outcome.errors)

  test("loads the app asks for itself don't ask it again", () => {
    expectReport('planned').toStrictEqual([['did-navigate', 'app://host/start']])
    expectReport('reloaded').toStrictEqual([['did-navigate', 'app://host/elsewhere']])
    expectReport('in page').toStrictEqual([['did-navigate-in-page', 'app://host/start#part']])
  })

  test('a link asks first, for the frame and then for the page', () => {
    expectReport('followed').toStrictEqual([
      ['will-frame-navigate', 'app://host/elsewhere', true],
      ['will-navigate', 'app://host/elsewhere', true],
      ['did-navigate', 'app://host/elsewhere'],
    ])
  })

  test('a prevented navigation does not happen, whatever its kind', () => {
    expectReport('refused').toStrictEqual([
      [
        'will-frame-navigate app://host/elsewhere',
        'will-frame-navigate https://example.com/',
        'will-frame-navigate app://host/form',
      ],
      'app://host/elsewhere',
    ])
    expectReport('other schemes').toBe('app://host/elsewhere')
    expectReport('redirect refused').toStrictEqual([
      'ERR_ABORTED',
      [['will-redirect', 'app://host/landed', true]],
    ])
  })

  test('frames within the page are known, ask too, and can be told from the page itself', () => {
    expectReport('frame events').toContainEqual(['will-frame-navigate', 'app://host/inner', false])
    expectReport('frames').toStrictEqual(['app://host/inner', true, true, 3])
    expectReport('sub-frame asks').toStrictEqual(['app://host/inner', false, true])
  })

  test('a denied window is never loaded', () => {
    expectReport('denied').toStrictEqual([
      [
        ['app://host/popup', 'named', 'width=300,height=200', 'new-window'],
        ['app://host/popup', '', '', 'foreground-tab'],
      ],
      1,
      false,
    ])
  })

  test('an allowed one becomes a window of the app', () => {
    expectReport('allowed').toStrictEqual([[333, 'app://host/popup'], 2])
    expectReport('destroyed').toStrictEqual([true, 'Object has been destroyed'])
  })
})
