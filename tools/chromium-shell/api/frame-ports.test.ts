import { expect, test } from 'vitest'
import { runApp } from '../testing/run-app.ts'

const preload = `
const { contextBridge, ipcRenderer } = require('electron')
const heard = []
let port
ipcRenderer.on('port', ({ ports }, value) => {
  port = ports[0]
  port.addEventListener('message', ({ data }) => heard.push(data))
  port.addEventListener('close', () => heard.push('closed'))
  port.postMessage({ asked: 'before the start' })
  port.start()
  heard.push([value, ports.length])
})
contextBridge.exposeInMainWorld('api', { heard: () => heard, post: (value) => port.postMessage(value), close: () => port.close() })
`

const child = `
process.parentPort.on('message', ({ ports: [port] }) => {
  port.on('message', ({ data }) =>
    port.postMessage({ answered: data === 'meanwhile' ? { at: Date.now() } : data }),
  )
  port.on('close', () => process.parentPort.postMessage('page gone'))
  port.start()
})
`

const main = `
const { MessageChannelMain, ipcMain, protocol, utilityProcess } = require('electron')
run(async () => {
  protocol.handle('app', () => new Response('<title>Page</title>', { headers: { 'content-type': 'text/html' } }))
  const window = new BrowserWindow({ webPreferences: { preload: __dirname + '/preload.cjs' } })
  const contents = window.webContents
  await window.loadURL('app://host/')
  const inPage = (code) => contents.executeJavaScript(code)
  const other = utilityProcess.fork(require('node:path').join(__dirname, 'child.mjs'))
  const said = []
  other.on('message', (message) => said.push(message))
  const connect = () => {
    const { port1, port2 } = new MessageChannelMain()
    other.postMessage(null, [port1])
    contents.mainFrame.postMessage('port', 'a value', [port2])
    return messageOf(() => contents.mainFrame.postMessage('port', null, [port2]))
  }
  report('sent twice', connect())
  await until(() => inPage('api.heard().length === 2'))
  await inPage('api.post({ more: [1, null] })')
  await until(() => inPage('api.heard().length === 3'))
  report('heard', await inPage('api.heard()'))
  const sentAt = await inPage(
    'const sentAt = Date.now(); api.post("meanwhile"); while (Date.now() < sentAt + 1000); sentAt',
  )
  await until(() => inPage('api.heard().length === 4'))
  const { at } = (await inPage('api.heard().at(-1)')).answered
  report('while the page worked', at - sentAt < 900)
  contents.reload()
  await until(() => said.length === 1)
  report('after the reload', said)
  await until(() => inPage('document.readyState === "complete" && api.heard().length === 0'))
  connect()
  await until(() => inPage('api.heard().length === 2'))
  await inPage('api.close()')
  await until(() => said.length === 2)
  report('after closing', [said.at(-1), await inPage('api.heard().length')])
  connect()
  await until(() => inPage('api.heard().length === 4'))
  const end = new Promise((resolve) => other.once('exit', resolve))
  other.kill()
  await end
  await until(() => inPage('api.heard().length === 5'))
  report('after the end', (await inPage('api.heard()')).at(-1))
})
`

test('a port that main passes on connects a page with a utility process until one of them is gone', async () => {
  const { reports, code } = await runApp(main, { 'preload.cjs': preload, 'child.mjs': child })
  expect(reports).toStrictEqual({
    'sent twice': 'Port at index 0 is already neutered',
    heard: [['a value', 1], { answered: { asked: 'before the start' } }, { answered: { more: [1, null] } }],
    'while the page worked': true,
    'after the reload': ['page gone'],
    'after closing': ['page gone', 2],
    'after the end': 'closed',
  })
  expect(code).toBe(0)
})
