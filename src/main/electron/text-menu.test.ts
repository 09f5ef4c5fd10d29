import type { BrowserWindow, MenuItemConstructorOptions, PopupOptions } from 'electron'
import { beforeEach, expect, test, vi } from 'vitest'
import { createTextMenu } from './text-menu.ts'

const shown = vi.hoisted(() => ({
  template: [] as MenuItemConstructorOptions[],
  options: {} as PopupOptions,
  closed: 0,
}))
vi.mock('electron', () => ({
  Menu: {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => ({
      popup: (options: PopupOptions) => Object.assign(shown, { template, options }),
      closePopup: () => (shown.closed += 1),
    }),
  },
}))

beforeEach(() => {
  Object.assign(shown, { template: [], options: {}, closed: 0 })
})

/** A window as far as a menu needs it. */
const windowWith = ({ zoom = 1, isDestroyed = false } = {}) =>
  ({ isDestroyed: () => isDestroyed, webContents: { getZoomFactor: () => zoom } }) as unknown as BrowserWindow

test('the menu has the commands that were asked for, each once and in the usual order, and nothing else', () => {
  const menu = createTextMenu(() => windowWith())
  menu.show({ commands: ['paste', 'cut', 'selectAll', 'copy', 'cut'], x: 1, y: 2 })
  expect(shown.template).toEqual([
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { type: 'separator' },
    { role: 'selectAll' },
  ])
  menu.show({ commands: ['copy'], x: 1, y: 2 })
  expect(shown.template).toEqual([{ role: 'copy' }])
})

test('it opens at the place in the page, also where the page is zoomed', () => {
  const window = windowWith({ zoom: 1.5 })
  createTextMenu(() => window).show({ commands: ['copy'], x: 101, y: 40 })
  expect(shown.options).toMatchObject({ window, x: 152, y: 60 })
})

test('only one is open, and it closes when asked; one that the user closed is left alone', () => {
  const menu = createTextMenu(() => windowWith())
  menu.close()
  expect(shown.closed).toBe(0)
  menu.show({ commands: ['copy'], x: 1, y: 2 })
  menu.show({ commands: ['copy'], x: 3, y: 4 })
  expect(shown.closed).toBe(1)
  shown.options.callback?.()
  menu.close()
  expect(shown.closed).toBe(1)
  menu.show({ commands: ['copy'], x: 5, y: 6 })
  menu.close()
  expect(shown.closed).toBe(2)
})

test.each([null, windowWith({ isDestroyed: true })])('without a window nothing opens', (window) => {
  createTextMenu(() => window).show({ commands: ['copy'], x: 1, y: 2 })
  expect(shown.template).toEqual([])
})
