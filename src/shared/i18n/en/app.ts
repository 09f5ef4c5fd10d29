import type { CommandId } from '../../commands/commands.ts'

export const app = {
  name: 'Attune',
  screens: 'Screens',
  today: 'Today',
  clients: 'Clients',
  evidence: 'Evidence',
  settings: 'Settings',
  about: 'About',
  lock: 'Lock',
  logSession: 'Log session',
  loading: 'Opening…',
  lockingSoon_one: 'Locking in a second. Press any key to stay.',
  lockingSoon_other: 'Locking in {{count}} seconds. Press any key to stay.',
  shellBanner: 'Attune is running on a stand-in for Electron. It is for trying out, with sample data only.',
  olderThanLastUsed:
    'This vault is older than the one last used here. If you put back a copy on purpose, all is well; otherwise the newer file may still be somewhere on this computer.',
  confirmLoss: {
    message: 'What you were writing could not be saved.',
    detail: 'If you quit now, it is lost. Everything saved earlier is safe.',
    stay: 'Stay',
    quit: 'Quit anyway',
  },
  failed: 'This screen could not be shown.',
  failedAdvice: 'Your data is safe. Try again, or go to another screen.',
  tryAgain: 'Try again',
} as const

export const commands = {
  lock: 'Lock now',
  'new-client': 'New client…',
  'log-session': 'Log session…',
  'search-evidence': 'Search the evidence',
  print: 'Print this page…',
  settings: 'Settings',
  about: 'About Attune',
  'go-today': 'Today',
  'go-clients': 'Clients',
  'go-evidence': 'Evidence',
} as const satisfies Record<CommandId, string>

export const menu = { file: 'File', edit: 'Edit', view: 'View', go: 'Go', help: 'Help' } as const
