import { describe, expect, test } from 'vitest'
import { runApp } from '../testing/run-app.ts'

/** Runs code with `Menu` and returns its reports. */
async function withMenu(work: string) {
  const { reports, errors } = await runApp(`
    const { Menu, MenuItem } = require('electron')
    const build = (template) => Menu.buildFromTemplate(template)
    run(async () => { ${work} })`)
  expect(errors).toBe('')
  return reports
}

describe('a menu', () => {
  test('is built from its template at any depth', async () => {
    const reports = await withMenu(`
      const clicked = []
      const menu = build([
        { label: 'File', submenu: [{ id: 'lock', label: 'Lock', accelerator: 'Ctrl+L', registerAccelerator: false, click: (...given) => clicked.push(given) }, { id: 'same', label: 'Below' }] },
        { id: 'same', label: 'Above' },
      ])
      const [lock] = menu.items[0].submenu.items
      report('item', [lock.label, lock.accelerator, lock.enabled, lock.visible, lock.registerAccelerator, lock.type, menu.items[0].type])
      const window = {}
      lock.click({}, window)
      report('clicked', [clicked.length, clicked[0][0] === lock, clicked[0][1] === window])
      report('labels', [menu.items[0].submenu.items[1].label, menu.items[1].label])
      report('before', Menu.getApplicationMenu())
      Menu.setApplicationMenu(menu)
      report('kept', Menu.getApplicationMenu() === menu)
      report('no menu', messageOf(() => Menu.setApplicationMenu({})))`)
    expect(reports).toStrictEqual({
      item: ['Lock', 'Ctrl+L', true, true, false, 'normal', 'submenu'],
      clicked: [1, true, true],
      labels: ['Below', 'Above'],
      before: null,
      kept: true,
      'no menu': 'Invalid menu',
    })
  })

  test('gives roles their labels and accelerators, and leaves those of the page to the page', async () => {
    const reports = await withMenu(`
      const of = (options) => { const item = new MenuItem(options); return [item.role, item.label, item.accelerator, item.registerAccelerator] }
      report('roles', [of({ role: 'selectAll' }), of({ role: 'copy' }), of({ role: 'zoomIn', label: 'Larger' }), of({ role: 'togglefullscreen' })])
      report('lacking', [messageOf(() => new MenuItem({ role: 'appMenu' })), messageOf(() => new MenuItem({ role: 'zoomIn' }).click()), messageOf(() => new MenuItem({ role: 'copy' }).click({}, {}, undefined))])
      app.on('before-quit', () => report('quits', true))
      new MenuItem({ role: 'quit' }).click()`)
    expect(reports).toStrictEqual({
      roles: [
        ['selectall', 'Select All', 'CommandOrControl+A', true],
        ['copy', 'Copy', 'CommandOrControl+C', false],
        ['zoomin', 'Larger', 'CommandOrControl+Plus', true],
        ['togglefullscreen', 'Toggle Full Screen', 'F11', true],
      ],
      lacking: [
        "not implemented in chromium-shell: menu role 'appmenu'",
        "not implemented in chromium-shell: clicking menu role 'zoomin'",
        'no error: undefined',
      ],
      quits: true,
    })
  })

  test('drops separators that separate nothing, unless they are hidden', async () => {
    const reports = await withMenu(`
      const line = { type: 'separator' }
      const types = (template) => build(template).items.map(({ type, label }) => label || type)
      report('types', [types([line, { label: 'a' }, line, line, { label: 'b' }, line]), types([line, line]), types([{ label: 'a' }, { ...line, visible: false }])])`)
    expect(reports['types']).toStrictEqual([['a', 'separator', 'b'], [], ['a', 'separator']])
  })

  test('pops up over a window, one at a time, and reports when it closes', async () => {
    const reports = await withMenu(`
      const happened = []
      const named = (name) => { const menu = build([{ label: name }]); for (const event of ['menu-will-show', 'menu-will-close']) menu.on(event, () => happened.push(name + ' ' + event)); return menu }
      report('no window', messageOf(() => named('x').popup()))
      const window = new BrowserWindow()
      const [first, second] = [named('first'), named('second')]
      first.popup({ window, x: 3, y: 4, callback: () => happened.push('first closed') })
      second.closePopup()
      second.popup()
      second.closePopup()
      second.closePopup()
      report('happened', happened)
      report('refused', [messageOf(() => first.popup(5)), messageOf(() => first.popup({ positioningItem: 1 }))])`)
    expect(reports).toStrictEqual({
      'no window': 'Cannot open Menu without a BaseWindow present',
      happened: [
        'first menu-will-show',
        'first menu-will-close',
        'first closed',
        'second menu-will-show',
        'second menu-will-close',
      ],
      refused: [
        'Options must be an object',
        "not implemented in chromium-shell: Menu.popup option 'positioningItem'",
      ],
    })
  })

  test('edits by its roles the text that has the focus', async () => {
    const reports = await withMenu(`
      const window = new BrowserWindow()
      await window.loadURL('data:text/html,<input id=a value=one><input id=b>')
      const contents = window.webContents
      const values = () => contents.executeJavaScript('[a.value, b.value]')
      const click = (role) => new MenuItem({ role }).click({}, window, contents)
      await contents.executeJavaScript('a.focus(); a.setSelectionRange(0, 0)')
      click('selectAll')
      await until(() => contents.executeJavaScript('a.selectionEnd === 3'))
      click('copy')
      await contents.executeJavaScript('b.focus()')
      click('paste')
      report('copied', await until(async () => { const now = await values(); return now[1] === '' ? null : now }))
      click('selectAll')
      click('cut')
      report('cut', await until(async () => { const now = await values(); return now[1] === '' ? now : null }))`)
    expect(reports).toStrictEqual({ copied: ['one', 'one'], cut: ['one', ''] })
  })

  test('refuses what Electron refuses, with the same message', async () => {
    const reports = await withMenu(`
      report('refusals', [
        () => build('File'), () => build([{}]), () => build([null]), () => build([{ type: 'normal' }]),
        () => build([{ label: 'x', type: 'loud' }]), () => build([{ label: 'x', type: 'submenu' }]),
        () => build([{ label: 'x', submenu: {} }]),
      ].map(messageOf))`)
    const empty = 'Invalid template for MenuItem: must have at least one of label, role or type'
    expect(reports['refusals']).toStrictEqual([
      'Invalid template for Menu: Menu template must be an array',
      empty,
      empty,
      empty,
      'Unknown menu item type: loud',
      'Invalid submenu',
      'Invalid submenu',
    ])
  })

  test('throws for what it lacks: sorting, checkboxes, appending', async () => {
    const reports = await withMenu(`
      report('lacking', [
        () => build([{ label: 'x', before: ['y'] }]), () => build([{ label: 'x', afterGroupContaining: ['y'] }]),
        () => build([{ label: 'x', type: 'radio' }]), () => build([{ label: 'x', type: 'checkbox' }]),
        () => new Menu().append, () => new MenuItem({ label: 'x' }).checked,
      ].map(messageOf))`)
    expect(reports['lacking']).toStrictEqual(
      [
        "MenuItem option 'before'",
        "MenuItem option 'afterGroupContaining'",
        "menu item type 'radio'",
        "menu item type 'checkbox'",
        'Menu.append',
        'MenuItem.checked',
      ].map((name) => `not implemented in chromium-shell: ${name}`),
    )
  })
})
