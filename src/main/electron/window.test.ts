import { EventEmitter } from 'node:events'
import type { Session } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { WindowState } from '../settings/settings-store.ts'
import { createWindow } from './window.ts'

const made = vi.hoisted(() => ({ done: [] as string[], options: {} as object, isMaximized: false, load: '' }))
vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  class BrowserWindow extends Emitter {
    readonly webContents = new Emitter()
    constructor(options: object) {
      super()
      made.options = options
    }
    show(): void {
      made.done.push('shown')
    }
    maximize(): void {
      made.done.push('maximized')
      made.isMaximized = true
    }
    loadURL(): Promise<void> {
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
  Object.assign(made, { done: [], isMaximized: false, load: '' })
})
afterEach(() => {
  vi.useRealTimers()
})

function windowOf(options: { platform?: NodeJS.Platform; remembered?: WindowState } = {}) {
  const states: WindowState[] = []
  const window = createWindow({
    // It is handed to the window, and nothing here looks at it.
    session: {} as Session,
    preload: 'preload.cjs',
    remembered: options.remembered ?? null,
    allowsDevTools: false,
    platform: options.platform ?? 'linux',
    onState: (state) => states.push(state),
  })
  // The one made above emits whatever a test wants.
  return { window: window as unknown as EventEmitter & { webContents: EventEmitter }, states }
}

test.each(['linux', 'win32', 'darwin'] as const)(
  'on %s the window is shown when its page has painted',
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

test.each(['win32', 'darwin'] as const)('on %s a loaded page waits to be painted', (platform) => {
  const { window } = windowOf({ platform })
  window.webContents.emit('did-finish-load')
  expect(made.done).toEqual([])
})

test('a page that cannot be loaded has its window shown all the same', async () => {
  made.load = 'ERR_FAILED'
  const { window } = windowOf({ platform: 'win32' })
  window.webContents.emit('did-fail-load')
  await vi.advanceTimersByTimeAsync(0)
  expect(made.done).toEqual(['shown'])
})

test('a page that says nothing at all has its window shown after two seconds', () => {
  windowOf({ platform: 'darwin' })
  vi.advanceTimersByTime(1_999)
  expect(made.done).toEqual([])
  vi.advanceTimersByTime(1)
  expect(made.done).toEqual(['shown'])
})

test('it is shown once, whatever comes after', () => {
  const { window } = windowOf({ platform: 'linux' })
  window.webContents.emit('did-finish-load')
  window.emit('ready-to-show')
  window.webContents.emit('did-fail-load')
  vi.advanceTimersByTime(5_000)
  expect(made.done).toEqual(['shown'])
})

test('a window that was maximized is maximized when its page is there, not before', () => {
  const bounds = { x: 10, y: 20, width: 900, height: 700 }
  const { window } = windowOf({ platform: 'win32', remembered: { bounds, isMaximized: true } })
  expect(made.done).toEqual([])
  window.emit('ready-to-show')
  expect(made.done).toEqual(['maximized', 'shown'])
})

test('a window closed before it was shown leaves what is remembered alone', () => {
  const bounds = { x: 10, y: 20, width: 900, height: 700 }
  const { window, states } = windowOf({ remembered: { bounds, isMaximized: true } })
  window.emit('close')
  expect(states).toEqual([])
  window.emit('ready-to-show')
  window.emit('close')
  expect(states).toEqual([{ bounds, isMaximized: true }])
})
