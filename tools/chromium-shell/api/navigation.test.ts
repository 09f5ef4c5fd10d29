import { beforeAll, describe, expect, test } from 'vitest'
import { type Outcome, runApp } from '../testing/run-app.ts'

const preload = `
const { contextBridge, ipcRenderer } = require('electron')
contextBridge.exposeInMainWorld('ask', () => ipcRenderer.invoke('who'))
`

const main = `
const { ipcMain, protocol } = require('electron')
const html = (body) => new Response('<!doctype html>' + body, { headers: { 'content-type': 'text/html' } })
ipcMain.handle('who', (event) => [event.senderFrame.url, event.senderFrame === event.sender.mainFrame])
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
    contents.on('did-finish-load', () => events.push(['loaded', contents.getURL()]))
  })
  const window = new BrowserWindow({ webPreferences: { preload: __dirname + '/preload.cjs' } })
  const { webContents } = window
  const inPage = (code) => webContents.executeJavaScript('(async () => { ' + code + ' })()')
  const take = () => events.splice(0)
  const arrives = (path) => until(async () => events.some(([name, url]) => name === 'loaded' && url.endsWith(path)))

  await window.loadURL('app://host/start')
  report('planned', take())
  await inPage('location.hash = "part"')
  report('in page', [take(), webContents.getURL()])
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
  report('frame events', take().filter(([name]) => name === 'will-frame-navigate'))
  report('main frame asks', await inPage('return ask()'))
  report('in a frame', await inPage('return typeof frames[0].ask'))
  report('lacking', [messageOf(() => webContents.mainFrame.frames), messageOf(() => webContents.on('did-frame-navigate', () => undefined))])

  await window.loadURL('app://host/start')
  const wishes = []
  webContents.setWindowOpenHandler(({ url }) => { wishes.push(url); return { action: 'deny' } })
  await inPage('const opened = window.open("/popup", "named", "width=300,height=200"); await new Promise((resolve) => setTimeout(resolve, 300)); return opened?.closed')
  await inPage('document.getElementById("popup").click(); await new Promise((resolve) => setTimeout(resolve, 300))')
  report('denied', [wishes, BrowserWindow.getAllWindows().length, served.includes('/popup')])
  const caught = []
  process.on('uncaughtException', (error) => caught.push(error.message))
  for (const handler of [() => ({ action: 'allow' }), () => { throw new Error('thrown by the handler') }, ({ referrer }) => referrer]) {
    webContents.setWindowOpenHandler(handler)
    await inPage('window.open("/popup"); await new Promise((resolve) => setTimeout(resolve, 300))')
  }
  report('not denied', [caught, BrowserWindow.getAllWindows().length, served.includes('/popup')])
  window.destroy()
  report('destroyed', [window.isDestroyed(), messageOf(() => webContents.reload())])
})
`

describe('where a page goes', () => {
  let outcome: Outcome
  beforeAll(async () => {
    outcome = await runApp(main, { 'preload.cjs': preload })
  })
  const expectReport = (name: string) => expect(outcome.reports[name], outcome.errors)

  test("loads that the app requests itself don't ask it again", () => {
    expectReport('planned').toStrictEqual([['loaded', 'app://host/start']])
    expectReport('reloaded').toStrictEqual([['loaded', 'app://host/elsewhere']])
    expectReport('in page').toStrictEqual([[], 'app://host/start#part'])
  })

  test('a link asks first, for the frame and then for the page', () => {
    expectReport('followed').toStrictEqual([
      ['will-frame-navigate', 'app://host/elsewhere', true],
      ['will-navigate', 'app://host/elsewhere', true],
      ['loaded', 'app://host/elsewhere'],
    ])
  })

  test('a prevented navigation of any kind does not happen', () => {
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

  test('frames within the page ask too, differ from the page itself, and have no preload', () => {
    expectReport('frame events').toContainEqual(['will-frame-navigate', 'app://host/inner', false])
    expectReport('main frame asks').toStrictEqual(['app://host/frames', true])
    expectReport('in a frame').toBe('undefined')
    expectReport('lacking').toStrictEqual([
      'not implemented in chromium-shell: WebFrameMain.frames',
      "not implemented in chromium-shell: WebContents event 'did-frame-navigate'",
    ])
  })

  test('a denied window is never loaded', () => {
    expectReport('denied').toStrictEqual([['app://host/popup', 'app://host/popup'], 1, false])
  })

  test('a window that is not denied never opens, and the app hears why', () => {
    expectReport('not denied').toStrictEqual([
      [
        'not implemented in chromium-shell: windows that pages open',
        'thrown by the handler',
        'not implemented in chromium-shell: HandlerDetails.referrer',
      ],
      1,
      false,
    ])
  })

  test('a destroyed window can’t be used', () => {
    expectReport('destroyed').toStrictEqual([true, 'Object has been destroyed'])
  })
})
