import { expect, test, vi } from 'vitest'

import { Menu, MenuItem } from './menu.ts'

test('a menu is built from its template and finds its items by id, however deep', () => {
  const click = vi.fn()
  const menu = Menu.buildFromTemplate([
    {
      label: 'File',
      submenu: [{ id: 'lock', label: 'Lock', accelerator: 'Ctrl+L', click }, { type: 'separator' }],
    },
    { role: 'editMenu' },
  ])
  const lock = menu.getMenuItemById('lock')
  expect(lock).toMatchObject({
    label: 'Lock',
    accelerator: 'Ctrl+L',
    enabled: true,
    registerAccelerator: true,
    type: 'normal',
  })
  expect(menu.items.map(({ type, role }) => [type, role])).toStrictEqual([
    ['submenu', undefined],
    ['normal', 'editmenu'],
  ])
  const window = {}
  lock?.click({}, window)
  expect(click).toHaveBeenCalledWith(lock, window, {}, undefined)
  expect(menu.getMenuItemById('nothing')).toBeNull()
})

test('an item that is off does nothing, a check box turns, a role says that it is not there', () => {
  const click = vi.fn()
  new MenuItem({ label: 'Off', enabled: false, click }).click()
  expect(click).not.toHaveBeenCalled()
  const box = new MenuItem({ label: 'Box', type: 'checkbox', click })
  box.click()
  expect([box.checked, click.mock.calls.length]).toStrictEqual([true, 1])
  expect(() => new MenuItem({ role: 'quit' }).click()).toThrow(
    "not implemented in chromium-shell: menu role 'quit'",
  )
})

test('the application menu is kept', () => {
  expect(Menu.getApplicationMenu()).toBeNull()
  const menu = Menu.buildFromTemplate([{ label: 'One' }])
  Menu.setApplicationMenu(menu)
  expect(Menu.getApplicationMenu()).toBe(menu)
  Menu.setApplicationMenu(null)
  expect(Menu.getApplicationMenu()).toBeNull()
})

test('a template that says nothing is refused', () => {
  expect(() => Menu.buildFromTemplate([{}])).toThrow('must have at least one of label, role or type')
})

test('a menu cannot pop up, and says so', () => {
  expect(() => Reflect.get(new Menu(), 'popup')).toThrow('not implemented in chromium-shell: Menu.popup')
})
