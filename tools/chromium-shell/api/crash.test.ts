import { expect, test } from 'vitest'
import { runApp } from '../testing/run-app.ts'

const main = `
const { protocol } = require('electron')
run(async () => {
  protocol.handle('app', () => new Response('<title>Page</title>', { headers: { 'content-type': 'text/html' } }))
  const window = new BrowserWindow({})
  const contents = window.webContents
  await window.loadURL('app://host/#part')
  const events = []
  contents.on('render-process-gone', (_event, { reason }) => events.push(reason))
  contents.on('did-finish-load', () => events.push('loaded'))
  await contents.executeJavaScript('window.old = true')
  contents.forcefullyCrashRenderer()
  contents.reload()
  await until(() => events.length === 2)
  report('events', events)
  report('page', await contents.executeJavaScript('[window.old === true, location.hash]'))
  report('crashed', contents.isCrashed())
  contents.forcefullyCrashRenderer()
  await until(() => contents.isCrashed())
  contents.forcefullyCrashRenderer()
  contents.reload()
  await until(() => !contents.isCrashed())
  report('again', events.filter((event) => event === 'crashed').length)
})
`

test('a page whose process is ended by the app is loaded again in a new one', async () => {
  const { reports, code } = await runApp(main)
  expect(reports).toStrictEqual({
    events: ['crashed', 'loaded'],
    page: [false, '#part'],
    crashed: false,
    again: 2,
  })
  expect(code).toBe(0)
})
