import type { MenuItemConstructorOptions } from 'electron'
import { app } from './app.ts'
import { WebContents } from './web-contents.ts'
import { GuardedEmitter, guarded, notImplemented } from '../guard.ts'
import { createEvent, openWindows } from './registry.ts'

type Role = { label: string; accelerator?: string; registerAccelerator?: boolean }

// Labels and accelerators as Electron gives them on Linux; other roles throw.
const roles: Record<string, Role> = {
  close: { label: 'Close', accelerator: 'CommandOrControl+W' },
  copy: { label: 'Copy', accelerator: 'CommandOrControl+C', registerAccelerator: false },
  cut: { label: 'Cut', accelerator: 'CommandOrControl+X', registerAccelerator: false },
  help: { label: 'Help' },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M' },
  paste: { label: 'Paste', accelerator: 'CommandOrControl+V', registerAccelerator: false },
  quit: { label: 'Quit', accelerator: 'CommandOrControl+Q' },
  redo: { label: 'Redo', accelerator: 'Shift+CommandOrControl+Z' },
  resetzoom: { label: 'Actual Size', accelerator: 'CommandOrControl+0' },
  selectall: { label: 'Select All', accelerator: 'CommandOrControl+A' },
  togglefullscreen: { label: 'Toggle Full Screen', accelerator: 'F11' },
  undo: { label: 'Undo', accelerator: 'CommandOrControl+Z' },
  zoomin: { label: 'Zoom In', accelerator: 'CommandOrControl+Plus' },
  zoomout: { label: 'Zoom Out', accelerator: 'CommandOrControl+-' },
}

/** The roles that edit the text which has the focus. */
const editing = {
  cut: (contents: WebContents) => contents.cut(),
  copy: (contents: WebContents) => contents.copy(),
  paste: (contents: WebContents) => contents.paste(),
  selectall: (contents: WebContents) => contents.selectAll(),
}
const isEditing = (role: string): role is keyof typeof editing => Object.hasOwn(editing, role)

const acceptedOptions = new Set(
  'id label role type submenu enabled visible accelerator registerAccelerator click'.split(' '),
)

/** `MenuItem`: its template, completed by its role. `click` can be called; only the roles `quit` and those that edit act. */
export class MenuItem {
  readonly id: string | undefined
  readonly type: 'normal' | 'separator' | 'submenu'
  readonly role: string | undefined
  readonly accelerator: unknown
  readonly registerAccelerator: boolean
  readonly submenu: Menu | undefined
  readonly click: (event?: object, window?: object, contents?: object) => void
  label: string
  enabled: boolean
  visible: boolean

  constructor(options: MenuItemConstructorOptions) {
    const unknown = Object.keys(options).find((name) => !acceptedOptions.has(name))
    if (unknown !== undefined) throw notImplemented(`MenuItem option '${unknown}'`)
    const { submenu, click } = options
    this.id = options.id
    this.role = options.role?.toLowerCase()
    const role = this.role === undefined ? undefined : roles[this.role]
    if (this.role !== undefined && !role) throw notImplemented(`menu role '${this.role}'`)
    // A submenu is a template or a menu that only this file could have built.
    this.submenu = Array.isArray(submenu)
      ? Menu.buildFromTemplate(submenu)
      : (submenu as unknown as Menu | undefined)
    this.type = typeOf(options.type ?? (this.submenu ? 'submenu' : 'normal'))
    if (this.type === 'submenu' && !(this.submenu instanceof Menu)) throw new Error('Invalid submenu')
    this.label = options.label ?? role?.label ?? ''
    this.accelerator = options.accelerator ?? role?.accelerator
    this.registerAccelerator = options.registerAccelerator ?? role?.registerAccelerator ?? true
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    const item = guarded('MenuItem', this)
    this.click = (event = {}, window?: object, contents?: object) => {
      if (this.role === 'quit') app.quit()
      else if (this.role !== undefined && isEditing(this.role)) {
        // As in Electron, without the contents that have the focus nothing happens.
        if (contents instanceof WebContents) editing[this.role](contents)
      } else if (role && this.role !== 'help') throw notImplemented(`clicking menu role '${this.role}'`)
      else if (click) Reflect.apply(click, this, [item, window, event])
    }
    return item
  }
}

function typeOf(type: string): MenuItem['type'] {
  if (type === 'normal' || type === 'separator' || type === 'submenu') return type
  if (['checkbox', 'radio', 'header', 'palette'].includes(type))
    throw notImplemented(`menu item type '${type}'`)
  throw new Error(`Unknown menu item type: ${type}`)
}

let applicationMenu: Menu | null = null
/** The one menu that is open, and what to call once it is closed. */
let popup: { menu: Menu; onClose: () => void } | null = null

interface Popup {
  window?: object
  x?: number
  y?: number
  callback?: () => void
}

/**
 * `Menu`: stored so that the app can read it; the shell has no menu bar to show it. A menu that pops up is invisible, and
 * open until the app closes it or opens another.
 */
export class Menu extends GuardedEmitter {
  readonly items: MenuItem[] = []

  constructor() {
    super('Menu', ['menu-will-show', 'menu-will-close'])
  }

  /** Opens the menu; refuses options that it would pass over. */
  popup(options: Popup = {}): void {
    if (typeof options !== 'object' || options === null) throw new TypeError('Options must be an object')
    const { window: _window, x: _x, y: _y, callback, ...others } = options
    const [unknown] = Object.keys(others)
    if (unknown !== undefined) throw notImplemented(`Menu.popup option '${unknown}'`)
    if (openWindows.size === 0) throw new Error('Cannot open Menu without a BaseWindow present')
    popup?.menu.closePopup()
    popup = { menu: this, onClose: () => callback?.() }
    this.emit('menu-will-show', createEvent())
  }

  /** Closes the menu if it is open. */
  closePopup(): void {
    if (popup?.menu !== this) return
    const { onClose } = popup
    popup = null
    this.emit('menu-will-close', createEvent())
    onClose()
  }

  static buildFromTemplate(template: MenuItemConstructorOptions[]): Menu {
    if (!Array.isArray(template))
      throw new TypeError('Invalid template for Menu: Menu template must be an array')
    const isValid = (entry: MenuItemConstructorOptions | null): boolean =>
      typeof entry === 'object' &&
      entry !== null &&
      (Object.hasOwn(entry, 'label') || Object.hasOwn(entry, 'role') || entry.type === 'separator')
    if (!template.every(isValid))
      throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type')
    const menu = new Menu()
    for (const entry of withoutExtraSeparators(template))
      menu.items.push(entry instanceof MenuItem ? entry : new MenuItem(entry))
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    if (menu && !(menu instanceof Menu)) throw new TypeError('Invalid menu')
    applicationMenu = menu
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu
  }
}

/** A template without the separators that Electron drops: the second of two neighbours, the first and the last item. */
function withoutExtraSeparators(template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  const isShown = ({ type, visible }: MenuItemConstructorOptions) => type !== 'separator' || visible === false
  const single = template.filter(
    (entry, at, all) => isShown(entry) || at === 0 || all[at - 1]?.type !== 'separator',
  )
  return single.filter((entry, at) => isShown(entry) || (at !== 0 && at !== single.length - 1))
}
