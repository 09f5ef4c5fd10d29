import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { follow, runApp, smallApp } from '../testing/run-app.ts'

describe('the life of an app', () => {
  test('quit asks the app, then every window, then the app again, and each can refuse', async () => {
    const main = `
      const steps = []
      const refuse = { 'before-quit': 1, close: 1, 'will-quit': 1 }
      const ask = (name) => (event) => { steps.push(name); if (refuse[name]-- > 0) { event.preventDefault(); setTimeout(() => app.quit(), 30) } }
      app.on('before-quit', ask('before-quit'))
      app.on('will-quit', ask('will-quit'))
      app.on('window-all-closed', () => steps.push('window-all-closed'))
      app.on('quit', (_event, code) => { steps.push('quit ' + code); report('steps', steps) })
      app.whenReady().then(async () => {
        const window = new BrowserWindow()
        await window.loadURL('about:blank')
        window.on('close', ask('close'))
        window.on('closed', () => steps.push('closed'))
        app.quit()
      })`
    const { reports, code, errors } = await runApp(main)
    expect(reports['steps'], errors).toStrictEqual([
      'before-quit',
      'before-quit',
      'close',
      'before-quit',
      'close',
      'closed',
      'will-quit',
      'before-quit',
      'will-quit',
      'quit 0',
    ])
    expect(code).toBe(0)
  })

  test('a page can stop the app from quitting until the app overrules beforeunload', async () => {
    const main = `
      const steps = []
      app.on('quit', () => report('steps', steps))
      app.whenReady().then(async () => {
        const { protocol } = require('electron')
        protocol.handle('app', () => new Response('<body>text<script>addEventListener("beforeunload", (event) => event.preventDefault())</script>', { headers: { 'content-type': 'text/html' } }))
        const window = new BrowserWindow()
        await window.loadURL('app://host/')
        await window.webContents.executeJavaScript('document.body.click()', true)
        let asked = 0
        window.webContents.on('will-prevent-unload', (event) => { asked += 1; steps.push('will-prevent-unload'); if (asked === 2) event.preventDefault() })
        window.on('closed', () => steps.push('closed'))
        app.quit()
        await wait(300)
        steps.push('still here')
        app.quit()
      })`
    const { reports, errors } = await runApp(main)
    expect(reports['steps'], errors).toStrictEqual([
      'will-prevent-unload',
      'still here',
      'will-prevent-unload',
      'closed',
    ])
  })

  test('without a listener the app ends with its last window, with one it stays; a signal ends it in order', async () => {
    const closing = `app.whenReady().then(() => { const w = new BrowserWindow(); w.loadURL('about:blank').then(() => w.close()) })`
    const { code, errors } = await runApp(`${closing}; app.on('quit', () => report('quit', true))`)
    expect([code, errors]).toStrictEqual([0, ''])
    const staying = smallApp(
      `${closing}; app.on('window-all-closed', () => report('stays', true)); app.on('before-quit', () => report('asked', true))`,
    )
    const child = staying.start()
    const outcome = follow(child)
    child.stdout?.on('data', (chunk: Buffer) => chunk.includes('stays') && child.kill('SIGTERM'))
    expect(await outcome).toMatchObject({ code: 0, reports: { stays: true, asked: true } })
    staying.remove()
  })

  test('knows its name, version and folders', async () => {
    const main = `
      report('names', [app.getName(), app.getVersion(), app.getAppPath() === __dirname, app.isPackaged, app.isReady()])
      report('process', [process.type, process.versions.electron, process.defaultApp, typeof process.resourcesPath])
      report('paths', [app.getPath('userData') === __dirname + '/user-data', messageOf(() => app.getPath('nowhere'))])
      app.commandLine.appendSwitch('lang', 'de')
      report('switches', [app.commandLine.getSwitchValue('user-data-dir') === __dirname + '/user-data', app.commandLine.getSwitchValue('lang')])
      report('lacking', [messageOf(() => app.getLocale), messageOf(() => { app.userAgentFallback = 'mine' }), messageOf(() => app.on('open-url', () => undefined))])
      run(() => { report('ready', [app.isReady(), require('node:fs').existsSync(__dirname + '/user-data'), /^\\d+\\./.test(process.versions.chrome)]); report('late', messageOf(() => app.enableSandbox())) })`
    const { reports, errors } = await runApp(main)
    expect(reports, errors).toStrictEqual({
      names: ['Small App', '1.2.3', true, false, false],
      process: ['browser', '45.4.1-chromium-shell', true, 'string'],
      paths: [true, "not implemented in chromium-shell: app.getPath('nowhere')"],
      switches: [true, 'de'],
      lacking: ['app.getLocale', 'app.userAgentFallback', "app event 'open-url'"].map(
        (name) => `not implemented in chromium-shell: ${name}`,
      ),
      ready: [true, true, true],
      late: 'app.enableSandbox() can only be called before app is ready',
    })
  })
})

describe('one app at a time', () => {
  test('a second start sends a message to the first; a dead process holds no lock', async () => {
    const main = `
      const first = app.requestSingleInstanceLock({ started: 5 })
      report('first', first)
      if (!first) app.exit(3)
      else {
        app.on('second-instance', (_event, argv, workingDirectory, data) => { report('second', [argv.at(-1), workingDirectory, data.started, app.isReady()]); app.exit(0) })
        console.log('READY')
      }`
    const app = smallApp(main)
    try {
      const killed = app.start()
      killed.stdout?.once('data', () => killed.kill('SIGKILL'))
      await once(killed, 'exit')
      const first = app.start()
      const outcome = follow(first)
      await new Promise((resolve) =>
        first.stdout?.on('data', (chunk: Buffer) => chunk.includes('READY') && resolve(0)),
      )
      const second = await app.run({ arguments: ['--second'] })
      expect(second).toMatchObject({ code: 3, reports: { first: false } })
      expect(await outcome).toMatchObject({
        code: 0,
        reports: { first: true, second: ['--second', process.cwd(), 5, true] },
      })
    } finally {
      app.remove()
    }
  })
})
