export const commandIds = [
  'lock',
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

/** A command of the app with its shortcut in Electron's accelerator syntax; the menu and the keyboard share this list. */
export interface Command {
  readonly id: CommandId
  readonly accelerator: string | null
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
  { id: 'go-today', accelerator: 'CmdOrCtrl+1', menu: 'go' },
  { id: 'go-clients', accelerator: 'CmdOrCtrl+2', menu: 'go' },
  { id: 'go-evidence', accelerator: 'CmdOrCtrl+3', menu: 'go' },
  { id: 'go-wellbeing', accelerator: 'CmdOrCtrl+4', menu: 'go' },
  { id: 'go-practice', accelerator: 'CmdOrCtrl+5', menu: 'go' },
  { id: 'go-supervision', accelerator: 'CmdOrCtrl+6', menu: 'go' },
  { id: 'search-evidence', accelerator: 'CmdOrCtrl+F', menu: 'go' },
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

/** The command whose shortcut was pressed, or null. `CmdOrCtrl` is Cmd on a Mac and Ctrl elsewhere. */
export function commandForKey(press: KeyPress, platform: 'mac' | 'windows' | 'linux'): CommandId | null {
  const primary = platform === 'mac' ? press.metaKey : press.ctrlKey
  const other = platform === 'mac' ? press.ctrlKey : press.metaKey
  if (!primary || other || press.altKey) return null
  const parts = ['CmdOrCtrl', ...(press.shiftKey ? ['Shift'] : []), press.key.toUpperCase()]
  const accelerator = parts.join('+')
  return commands.find((command) => command.accelerator === accelerator)?.id ?? null
}
