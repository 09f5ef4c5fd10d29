import { expect, test } from 'vitest'
import { runApp } from '../testing/run-app.ts'

const main = `
const { protocol, session } = require('electron')
const html = (body) => new Response('<!doctype html>' + body, { headers: { 'content-type': 'text/html' } })
const probe = 'Promise.all([' +
  '...["geolocation", "camera", "microphone", "notifications", "clipboard-read"].map(async (name) => (await navigator.permissions.query({ name })).state),' +
  'new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve("position"), ({ code }) => resolve("error " + code), { timeout: 500 }))])'
run(async () => {
  const open = async (own) => {
    own.protocol.handle('app', ({ url }) => url.endsWith('/data') ? new Response('a,b', { headers: { 'content-disposition': 'attachment; filename="data.csv"' } }) : html('<a id="save" href="/data" download>save</a>'))
    const window = new BrowserWindow({ webPreferences: { session: own } })
    return [window, await window.loadURL('app://host/').then(() => 'loaded', (error) => error.code)]
  }
  const strict = session.fromPartition('strict')
  const asked = []
  strict.setPermissionRequestHandler((contents, permission, answer, details) => { asked.push([permission, details.requestingUrl]); answer(false) })
  strict.setPermissionCheckHandler(() => false)
  strict.setDevicePermissionHandler(() => false)
  const [window] = await open(strict)
  report('denied', await window.webContents.executeJavaScript(probe))
  report('asked', asked.filter(([permission]) => permission === 'media'))
  strict.on('will-download', () => report('download', true))
  await window.webContents.executeJavaScript('document.getElementById("save").click()', true)
  await wait(300)
  const generous = session.fromPartition('generous')
  generous.setPermissionRequestHandler((contents, permission, answer) => answer(permission === 'geolocation'))
  report('granting', (await open(generous))[1])
  const writing = session.fromPartition('writing')
  writing.setPermissionRequestHandler((contents, permission, answer) => answer(permission === 'clipboard-sanitized-write'))
  writing.setPermissionCheckHandler((contents, permission) => permission === 'clipboard-sanitized-write')
  const [writer] = await open(writing)
  report('writing', await writer.webContents.executeJavaScript(
    'Promise.all(["clipboard-write", "clipboard-read"].map(async (name) => (await navigator.permissions.query({ name })).state))'))
})
`

test('permission handlers are asked and can deny; only writing to the clipboard can be granted; nothing is downloaded', async () => {
  const { reports, errors, code } = await runApp(main)
  expect(reports, errors).toStrictEqual({
    denied: ['denied', 'denied', 'denied', 'denied', 'denied', 'error 1'],
    asked: [['media', 'app://host/']],
    granting: 'ERR_FAILED',
    writing: ['granted', 'denied'],
  })
  expect(errors).toContain("not implemented in chromium-shell: granting the permission 'geolocation'")
  expect(code).toBe(0)
})
