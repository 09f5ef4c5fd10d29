import { Menu, type MenuItemConstructorOptions } from 'electron'
import { acceleratorOn, commands, type Command, type CommandId } from '#shared/commands/commands.ts'
import { commands as commandWords, menu as words } from '#shared/i18n/en/app.ts'
import { zoomKeys, type ZoomStep } from '#shared/settings/zoom.ts'
import type { VaultState } from '#shared/vault-state.ts'

const zoomOrder: readonly ZoomStep[] = ['reset', 'in', 'out']

export interface MenuOptions {
  readonly state: VaultState
  readonly platform: NodeJS.Platform
  readonly run: (command: CommandId) => void
  readonly zoom: (step: ZoomStep) => void
}

/**
 * Sets the native menu: every command of the app, and the system's own items by role. While a client has the form, no
 * item quits, closes or shrinks the window.
 *
 * The renderer handles the shortcuts; the menu only shows them. On macOS a menu shortcut is active too, but the page
 * takes the key first and the menu disables commands that can't run.
 */
export function setMenu({ state, platform, run, zoom }: MenuOptions): void {
  const isMac = platform === 'darwin'
  const isHandedOver = state === 'handOver'
  const item = (command: Command): MenuItemConstructorOptions => {
    const accelerator = acceleratorOn(command, isMac ? 'mac' : 'linux')
    return {
      id: command.id,
      label: commandWords[command.id],
      enabled: state === 'open',
      registerAccelerator: false,
      ...(accelerator === null ? {} : { accelerator }),
      click: () => {
        run(command.id)
      },
    }
  }
  const of = (menu: Command['menu']) => commands.filter((command) => command.menu === menu).map(item)
  // macOS calls its first menu by the app's name and expects the system's items there, Quit among them.
  const appMenu: MenuItemConstructorOptions = isHandedOver
    ? { label: words.app, submenu: [{ role: 'about' }] }
    : { role: 'appMenu' }
  const waysOut: MenuItemConstructorOptions[] = [{ type: 'separator' }, { role: isMac ? 'close' : 'quit' }]
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [appMenu] : []),
    { id: 'file', label: words.file, submenu: [...of('file'), ...(isHandedOver ? [] : waysOut)] },
    {
      id: 'edit',
      label: words.edit,
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      id: 'view',
      label: words.view,
      submenu: [
        ...zoomOrder.map((step) => ({
          id: `zoom-${step}`,
          label: words.zoom[step],
          accelerator: zoomKeys[step].join('+'),
          registerAccelerator: false,
          click: () => zoom(step),
        })),
        ...(isHandedOver ? [] : [{ role: 'togglefullscreen' as const }]),
      ],
    },
    { id: 'go', label: words.go, submenu: of('go') },
    ...(isMac && !isHandedOver ? [{ role: 'windowMenu' as const }] : []),
    { id: 'help', label: words.help, role: 'help', submenu: of('help') },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
