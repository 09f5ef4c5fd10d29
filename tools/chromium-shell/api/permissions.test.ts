import { expect, test } from 'vitest'

import { runApp } from '../testing/run-app.ts'

const main = `
const { protocol, session } = require('electron')
const html = (body, headers = {}) => new Response('<!doctype html>' + body, { headers: { 'content-type': 'text/html', ...headers } })
const probe = 'Promise.all([' +
  '...["geolocation", "camera", "microphone", "notifications", "clipboard-read"].map(async (name) => (await navigator.permissions.query({ name })).state),' +
  'new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve("position"), ({ code }) => resolve("error " + code), { timeout: 500 }))])'
run(async () => {
  const serve = (own) => own.protocol.handle('app', ({ url }) => url.endsWith('/data') ? new Response('a,b', { headers: { 'content-disposition': 'attachment; filename="data.csv"' } }) : html('<a id="save" href="/data" download>save</a>'))
  const open = async (own) => {
    serve(own)
    const window = new BrowserWindow({ webPreferences: { session: own } })
    await window.loadURL('app://host/')
    return window
  }
  const strict = session.fromPartition('strict')
  const asked = []
  strict.setPermissionRequestHandler((contents, permission, answer, details) => { asked.push([permission, details.requestingUrl]); answer(false) })
  strict.setPermissionCheckHandler(() => false)
  strict.setDevicePermissionHandler(() => false)
  report('denied', await (await open(strict)).webContents.executeJavaScript(probe))
  const choosy = session.fromPartition('choosy')
  choosy.setPermissionRequestHandler((contents, permission, answer, details) => { asked.push([permission, details.requestingUrl]); answer(permission === 'geolocation') })
  const window = await open(choosy)
  report('chosen', (await window.webContents.executeJavaScript(probe)).slice(0, 5))
  report('asked', asked.filter(([permission]) => permission === 'geolocation'))
  const download = new Promise((resolve) => choosy.once('will-download', (_event, item, contents) => resolve([item.getFilename(), item.getURL(), contents === window.webContents])))
  await window.webContents.executeJavaScript('document.getElementById("save").click()', true)
  report('download', await download)
  const open2 = await open(session.fromPartition('open'))
  report('no handlers', (await open2.webContents.executeJavaScript(probe)).slice(0, 2))
})
`

test('permission handlers decide, a session without them grants, and downloads are told of but not made', async () => {
  const { reports, errors, code } = await runApp(main)
  expect(reports, errors).toMatchObject({
    denied: ['denied', 'denied', 'denied', 'denied', 'denied', 'error 1'],
    chosen: ['granted', 'denied', 'denied', 'denied', 'denied'],
    asked: [['geolocation', 'app://host/']],
    download: ['data.csv', 'app://host/data', true],
    'no handlers': ['granted', 'granted'],
  })
  expect(code).toBe(0)
})
