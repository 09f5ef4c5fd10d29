import { beforeEach, expect, test, vi } from 'vitest'
import { english } from '#shared/i18n/en/index.ts'
import { isUnsandboxed, refuseToStart } from './refuse-to-start.ts'

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

test('a packed app that was started without the sandbox is detected', () => {
  expect(isUnsandboxed()).toBe(false)
  electron.switches = ['no-sandbox']
  expect(isUnsandboxed()).toBe(true)
})

test('a test may run an unpacked app without the sandbox', () => {
  Object.assign(electron, { isPackaged: false, switches: ['no-sandbox'] })
  expect(isUnsandboxed()).toBe(false)
})

test.each(['unsandboxed', 'failed'] as const)(
  'if the app can’t start (%s), it shows why as soon as it can, and quits',
  async (reason) => {
    await refuseToStart(reason)
    const { title, text } = english.app.refusals[reason]
    expect(electron.done).toEqual(['ready', `${title}: ${text}`, 'exit 1'])
  },
)
