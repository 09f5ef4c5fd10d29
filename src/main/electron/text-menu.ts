import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'
import { textCommands, type TextCommand } from '#shared/contract/operations/app.ts'

/** What the page asks for; the place is in px of the page. */
interface AskedMenu {
  readonly commands: readonly TextCommand[]
  readonly x: number
  readonly y: number
}

/**
 * The system's menu for text in the page: cut, copy, paste and select all, nothing else, in every state of the vault.
 *
 * The page asks for it and names only the commands. Electron's own event, `context-menu`, would hand main the selected
 * text.
 */
export function createTextMenu(window: () => BrowserWindow | null) {
  let opened: Menu | null = null
  const close = (): void => {
    opened?.closePopup()
    opened = null
  }
  return {
    show: ({ commands, x, y }: AskedMenu): void => {
      const current = window()
      if (!current || current.isDestroyed()) return
      close()
      const menu = Menu.buildFromTemplate(templateOf(commands))
      const zoom = current.webContents.getZoomFactor()
      opened = menu
      menu.popup({
        window: current,
        x: Math.round(x * zoom),
        y: Math.round(y * zoom),
        callback: () => {
          if (opened === menu) opened = null
        },
      })
    },
    /** Closes the menu, so that none stays open over a screen that it was not asked for on. */
    close,
  }
}

/** Each command once, in the usual order; a line sets selecting apart from the others. */
function templateOf(commands: readonly TextCommand[]): MenuItemConstructorOptions[] {
  return textCommands
    .filter((command) => commands.includes(command))
    .flatMap((role): MenuItemConstructorOptions[] =>
      role === 'selectAll' ? [{ type: 'separator' }, { role }] : [{ role }],
    )
}

export type TextMenu = ReturnType<typeof createTextMenu>
