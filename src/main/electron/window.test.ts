import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EventEmitter } from 'node:events'
import type { Session } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { WindowState } from '../settings/settings-store.ts'
import { createWindow } from './window.ts'

const made = vi.hoisted(() => ({
  done: [] as string[],
  protections: [] as object[],
  options: {} as object,
  isMaximized: false,
  load: '',
  address: '',
}))
vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  class BrowserWindow extends Emitter {
    readonly webContents = new Emitter()
    constructor(options: object) {
      super()
      made.options = options
    }
    setContentProtection(isProtected: boolean): void {
      made.protections.push({ isProtected, isShown: made.done.includes('shown') })
    }
    show(): void {
      made.done.push('shown')
    }
    maximize(): void {
      made.done.push('maximized')
      made.isMaximized = true
    }
    loadURL(address: string): Promise<void> {
      made.address = address
      return made.load === '' ? Promise.resolve() : Promise.reject(new Error(made.load))
    }
    isDestroyed = () => false
    isFullScreen = () => false
    isMinimized = () => false
    isMaximized = () => made.isMaximized
    getNormalBounds = () => ({ x: 10, y: 20, width: 900, height: 700 })
  }
  const display = { workArea: { x: 0, y: 0, width: 1920, height: 1080 } }
  return { BrowserWindow, protocol: {}, screen: { getAllDisplays: () => [display] } }
})

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(made, { done: [], protections: [], isMaximized: false, load: '' })
})
afterEach(() => {
  vi.useRealTimers()
})

function windowOf(
  options: {
    platform?: NodeJS.Platform
    remembered?: WindowState
    hidesFromCapture?: boolean
    isDark?: boolean
    awaitsPassphrase?: boolean
    zoomFactor?: number
  } = {},
) {
  const states: WindowState[] = []
  const window = createWindow({
    // Passed to the window and never read here.
    session: {} as Session,
    preload: 'preload.cjs',
    remembered: options.remembered ?? null,
    allowsDevTools: false,
    hidesFromCapture: options.hidesFromCapture ?? false,
    isDark: options.isDark ?? false,
    zoomFactor: options.zoomFactor ?? 1,
    platform: options.platform ?? 'linux',
    awaitsPassphrase: options.awaitsPassphrase ?? false,
    onState: (state) => states.push(state),
  })
  // The mock above emits whatever a test wants.
  return { window: window as unknown as EventEmitter & { webContents: EventEmitter }, states }
}

test('a window without a page has the paper of its theme, so that a lock never flashes', () => {
  const tokens = readFileSync(join(import.meta.dirname, '../../renderer/styles/tokens.css'), 'utf8')
  const [light, dark] = [...tokens.matchAll(/--color-paper: (#\w+);/gu)].map(([, colour]) => colour)
  windowOf({ isDark: false })
  expect(made.options).toMatchObject({ backgroundColor: light })
  windowOf({ isDark: true })
  expect(made.options).toMatchObject({ backgroundColor: dark })
})

test.each(['linux', 'win32', 'darwin'] as const)(
  'on %s the window appears once its page has painted',
  (platform) => {
    const { window } = windowOf({ platform })
    expect(made.options).toMatchObject({ show: false })
    expect(made.done).toEqual([])
    window.emit('ready-to-show')
    expect(made.done).toEqual(['shown'])
  },
)

test('on Linux a loaded page is enough, because a hidden window may never paint under Wayland', () => {
  const { window } = windowOf({ platform: 'linux' })
  window.webContents.emit('did-finish-load')
  expect(made.done).toEqual(['shown'])
})

test.each(['win32', 'darwin'] as const)('on %s a loaded page is not enough: it must paint', (platform) => {
  const { window } = windowOf({ platform })
  window.webContents.emit('did-finish-load')
  expect(made.done).toEqual([])
})

test('if the page fails to load, its window still appears', async () => {
  made.load = 'ERR_FAILED'
  const { window } = windowOf({ platform: 'win32' })
  window.webContents.emit('did-fail-load')
  await vi.advanceTimersByTimeAsync(0)
  expect(made.done).toEqual(['shown'])
})

test('if the page reports nothing, its window appears after two seconds', () => {
  windowOf({ platform: 'darwin' })
  vi.advanceTimersByTime(1_999)
  expect(made.done).toEqual([])
  vi.advanceTimersByTime(1)
  expect(made.done).toEqual(['shown'])
})

test('the window is shown only once, whatever happens later', () => {
  const { window } = windowOf({ platform: 'linux' })
  window.webContents.emit('did-finish-load')
  window.emit('ready-to-show')
  window.webContents.emit('did-fail-load')
  vi.advanceTimersByTime(5_000)
  expect(made.done).toEqual(['shown'])
})

test('a maximized window is maximized again once its page is ready, not before', () => {
  const bounds = { x: 10, y: 20, width: 900, height: 700 }
  const { window } = windowOf({ platform: 'win32', remembered: { bounds, isMaximized: true } })
  expect(made.done).toEqual([])
  window.emit('ready-to-show')
  expect(made.done).toEqual(['maximized', 'shown'])
})

test('a window closed before it appeared changes nothing that is remembered', () => {
  const bounds = { x: 10, y: 20, width: 900, height: 700 }
  const { window, states } = windowOf({ remembered: { bounds, isMaximized: true } })
  window.emit('close')
  expect(states).toEqual([])
  window.emit('ready-to-show')
  window.emit('close')
  expect(states).toEqual([{ bounds, isMaximized: true }])
})

test.each(['win32', 'darwin'] as const)(
  'on %s captures leave the window out before it appears',
  (platform) => {
    windowOf({ platform, hidesFromCapture: true })
    expect(made.protections).toEqual([{ isProtected: true, isShown: false }])
  },
)

test('captures may show the window if the user wants it, and Linux, which has no such choice, is not asked', () => {
  windowOf({ platform: 'win32', hidesFromCapture: false })
  windowOf({ platform: 'linux', hidesFromCapture: true })
  expect(made.protections).toEqual([{ isProtected: false, isShown: false }])
})

test('a page begins at the remembered size', () => {
  windowOf({ zoomFactor: 1.25 })
  expect(made.options).toMatchObject({ webPreferences: { zoomFactor: 1.25 } })
})

test('the first address of a window says whether the page may show its passphrase field at once', () => {
  windowOf({ awaitsPassphrase: true })
  expect(made.address).toBe('app://attune/index.html?awaits-passphrase')
  windowOf({ awaitsPassphrase: false })
  expect(made.address).toBe('app://attune/index.html')
})
