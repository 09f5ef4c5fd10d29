import type { CommandId } from '../../commands/commands.ts'

export const app = {
  name: 'Attune',
  screens: 'Screens',
  today: 'Today',
  clients: 'Clients',
  evidence: 'Evidence',
  wellbeing: 'Wellbeing',
  practice: 'Practice',
  supervision: 'Supervision',
  settings: 'Settings',
  about: 'About',
  lock: 'Lock',
  loading: 'Opening…',
  readingFile: {
    title: 'Reading {{name}}…',
    steps: {
      checking: 'Checking what “{{name}}” holds…',
      saving: 'Saving what “{{name}}” holds…',
      'taking-back': 'Undoing the import…',
    },
    percent: '{{share, number(style: percent)}}',
    advice: 'Most files take a few seconds, large ones up to a minute.',
    whileSaving:
      'Nothing else can be done in Attune until then. If you cancel or leave this screen, nothing is changed.',
    cancel: 'Cancel',
  },
  keys: { command: 'Cmd', control: 'Ctrl', shift: 'Shift', alt: 'Alt' },
  goTo: {
    title: 'Go to',
    label: 'A client’s code, or a command',
    found: 'Clients and commands',
    none: 'No client and no command has these letters.',
  },
  find: {
    label: 'Find on this screen',
    place: '{{at}} of {{count}}',
    none: 'Not on this screen',
    before: 'Previous',
    next: 'Next',
    close: 'Close',
  },
  drop: {
    here: 'You can also drop the file here.',
    elsewhere:
      'A file can’t be dropped here. Open the screen that imports it: references in Evidence, instruments in Settings, what others share in Supervision.',
    several: { title: 'One file at a time, please', advice: 'Drop a single file, or choose one.' },
    folder: { title: 'That is a folder', advice: 'Drop a file from it, or choose one.' },
  },
  shortcuts: {
    close: 'Close',
    everywhere: 'Everywhere',
    rating: {
      title: 'While you rate',
      digit: 'Rate, and go on',
      next: 'Next question',
      before: 'Question before',
      clear: 'Clear the rating',
      part: 'Before, After, Client',
      save: 'Save',
    },
    charts: {
      title: 'In a chart',
      through: 'Session by session',
      ends: 'First and last session',
    },
  },
  lockingSoon_one: 'Locking in a second. Press any key to stay.',
  lockingSoon_other: 'Locking in {{count}} seconds. Press any key to stay.',
  shellBanner: 'Attune is running on a stand-in for Electron. It is for trying out, with sample data only.',
  locking: {
    saving: { title: 'Attune is locking', text: 'What you were writing is being saved.' },
    'backing-up': {
      title: 'Attune is locking, and makes a backup first',
      text: 'Nothing can be seen or changed any more. This takes a few seconds; the computer can be left alone.',
    },
  },
  leftUnsealed:
    'Attune was not closed properly last time, perhaps because of a power cut. Everything that was saved is here. Attune just can’t tell whether another program has changed the vault’s file since.',
  conflictCopies: {
    title: 'A syncing program has left copies of the vault’s files',
    text: 'Beside the vault: {{names}}. Attune uses the vault it last wrote and leaves the copies alone. Before you delete one, make sure that nothing is missing from what you see here.',
  },
  synced: {
    title: 'The vault’s folder seems to be synced by {{service}}',
    text: 'Syncing can put an older file in a newer one’s place, and keeps copies on other computers, encrypted as they are. A folder that nothing syncs is safer; a copy elsewhere is what backups are for.',
  },
  notFound: {
    title: 'There is no screen here',
    text: 'The address leads nowhere. Nothing is lost: all your records are where they were.',
    home: 'To Today',
  },
  readOnly: {
    folder: {
      title: 'Open for reading only',
      text: 'Attune can’t write to the vault’s folder, so nothing can be saved. Everything can be read. Once the folder can be written to again, lock Attune and unlock it.',
    },
    damaged: {
      title: 'Open for reading only: a part of the vault is damaged',
      text: 'Attune writes nothing, so that no more is lost. What can still be read is shown; some of it may be missing. Copy out what you need, then restore from a backup.',
    },
    'gone-back': {
      title: 'Open for reading only: this vault is not as Attune left it',
      text: 'Look at everything you need. Nothing can be saved until you decide which vault to go on with: lock Attune and unlock it again, and it will ask.',
    },
  },
  nothingCanBeSaved: {
    text: 'The vault is open for reading only, so this would not be saved. The note at the top says why, and what to do. Everything saved earlier can be read.',
    toToday: 'Back to Today',
  },
  confirmLoss: {
    message: 'What you were writing could not be saved.',
    detail: 'If you quit now, it is lost. Everything saved earlier is safe.',
    stay: 'Stay',
    quit: 'Quit anyway',
  },
  /** Words of a system dialog, shown before there is a window. */
  refusals: {
    unsandboxed: {
      title: 'Attune was not started',
      text: 'This computer starts Attune without the sandbox that keeps its pages apart from your files. Your vault has not been opened. Start Attune as its installer set it up, without any options; on Linux, install the .deb package.',
    },
    opened: {
      title: 'Attune was not started',
      text: 'It was started with an option that lets other programs read its pages or its memory. Your vault has not been opened. Start Attune as its installer set it up, without any options. If you did not choose this option, let somebody who looks after this computer see how Attune is started.',
    },
    failed: {
      title: 'Attune could not start',
      text: 'Something it needs could not be read or written. Your vault has not been changed. Check that your home folder can be written to and that the disk is not full, then start Attune again.',
    },
  },
  failed: 'This screen could not be shown.',
  failedAdvice: 'Your data is safe. Try again, or go to another screen.',
  tryAgain: 'Try again',
} as const

export const commands = {
  lock: 'Lock now',
  'go-to': 'Go to client or command…',
  'find-in-page': 'Find on this screen',
  back: 'Back',
  forward: 'Forward',
  shortcuts: 'Keyboard shortcuts',
  'new-client': 'New client…',
  'log-session': 'Log session…',
  'search-evidence': 'Search the evidence',
  print: 'Print this page…',
  report: 'Report on this client…',
  'to-supervision': 'To supervision',
  settings: 'Settings',
  about: 'About Attune',
  'go-today': 'Today',
  'go-clients': 'Clients',
  'go-evidence': 'Evidence',
  'go-wellbeing': 'Wellbeing',
  'go-practice': 'Your practice',
  'go-supervision': 'Supervision',
} as const satisfies Record<CommandId, string>

export const menu = {
  app: 'Attune',
  file: 'File',
  edit: 'Edit',
  view: 'View',
  zoom: { reset: 'Usual size', in: 'Larger', out: 'Smaller' },
  go: 'Go',
  help: 'Help',
} as const
