import type { MenuItemConstructorOptions } from 'electron'

import { GuardedEmitter, Guarded, notImplemented } from './guard.ts'

let applicationMenu: Menu | null = null
let lastCommand = 0

/** `MenuItem`: what its template says; `click` can be called, roles and accelerators do nothing by themselves. */
export class MenuItem extends Guarded {
  readonly id: string | undefined
  readonly commandId: number
  readonly type: string
  readonly role: string | undefined
  readonly accelerator: unknown
  readonly registerAccelerator: boolean
  readonly submenu: Menu | undefined
  readonly sublabel: string
  readonly toolTip: string
  readonly click: (event?: object, window?: object, contents?: object) => void
  label: string
  enabled: boolean
  visible: boolean
  checked: boolean

  constructor(options: MenuItemConstructorOptions) {
    super('MenuItem')
    const { submenu, role, click } = options
    this.id = options.id
    this.commandId = lastCommand += 1
    this.role = role?.toLowerCase()
    this.type = options.type ?? (submenu ? 'submenu' : 'normal')
    this.label = options.label ?? this.role ?? ''
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.accelerator = options.accelerator
    this.registerAccelerator = options.registerAccelerator ?? true
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    // A submenu is a template or a menu that only this class could have built.
    this.submenu = Array.isArray(submenu)
      ? Menu.buildFromTemplate(submenu)
      : (submenu as unknown as Menu | undefined)
    this.click = (event = {}, window, contents) => {
      if (!this.enabled) return
      if (this.type === 'checkbox') this.checked = !this.checked
      if (!click) {
        if (this.role) throw notImplemented(`menu role '${this.role}'`)
        return
      }
      Reflect.apply(click, this, [this, window, event, contents])
    }
  }
}

/** `Menu`: kept so that the app can look at it; the shell has no menu bar to show it in. */
export class Menu extends GuardedEmitter {
  readonly items: MenuItem[] = []

  constructor() {
    super('Menu', ['menu-will-show', 'menu-will-close'])
  }

  static buildFromTemplate(template: MenuItemConstructorOptions[]): Menu {
    if (!Array.isArray(template))
      throw new TypeError('Invalid template for Menu: Menu template must be an array')
    const menu = new Menu()
    for (const entry of template) {
      if (!('label' in entry || 'role' in entry || 'type' in entry))
        throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type')
      menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry))
    }
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu
  }

  append(item: MenuItem): void {
    this.items.push(item)
  }

  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, item)
  }

  /** The item with this id, in this menu or any below it. */
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null)
      if (found) return found
    }
    return null
  }
}
