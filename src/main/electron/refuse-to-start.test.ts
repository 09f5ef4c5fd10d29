import { beforeEach, expect, test, vi } from 'vitest'
import { english } from '#shared/i18n/en/index.ts'
import { reasonToRefuse, refuseToStart } from './refuse-to-start.ts'

const electron = vi.hoisted(() => ({ isPackaged: true, switches: [] as string[], done: [] as string[] }))
vi.mock('electron', () => ({
  app: {
    get isPackaged() {
      return electron.isPackaged
    },
    commandLine: { hasSwitch: (name: string) => electron.switches.includes(name) },
    whenReady: () => {
      electron.done.push('ready')
      return Promise.resolve()
    },
    exit: (code: number) => electron.done.push(`exit ${code}`),
  },
  dialog: { showErrorBox: (title: string, text: string) => electron.done.push(`${title}: ${text}`) },
}))

beforeEach(() => {
  Object.assign(electron, { isPackaged: true, switches: [], done: [] })
})

test('a packed app starts with the switches of an ordinary start', () => {
  electron.switches = ['user-data-dir', 'lang', 'force-device-scale-factor', 'enable-sandbox']
  expect(reasonToRefuse()).toBeNull()
})

test.each(['no-sandbox', 'disable-gpu-sandbox', 'single-process'])(
  'a packed app refuses --%s, which takes the sandbox away',
  (name) => {
    electron.switches = ['lang', name]
    expect(reasonToRefuse()).toBe('unsandboxed')
  },
)

test.each(
  'remote-debugging-port remote-debugging-pipe inspect inspect-brk js-flags load-extension renderer-cmd-prefix'.split(
    ' ',
  ),
)('a packed app refuses --%s, which opens it to another program', (name) => {
  electron.switches = ['lang', name]
  expect(reasonToRefuse()).toBe('opened')
})

test('an unpacked app may be debugged and run without the sandbox', () => {
  Object.assign(electron, { isPackaged: false, switches: ['no-sandbox', 'remote-debugging-port', 'inspect'] })
  expect(reasonToRefuse()).toBeNull()
})

test.each(['unsandboxed', 'opened', 'failed'] as const)(
  'if the app can’t start (%s), it shows why as soon as it can, and quits',
  async (reason) => {
    await refuseToStart(reason)
    const { title, text } = english.app.refusals[reason]
    expect(electron.done).toEqual(['ready', `${title}: ${text}`, 'exit 1'])
  },
)
