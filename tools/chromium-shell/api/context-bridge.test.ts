import { beforeAll, describe, expect, test } from 'vitest'

import { type Outcome, runApp } from '../testing/run-app.ts'

const preload = `
const { contextBridge, ipcRenderer } = require('electron')
globalThis.secretOfThePreload = 'hidden'
const api = {
  invoke: (channel, ...values) => ipcRenderer.invoke(channel, ...values),
  send: (channel, ...values) => ipcRenderer.send(channel, ...values),
  listen: (channel, listener) => {
    const relay = (event, ...values) => listener(Object.keys(event).sort(), ...values)
    ipcRenderer.on(channel, relay)
    return () => ipcRenderer.off(channel, relay)
  },
  sum: (one, other) => one + other,
  callBack: (listener) => listener(20) + 1,
  fail: () => { throw new TypeError('said no') },
  reject: async () => { throw new Error('said no later') },
  nested: { list: [1, { deep: true }], date: new Date(5), map: new Map([['a', 1]]) },
  unknownMember: () => { try { return ipcRenderer.sendSync('x') } catch (error) { return error.message } },
  unknownModule: () => { try { return require('node:fs') } catch (error) { return error.message } },
  processKeys: () => [process.type, process.sandboxed, process.contextIsolated, typeof process.versions.chrome, typeof process.mainModule],
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
const values = { date: new Date(5), map: new Map([[1, new Set([2])]]), bytes: new Uint8Array([1]), none: undefined, nan: NaN, big: 10n }
ipcMain.handle('values', () => values)
ipcMain.handle('types', (_event, ...given) => given.map((value) => Object.prototype.toString.call(value)))
ipcMain.handle('fail', () => { throw new RangeError('out of range') })
ipcMain.handle('not clonable', () => ({ inner: () => undefined }))
ipcMain.handle('frame', (event) => [event.senderFrame.url, event.senderFrame === event.sender.mainFrame, event.type])
report('second handler', messageOf(() => ipcMain.handle('values', () => 1)))
let sent
ipcMain.on('sent', (event, ...given) => { sent = given; event.reply('reply', new Date(9)) })
run(async () => {
  protocol.handle('app', () => new Response(require('fs').readFileSync(__dirname + '/page.html'), { headers: { 'content-type': 'text/html' } }))
  const window = new BrowserWindow({ webPreferences: { preload: __dirname + '/preload.cjs' } })
  await window.loadURL('app://host/page.html#part')
  const inPage = (code) => window.webContents.executeJavaScript('(async () => { ' + code + ' })()')
  report('reach', await inPage('return [typeof require, typeof process, typeof secretOfThePreload, typeof module, Object.getOwnPropertyNames(window).filter((name) => /chromium|shell|electron|ipc/i.test(name))]'))
  report('frozen', await inPage('"use strict"; const errors = []; for (const change of [() => { api.sum = 1 }, () => { window.api = 1 }, () => { api.nested.list[1].deep = false }, () => { delete window.api }]) try { change(); errors.push("none") } catch (error) { errors.push(error.name) } return errors'))
  report('calls', await inPage('return [api.sum(1, 2), api.callBack((n) => n * 2), api.nested.list[1].deep, api.nested.date instanceof Date, api.nested.map.get("a")]'))
  report('errors', await inPage('const told = []; try { api.fail() } catch (error) { told.push(error instanceof Error, error.message) } await api.reject().catch((error) => told.push(error instanceof Error, error.message)); return told'))
  report('values', await inPage('const v = await api.invoke("values"); return [v.date instanceof Date && v.date.getTime(), v.map instanceof Map && v.map.get(1).has(2), v.bytes instanceof Uint8Array, "none" in v && v.none === undefined, Number.isNaN(v.nan), v.big === 10n]'))
  report('types', await inPage('return api.invoke("types", new Date(), new Map(), new Uint8Array(1), undefined, NaN, 1n, new Error("x"), null)'))
  report('failures', await inPage('const told = []; for (const channel of ["fail", "nobody", "not clonable"]) await api.invoke(channel).catch((error) => told.push(error.message)); return told'))
  report('frame', await inPage('return api.invoke("frame")'))
  await inPage('window.heard = []; window.stop = api.listen("news", (...given) => heard.push(given)); api.listen("reply", (...given) => heard.push(given)); api.send("sent", 1, undefined)')
  window.webContents.send('news', { n: NaN })
  report('heard', await until(async () => { const heard = await inPage('return heard.map(([keys, value]) => [keys.includes("sender"), Number.isNaN(value?.n), value instanceof Date])'); return heard.length === 2 && heard }))
  report('sent', [sent.length, sent[1] === undefined])
  await inPage('stop()')
  window.webContents.send('news', 'not heard')
  report('after stopping', await inPage('await api.invoke("frame"); return heard.length'))
  report('refused', messageOf(() => window.webContents.send('news', () => undefined)))
  report('lacking', await inPage('return [api.unknownMember(), api.unknownModule(), again]'))
  report('process', await inPage('return api.processKeys()'))
  report('hostile page', await inPage('EventTarget.prototype.dispatchEvent = () => { throw 1 }; Reflect.apply = null; Array.prototype.map = null; Map.prototype.get = () => undefined; return api.sum(4, 5)').catch((error) => error.message))
})
`

describe('the bridge between a preload and its page', () => {
  let outcome: Outcome
  beforeAll(async () => {
    outcome = await runApp(main, { 'preload.cjs': preload, 'page.html': page })
  })
  const expectReport = (name: string) => expect(outcome.reports[name], outcome.errors)

  test('the page has nothing of Node, of the preload or of the shell but what was exposed', () => {
    expectReport('reach').toStrictEqual(['undefined', 'undefined', 'undefined', 'undefined', []])
    expectReport('frozen').toStrictEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError'])
  })

  test('functions can be called from either side, values are copied, errors keep their message', () => {
    expectReport('calls').toStrictEqual([3, 41, true, true, 1])
    expectReport('errors').toStrictEqual([true, 'said no', true, 'said no later'])
  })

  test('invoke carries what the structured clone algorithm carries, both ways', () => {
    expectReport('values').toStrictEqual([5, true, true, true, true, true])
    const types = 'Date Map Uint8Array Undefined Number BigInt Error Null'.split(' ')
    expectReport('types').toStrictEqual(types.map((type) => `[object ${type}]`))
  })

  test('a failing handler is worded as Electron words it', () => {
    expectReport('failures').toStrictEqual([
      "Error invoking remote method 'fail': RangeError: out of range",
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
      "Error invoking remote method 'not clonable': Error: An object could not be cloned.",
    ])
    expectReport('second handler').toBe("Attempted to register a second handler for 'values'")
  })

  test('handlers see who sent, at the address the app knows', () => {
    expectReport('frame').toStrictEqual(['app://host/page.html#part', true, 'frame'])
  })

  test('send reaches listeners on both sides, and no longer once they are removed', () => {
    expectReport('heard').toContainEqual([true, true, false])
    expectReport('heard').toContainEqual([true, false, true])
    expectReport('sent').toStrictEqual([2, true])
    expectReport('after stopping').toBe(2)
    expectReport('refused').toBe('An object could not be cloned.')
  })

  test('what the shell lacks says so', () => {
    expectReport('lacking').toStrictEqual([
      'not implemented in chromium-shell: ipcRenderer.sendSync',
      'module not found: node:fs',
      'Cannot bind an API on top of an existing property on the window object',
    ])
    expectReport('process').toStrictEqual(['renderer', true, true, 'string', 'undefined'])
  })

  test('a page that replaces the built-in functions can neither break nor overhear the bridge', () => {
    expectReport('hostile page').toBe(9)
  })
})
