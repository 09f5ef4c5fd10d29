import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Outcome, runApp } from './testing/run-app.ts'

const typings = readFileSync(
  join(dirname(createRequire(import.meta.url).resolve('electron/package.json')), 'electron.d.ts'),
  'utf8',
)

/** The members that Electron's typings declare in a class or interface, and its events. */
function declared(name: string): { members: string[]; events: string[] } {
  const block = new RegExp(
    `^  (?:class|interface) ${name}(?: extends [\\w.]+)? \\{\\n([\\s\\S]*?)^  \\}`,
    'm',
  )
  const [, body = ''] = block.exec(typings) ?? []
  if (body === '') throw new Error(`the typings have no ${name}`)
  const lines = [...body.matchAll(/^ {4}(?:static |readonly |(?:get|set) )*(\w+)\??[(:<]/gm)]
  const fromNode = new Set('on off once addListener removeListener removeAllListeners constructor'.split(' '))
  const members = lines.map(([, member = '']) => member).filter((member) => !fromNode.has(member))
  const events = [...body.matchAll(/^ {4}on\(event: '([^']+)'/gm)].map(([, event = '']) => event)
  return { members: [...new Set(members)], events: [...new Set(events)] }
}

type Kept = { types: string[]; expression: string; members: string; events?: string }

// Every object of the shell: its Electron types, how the small app below gets it, and its existing members.
const objects: Record<string, Kept> = {
  app: {
    types: ['App'],
    expression: 'app',
    members:
      'commandLine exit enableSandbox getAppMetrics getAppPath getName getPath getVersion isPackaged isReady quit requestSingleInstanceLock whenReady',
    events:
      'activate before-quit browser-window-created quit ready second-instance web-contents-created will-quit window-all-closed',
  },
  'app.commandLine': {
    types: ['CommandLine'],
    expression: 'app.commandLine',
    members: 'appendSwitch getSwitchValue',
  },
  BrowserWindow: {
    types: ['BrowserWindow', 'BaseWindow'],
    expression: 'window',
    members:
      'close destroy focus getBounds getNormalBounds getSize id isDestroyed isFocused isFullScreen isMaximized isMinimized isVisible loadURL maximize minimize restore setBounds setContentProtection setFullScreen show unmaximize webContents',
    events:
      'blur close closed enter-full-screen focus leave-full-screen maximize minimize move query-session-end ready-to-show resize restore session-end show unmaximize',
  },
  WebContents: {
    types: ['WebContents'],
    expression: 'window.webContents',
    members:
      'close copy cut executeJavaScript focus forcefullyCrashRenderer getURL getZoomFactor id isCrashed isDestroyed loadURL mainFrame navigationHistory paste printToPDF reload selectAll send session setWebRTCIPHandlingPolicy setWindowOpenHandler setZoomFactor',
    events:
      'destroyed did-fail-load did-finish-load did-navigate render-process-gone will-attach-webview will-frame-navigate will-navigate will-prevent-unload will-redirect',
  },
  WebFrameMain: {
    types: ['WebFrameMain'],
    expression: 'window.webContents.mainFrame',
    members: 'postMessage url',
  },
  NavigationHistory: {
    types: ['NavigationHistory'],
    expression: 'window.webContents.navigationHistory',
    members: 'clear',
  },
  Session: {
    types: ['Session'],
    expression: 'electron.session.defaultSession',
    members:
      'protocol setDevicePermissionHandler setPermissionCheckHandler setPermissionRequestHandler setProxy setSpellCheckerEnabled setSpellCheckerLanguages webRequest',
    events: 'will-download',
  },
  Protocol: {
    types: ['Protocol'],
    expression: 'electron.protocol',
    members: 'handle registerSchemesAsPrivileged',
  },
  WebRequest: {
    types: ['WebRequest'],
    expression: 'electron.session.defaultSession.webRequest',
    members: 'onBeforeRequest',
  },
  ipcMain: { types: ['IpcMain'], expression: 'electron.ipcMain', members: 'handle removeHandler' },
  Menu: {
    types: ['Menu'],
    expression: 'new electron.Menu()',
    members: 'closePopup items popup',
    events: 'menu-will-close menu-will-show',
  },
  MenuItem: {
    types: ['MenuItem'],
    expression: "new electron.MenuItem({ label: 'x' })",
    members: 'accelerator click enabled id label registerAccelerator role submenu type visible',
  },
  dialog: {
    types: ['Dialog'],
    expression: 'electron.dialog',
    members: 'showErrorBox showMessageBox showOpenDialog showSaveDialog',
  },
  clipboard: {
    types: ['Clipboard'],
    expression: 'electron.clipboard',
    members: 'clear has readText writeText',
  },
  nativeTheme: {
    types: ['NativeTheme'],
    expression: 'electron.nativeTheme',
    members: 'themeSource shouldUseDarkColors',
    events: 'updated',
  },
  powerMonitor: {
    types: ['PowerMonitor'],
    expression: 'electron.powerMonitor',
    members: '',
    events: 'lock-screen resume shutdown suspend unlock-screen',
  },
  screen: { types: ['Screen'], expression: 'electron.screen', members: 'getAllDisplays' },
  shell: { types: ['Shell'], expression: 'electron.shell', members: 'openExternal' },
  UtilityProcess: {
    types: ['UtilityProcess'],
    expression: 'child',
    members: 'kill postMessage',
    events: 'error exit message',
  },
  MessagePortMain: {
    types: ['MessagePortMain'],
    expression: 'new electron.MessageChannelMain().port1',
    members: 'close postMessage start',
    events: 'close message',
  },
}

const main = (questions: object) => `
const electron = require('electron')
const questions = ${JSON.stringify(questions)}
run(async () => {
  const window = new BrowserWindow()
  await window.loadURL('data:text/html,hello')
  const child = electron.utilityProcess.fork(__dirname + '/child.mjs')
  const answer = (ask) => { try { ask(); return 'there' } catch (error) { return error.message } }
  for (const [name, { expression, members, events }] of Object.entries(questions)) {
    const object = eval(expression)
    report(name, {
      members: Object.fromEntries(members.map((member) => [member, answer(() => object[member])])),
      events: Object.fromEntries(events.map((event) => [event, answer(() => object.on(event, () => undefined))])),
    })
  }
})
`

const words = (text = '') => text.split(' ').filter((word) => word !== '')
const declaredOf = ({ types }: Kept) => {
  const all = types.map(declared)
  return { members: all.flatMap(({ members }) => members), events: all.flatMap(({ events }) => events) }
}

describe("the members of Electron's typed API", () => {
  let outcome: Outcome
  beforeAll(async () => {
    const questions = Object.entries(objects).map(([name, kept]) => [name, { ...kept, ...declaredOf(kept) }])
    outcome = await runApp(main(Object.fromEntries(questions)), {
      'child.mjs': 'setInterval(() => undefined, 1000)',
    })
  })

  test.each(Object.entries(objects))('%s has the listed members, and all others throw', (name, kept) => {
    const answers = outcome.reports[name]
    expect(answers, outcome.errors).toBeDefined()
    for (const kind of ['members', 'events'] as const) {
      const there = words(kept[kind])
      // Static members are read from the class, not from the object.
      const asked: Record<string, string> = Object(answers)[kind]
      expect(there.filter((entry) => !(entry in asked))).toStrictEqual([])
      for (const [entry, said] of Object.entries(asked))
        if (there.includes(entry)) expect([entry, said]).toStrictEqual([entry, 'there'])
        else
          expect([entry, said]).toStrictEqual([
            entry,
            expect.stringContaining('not implemented in chromium-shell: '),
          ])
    }
  })
})
