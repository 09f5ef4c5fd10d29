import { Menu, type MenuItemConstructorOptions } from 'electron'
import { commands, type Command, type CommandId } from '#shared/commands/commands.ts'
import { english } from '#shared/i18n/en/index.ts'

const words = english.menu

/**
 * The native menu: every command of the app, and the system's own items by role.
 *
 * The renderer handles the shortcuts (they must not work while a client has the form), so the menu only shows them.
 */
export function setMenu(canRun: boolean, run: (command: CommandId) => void): void {
  const item = (command: Command): MenuItemConstructorOptions => ({
    id: command.id,
    label: english.commands[command.id],
    enabled: canRun,
    registerAccelerator: false,
    ...(command.accelerator === null ? {} : { accelerator: command.accelerator }),
    click: () => {
      run(command.id)
    },
  })
  const of = (menu: Command['menu']) => commands.filter((command) => command.menu === menu).map(item)
  const template: MenuItemConstructorOptions[] = [
    { id: 'file', label: words.file, submenu: [...of('file'), { type: 'separator' }, { role: 'quit' }] },
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
      submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }],
    },
    { id: 'go', label: words.go, submenu: of('go') },
    { id: 'help', label: words.help, role: 'help', submenu: of('help') },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
