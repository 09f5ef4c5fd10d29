import { beforeAll, describe, expect, test } from 'vitest'
import { type Outcome, runApp } from '../testing/run-app.ts'

const preload = `
const { contextBridge, ipcRenderer } = require('electron')
globalThis.secretOfThePreload = 'hidden'
const api = {
  invoke: (channel, ...values) => ipcRenderer.invoke(channel, ...values),
  give: (value) => { try { return 'no error: ' + String(ipcRenderer.invoke('types', value)) } catch (error) { return error.message } },
  take: (value) => typeof value,
  listen: (channel, listener) => {
    const relay = (event, ...values) => listener(Object.keys(event).sort(), ...values)
    ipcRenderer.on(channel, relay)
  },
  sum: (one, other) => one + other,
  callBack: (listener) => listener(20) + 1,
  fail: () => { throw new TypeError('said no') },
  reject: async () => { throw new Error('said no later') },
  rejectBadly: async () => { throw { inner: new Date(5) } },
  later: async (value) => ({ value }),
  nested: { list: [1, { deep: true }], none: undefined },
  unknownMember: () => { try { return ipcRenderer.sendSync('x') } catch (error) { return error.message } },
  unknownModule: () => { try { return require('node:fs') } catch (error) { return error.message } },
  unknownOfEvent: (listener) => ipcRenderer.on('look', (event) => { try { listener(event.processId) } catch (error) { listener(error.message) } }),
}
contextBridge.exposeInMainWorld('api', api)
try { contextBridge.exposeInMainWorld('api', {}) } catch (error) { api.again = error.message }
contextBridge.exposeInMainWorld('again', api.again)
`

const page = `<!doctype html><title>Page</title><script>
const ownNames = Object.getOwnPropertyNames(window)
</script>`

const main = `
const { ipcMain, protocol, session } = require('electron')
ipcMain.handle('values', () => ({ text: 'Ü', none: undefined, list: [1, [null, true]] }))
ipcMain.handle('types', (_event, ...given) => given.map((value) => value === undefined ? 'undefined' : JSON.stringify(value)))
ipcMain.handle('nothing', () => undefined)
ipcMain.handle('fail', () => { throw new RangeError('out of range') })
ipcMain.handle('not clonable', () => ({ inner: () => undefined }))
ipcMain.handle('date', () => new Date(5))
ipcMain.handle('frame', (event) => [event.senderFrame.url, event.senderFrame === event.sender.mainFrame, messageOf(() => event.ports)])
report('second handler', messageOf(() => ipcMain.handle('values', () => 1)))
run(async () => {
  protocol.handle('app', () => new Response(require('fs').readFileSync(__dirname + '/page.html'), { headers: { 'content-type': 'text/html' } }))
  const window = new BrowserWindow({ webPreferences: { preload: __dirname + '/preload.cjs' } })
  await window.loadURL('app://host/page.html#part')
  const inPage = (code) => window.webContents.executeJavaScript('(async () => { ' + code + ' })()')
  report('reach', await inPage('return [typeof require, typeof process, typeof secretOfThePreload, typeof module, Object.getOwnPropertyNames(window).filter((name) => /chromium|shell|electron|ipc/i.test(name))]'))
  report('frozen', await inPage('"use strict"; const errors = []; for (const change of [() => { api.sum = 1 }, () => { window.api = 1 }, () => { api.nested.list[1].deep = false }, () => { delete window.api }]) try { change(); errors.push("none") } catch (error) { errors.push(error.name) } return errors'))
  report('calls', await inPage('return [api.sum(1, 2), api.callBack((n) => n * 2), api.nested.list[1].deep, "none" in api.nested && api.nested.none === undefined, await api.later([1])]'))
  report('errors', await inPage('const results = []; try { api.fail() } catch (error) { results.push(error instanceof Error, error.message) } await api.reject().catch((error) => results.push(error instanceof Error, error.message)); await api.rejectBadly().catch((error) => results.push(error.message)); return results'))
  report('beyond text', await inPage('return [new Date(5), new Map(), Symbol("s"), document.body, 1n, NaN].map((value) => { try { return api.take(value) } catch (error) { return error.message.slice(0, 51) } })'))
  report('values', await inPage('const v = await api.invoke("values"); return [v, "none" in v && v.none === undefined, await api.invoke("nothing") === undefined]'))
  report('types', await inPage('return api.invoke("types", "Ü", undefined, { a: [1, null] }, undefined)'))
  report('failures', await inPage('const results = []; for (const channel of ["fail", "nobody", "not clonable", "date"]) await api.invoke(channel).catch((error) => results.push(error.message)); return results'))
  report('frame', await inPage('return api.invoke("frame")'))
  await inPage('window.heard = []; api.listen("news", (...given) => heard.push(given)); api.unknownOfEvent((results) => { window.results = results })')
  window.webContents.send('news', { n: 1 }, undefined)
  report('heard', await until(async () => { const heard = await inPage('return heard'); return heard.length === 1 && heard }))
  window.webContents.send('look')
  report('of the event', await until(() => inPage('return window.results')))
  report('refused', [messageOf(() => window.webContents.send('news', () => undefined)), messageOf(() => window.webContents.send('news', new Date(5))).slice(0, 51)])
  report('lacking', await inPage('return [api.unknownMember(), api.unknownModule(), again]'))
})
`

describe('the bridge between a preload and its page', () => {
  let outcome: Outcome
  beforeAll(async () => {
    outcome = await runApp(main, { 'preload.cjs': preload, 'page.html': page })
  })
  const expectReport = (name: string) => expect(outcome.reports[name], outcome.errors)

  test('the page can reach nothing of Node, the preload or the shell except what was exposed', () => {
    expectReport('reach').toStrictEqual(['undefined', 'undefined', 'undefined', 'undefined', []])
    expectReport('frozen').toStrictEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError'])
  })

  test('functions can be called from either side, values are copied, errors keep their message', () => {
    expectReport('calls').toStrictEqual([3, 41, true, true, { value: [1] }])
    expectReport('errors').toStrictEqual([
      true,
      'said no',
      true,
      'said no later',
      expect.stringContaining("values that JSON can't hold"),
    ])
  })

  test('apart from these only JSON values cross the bridge; others throw', () => {
    const missing = 'not implemented in chromium-shell: values that JSON'
    expectReport('beyond text').toStrictEqual([
      missing,
      missing,
      'An object could not be cloned.',
      missing,
      missing,
      missing,
    ])
  })

  test('invoke carries JSON values and undefined, both ways', () => {
    expectReport('values').toStrictEqual([{ text: 'Ü', list: [1, [null, true]] }, true, true])
    expectReport('types').toStrictEqual(['"Ü"', 'undefined', '{"a":[1,null]}', 'undefined'])
  })

  test('a failing handler gives Electron’s message', () => {
    expectReport('failures').toStrictEqual([
      "Error invoking remote method 'fail': RangeError: out of range",
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
      "Error invoking remote method 'not clonable': Error: An object could not be cloned.",
      expect.stringContaining("not implemented in chromium-shell: values that JSON can't hold"),
    ])
    expectReport('second handler').toBe("Attempted to register a second handler for 'values'")
  })

  test('handlers see the sender, at the address the app knows', () => {
    expectReport('frame').toStrictEqual([
      'app://host/page.html#part',
      true,
      'not implemented in chromium-shell: IpcMainInvokeEvent.ports',
    ])
  })

  test('send reaches the listeners of a page', () => {
    expectReport('heard').toStrictEqual([[['ports', 'sender'], { n: 1 }, null]])
    expectReport('refused').toStrictEqual([
      'An object could not be cloned.',
      'not implemented in chromium-shell: values that JSON',
    ])
  })

  test('what the shell lacks says so', () => {
    expectReport('lacking').toStrictEqual([
      'not implemented in chromium-shell: ipcRenderer.sendSync',
      'module not found: node:fs',
      'Cannot bind an API on top of an existing property on the window object',
    ])
    expectReport('of the event').toBe('not implemented in chromium-shell: IpcRendererEvent.processId')
  })
})
