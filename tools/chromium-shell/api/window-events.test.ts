import { describe, expect, test } from 'vitest'
import { runApp } from '../testing/run-app.ts'

const painting = `
const { protocol } = require('electron')
run(async () => {
  protocol.handle('app', () => new Response('<!doctype html><p>text', { headers: { 'content-type': 'text/html' } }))
  const window = new BrowserWindow({ show: false })
  const events = []
  window.webContents.on('did-finish-load', () => events.push('did-finish-load'))
  window.on('ready-to-show', () => events.push('ready-to-show'))
  await window.loadURL('app://host/')
  const isPainted = () => window.webContents.executeJavaScript('performance.getEntriesByName("first-paint").length === 1')
  await until(isPainted)
  await wait(300)
  report('events', events)
})
`

describe('ready-to-show', () => {
  test('comes with the first painted frame', async () => {
    const { reports, errors } = await runApp(painting)
    expect(reports['events'], errors).toContain('ready-to-show')
  })

  test('does not come for a page that has loaded but painted nothing yet', async () => {
    const { reports } = await runApp(`
      run(async () => {
        const window = new BrowserWindow({ show: false })
        const events = []
        window.on('ready-to-show', () => events.push('ready-to-show'))
        await window.loadURL('data:text/html,<body>')
        await wait(300)
        report('before', [...events])
        await window.webContents.executeJavaScript('document.body.textContent = "text"')
        await until(() => events.length > 0)
        report('after', events)
      })`)
    expect(reports).toStrictEqual({ before: [], after: ['ready-to-show'] })
  })

  test('can be withheld, as Electron does on Wayland', async () => {
    const { reports } = await runApp(painting, {}, { CHROMIUM_SHELL_WITHHOLD: 'ready-to-show' })
    expect(reports).toStrictEqual({ events: ['did-finish-load'] })
  })
})

describe("the end of a user's session", () => {
  const withWindows = (work: string) => `
    process.on('exit', () => console.log('LISTENER OF EXIT'))
    app.whenReady().then(async () => {
      const window = new BrowserWindow()
      const other = new BrowserWindow()
      await window.loadURL('data:text/html,hello')
      ${work}
    })`

  test('is announced first, with reasons, and can be prevented then', async () => {
    const { reports, code } = await runApp(
      withWindows(`
        const prevent = (event) => event.preventDefault()
        window.once('query-session-end', (event) => report('asked', [event.reasons, event.defaultPrevented]))
        window.on('query-session-end', prevent)
        const event = { reasons: ['shutdown'] }
        window.emit('query-session-end', event)
        window.off('query-session-end', prevent)
        const second = {}
        window.emit('query-session-end', second)
        report('prevented', [event.defaultPrevented, second.defaultPrevented, second.reasons])
        let own = 0
        window.on('query-session-end', prevent)
        window.emit('query-session-end', { reasons: ['logoff'], preventDefault: () => { own += 1 } })
        report('own event', own)
        app.exit(0)`),
    )
    expect(reports).toStrictEqual({
      asked: [['shutdown'], false],
      prevented: [true, false, ['logoff']],
      'own event': 1,
    })
    expect(code).toBe(0)
  })

  test('ends the process as soon as every window has heard of it', async () => {
    const { reports, code, output } = await runApp(
      withWindows(`
        app.on('quit', () => report('quit', true))
        other.on('session-end', (event) => {
          report('other', event.reasons)
          setImmediate(() => report('later', true))
        })
        window.emit('session-end', { reasons: ['logoff'] })
        report('after', true)`),
    )
    expect(reports).toStrictEqual({ other: ['logoff'] })
    expect(output).not.toContain('LISTENER OF EXIT')
    expect(code).toBe(0)
  })

  test('gives an app that has begun to quit its time', async () => {
    const { reports, code } = await runApp(
      withWindows(`
        app.on('quit', () => report('quit', true))
        window.on('session-end', () => app.quit())
        window.emit('session-end')
        report('after', true)`),
    )
    expect(reports).toStrictEqual({ after: true, quit: true })
    expect(code).toBe(0)
  })
})

describe('an unhandled failure', () => {
  const rejecting = `Promise.reject(new Error('left alone'));`

  test('is a warning if it is a rejection, in the main process and in a utility process', async () => {
    const { reports, errors, code } = await runApp(
      `const { utilityProcess } = require('electron')
      run(async () => {
        ${rejecting}
        await wait(100)
        const child = utilityProcess.fork(__dirname + '/child.mjs')
        report('child', await new Promise((resolve) => child.once('message', resolve)))
        report('exit', await new Promise((resolve) => child.once('exit', resolve)))
      })`,
      {
        'child.mjs': `${rejecting} setTimeout(() => { process.parentPort.postMessage('goes on'); setTimeout(() => process.exit(0), 100) }, 100)`,
      },
    )
    expect(reports, errors).toStrictEqual({ child: 'goes on', exit: 0 })
    expect(errors.match(/UnhandledPromiseRejectionWarning: Error: left alone/g)).toHaveLength(2)
    expect(code).toBe(0)
  })

  test('is a separate warning if it is a failed load', async () => {
    const { errors, code } = await runApp(`run(async () => {
      const window = new BrowserWindow()
      const failed = new Promise((resolve) => window.webContents.once('did-fail-load', resolve))
      void window.loadURL('app://nobody/')
      await failed
      await wait(100)
    })`)
    expect(errors).toContain('electron: Failed to load URL: app://nobody/')
    expect([errors.includes('UnhandledPromiseRejection'), code]).toStrictEqual([false, 0])
  })

  test('is shown if it is an exception in the main process, which goes on', async () => {
    const { reports, errors, code } = await runApp(`run(async () => {
      setTimeout(() => { throw new Error('thrown alone') })
      await wait(100)
      report('goes on', true)
    })`)
    expect(reports).toStrictEqual({ 'goes on': true })
    expect(errors).toContain('A JavaScript error occurred in the main process: Uncaught Exception:')
    expect(errors).toContain('Error: thrown alone')
    expect(code).toBe(0)
  })

  test('goes to the app if it listens for exceptions itself', async () => {
    const { reports, errors } = await runApp(`run(async () => {
      process.on('uncaughtException', (error) => report('caught', error.message))
      setTimeout(() => { throw new Error('thrown alone') })
      await wait(100)
    })`)
    expect([reports, errors]).toStrictEqual([{ caught: 'thrown alone' }, ''])
  })

  test('ends a utility process if it is an exception', async () => {
    const { reports, errors } = await runApp(
      `const { utilityProcess } = require('electron')
      run(async () => {
        const child = utilityProcess.fork(__dirname + '/child.mjs')
        report('exit', await new Promise((resolve) => child.once('exit', resolve)))
      })`,
      { 'child.mjs': `setTimeout(() => { throw new Error('thrown alone') })` },
    )
    expect(reports).toStrictEqual({ exit: 1 })
    expect(errors).toContain('Error: thrown alone')
  })
})
