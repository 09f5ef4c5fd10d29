import type { MenuItemConstructorOptions } from 'electron'
import { beforeEach, expect, test, vi } from 'vitest'
import { commands } from '#shared/commands/commands.ts'
import type { VaultState } from '#shared/vault-state.ts'
import { setMenu } from './menu.ts'

const shown = vi.hoisted(() => ({ template: [] as MenuItemConstructorOptions[] }))
vi.mock('electron', () => ({
  Menu: {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
    setApplicationMenu: (template: MenuItemConstructorOptions[]) => {
      shown.template = template
    },
  },
}))

beforeEach(() => {
  shown.template = []
})

const run = vi.fn()
const zoom = vi.fn()

/** Menus for a state and a system: each menu's name with its items, by role or id. */
function menusOf(state: VaultState, platform: NodeJS.Platform): Record<string, readonly string[]> {
  setMenu({ state, platform, run, zoom })
  const nameOf = ({ id, role, label, type }: MenuItemConstructorOptions) => id ?? role ?? label ?? type ?? ''
  return Object.fromEntries(
    shown.template.map((menu) => [
      nameOf(menu),
      Array.isArray(menu.submenu) ? menu.submenu.map(nameOf).filter((name) => name !== 'separator') : [],
    ]),
  )
}

const items = (): MenuItemConstructorOptions[] =>
  shown.template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))

test.each(['linux', 'win32'] as const)(
  'on %s the first menu is File, and Quit is its last item',
  (platform) => {
    const menus = menusOf('open', platform)
    expect(Object.keys(menus)).toEqual(['file', 'edit', 'view', 'go', 'help'])
    expect(menus['file']?.at(-1)).toBe('quit')
    expect(menus['view']).toContain('togglefullscreen')
  },
)

test('on macOS the app’s own menu comes first, the window has one, and File closes', () => {
  const menus = menusOf('open', 'darwin')
  expect(Object.keys(menus)).toEqual(['appMenu', 'file', 'edit', 'view', 'go', 'windowMenu', 'help'])
  expect(menus['file']?.at(-1)).toBe('close')
  expect(items().map(({ role }) => role)).not.toContain('quit')
})

test.each(['linux', 'win32', 'darwin'] as const)(
  'on %s no menu item quits, closes or leaves full screen while a client has the form',
  (platform) => {
    const menus = menusOf('handOver', platform)
    const roles = [...Object.keys(menus), ...items().map(({ role }) => role)]
    for (const role of ['quit', 'close', 'togglefullscreen', 'appMenu', 'windowMenu', 'minimize', 'hide'])
      expect(roles).not.toContain(role)
    // Text can still be made larger, and corrected.
    expect(menus['view']).toEqual(['zoom-reset', 'zoom-in', 'zoom-out'])
    expect(menus['edit']).toContain('undo')
  },
)

test.each([
  ['open', true],
  ['locked', false],
  ['handOver', false],
] as const)('with the vault %s, commands can be run: %s', (state, canRun) => {
  menusOf(state, 'linux')
  const ids = new Set<string>(commands.map(({ id }) => id))
  const own = items().filter(({ id }) => id !== undefined && ids.has(id))
  expect(new Set(own.map(({ id }) => id))).toEqual(new Set(commands.map(({ id }) => id)))
  for (const { enabled, registerAccelerator } of own)
    expect([enabled, registerAccelerator]).toEqual([canRun, false])
})

test.each(['locked', 'open', 'handOver'] as const)(
  'with the vault %s the page can be made larger',
  (state) => {
    menusOf(state, 'linux')
    zoom.mockClear()
    for (const step of ['in', 'out', 'reset']) {
      const item = items().find(({ id }) => id === `zoom-${step}`)
      expect([item?.enabled, item?.registerAccelerator]).toEqual([undefined, false])
      // A menu calls this with arguments that the item does not read.
      Reflect.apply(item?.click ?? (() => undefined), null, [])
    }
    expect(zoom.mock.calls).toEqual([['in'], ['out'], ['reset']])
  },
)
