export const commandIds = [
  'lock',
  'go-to',
  'find-in-page',
  'back',
  'forward',
  'shortcuts',
  'new-client',
  'log-session',
  'search-evidence',
  'print',
  'report',
  'to-supervision',
  'settings',
  'about',
  'go-today',
  'go-clients',
  'go-evidence',
  'go-wellbeing',
  'go-practice',
  'go-supervision',
] as const

export type CommandId = (typeof commandIds)[number]

export type Platform = 'mac' | 'windows' | 'linux'

/** A command of the app with its shortcut in Electron's accelerator syntax; the menu and the keyboard share this list. */
export interface Command {
  readonly id: CommandId
  readonly accelerator: string | null
  /** The shortcut on a Mac, where it is another one. */
  readonly macAccelerator?: string
  readonly menu: 'file' | 'go' | 'help'
}

export const commands: readonly Command[] = [
  { id: 'log-session', accelerator: 'CmdOrCtrl+N', menu: 'file' },
  { id: 'new-client', accelerator: 'CmdOrCtrl+Shift+N', menu: 'file' },
  { id: 'print', accelerator: 'CmdOrCtrl+P', menu: 'file' },
  { id: 'report', accelerator: 'CmdOrCtrl+Shift+P', menu: 'file' },
  { id: 'to-supervision', accelerator: 'CmdOrCtrl+Shift+S', menu: 'file' },
  { id: 'settings', accelerator: 'CmdOrCtrl+,', menu: 'file' },
  { id: 'lock', accelerator: 'CmdOrCtrl+Shift+L', menu: 'file' },
  { id: 'go-to', accelerator: 'CmdOrCtrl+K', menu: 'go' },
  { id: 'find-in-page', accelerator: 'CmdOrCtrl+F', menu: 'go' },
  // In a text field of a Mac, Alt with an arrow moves by a word.
  { id: 'back', accelerator: 'Alt+Left', macAccelerator: 'CmdOrCtrl+[', menu: 'go' },
  { id: 'forward', accelerator: 'Alt+Right', macAccelerator: 'CmdOrCtrl+]', menu: 'go' },
  { id: 'go-today', accelerator: 'CmdOrCtrl+1', menu: 'go' },
  { id: 'go-clients', accelerator: 'CmdOrCtrl+2', menu: 'go' },
  { id: 'go-evidence', accelerator: 'CmdOrCtrl+3', menu: 'go' },
  { id: 'go-wellbeing', accelerator: 'CmdOrCtrl+4', menu: 'go' },
  { id: 'go-practice', accelerator: 'CmdOrCtrl+5', menu: 'go' },
  { id: 'go-supervision', accelerator: 'CmdOrCtrl+6', menu: 'go' },
  { id: 'search-evidence', accelerator: 'CmdOrCtrl+Shift+F', menu: 'go' },
  { id: 'shortcuts', accelerator: 'F1', menu: 'help' },
  { id: 'about', accelerator: null, menu: 'help' },
]

/** The parts of a key press that shortcuts look at. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** A command's shortcut on a system, in Electron's accelerator syntax; null if it has none. */
export function acceleratorOn(
  { accelerator, macAccelerator }: Pick<Command, 'accelerator' | 'macAccelerator'>,
  platform: Platform,
): string | null {
  return platform === 'mac' ? (macAccelerator ?? accelerator) : accelerator
}

/** The command whose shortcut was pressed, or null. `CmdOrCtrl` is Cmd on a Mac and Ctrl elsewhere. */
export function commandForKey(press: KeyPress, platform: Platform): CommandId | null {
  const primary = platform === 'mac' ? press.metaKey : press.ctrlKey
  const other = platform === 'mac' ? press.ctrlKey : press.metaKey
  const isFunctionKey = /^F\d+$/.test(press.key)
  if (other || !(primary || press.altKey || isFunctionKey)) return null
  const pressed = [
    ...(primary ? ['CmdOrCtrl'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(press.shiftKey ? ['Shift'] : []),
    press.key.replace(/^Arrow/, '').toUpperCase(),
  ].join('+')
  const found = commands.find((command) => isSame(acceleratorOn(command, platform), pressed))
  return found?.id ?? null
}

const isSame = (accelerator: string | null, pressed: string): boolean =>
  accelerator?.toUpperCase() === pressed.toUpperCase()
