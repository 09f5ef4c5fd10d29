export const unlock = {
  appName: 'Attune',

  welcome: {
    step: 'Step 1 of 4',
    title: 'See how the relationship goes, session by session',
    purpose:
      'After each session you spend a minute on ratings, and your client can add theirs. Attune charts where the working relationship strains and how it is repaired, and shows the research that fits.',
    lead: 'All of it stays in one encrypted file on this computer. There is no account and no cloud.',
    network: 'It never uses the network. Nothing leaves this computer unless you copy it yourself.',
    passphrase:
      'A passphrase that only you know opens the file, and a recovery key on paper that only you have. Nobody else can, including the people who made Attune.',
    codes: 'Clients appear under codes that you choose, so names never need to be in here.',
    shellTitle: 'For trying out, with sample data only',
    shell:
      'Attune is running on a stand-in for Electron here. It lacks some of Electron’s protections, so please enter nothing about a real client.',
    next: 'Choose a passphrase',
    look: 'Look around with invented clients',
    restore: 'Restore from a backup…',
  },

  choose: {
    step: 'Step 2 of 4',
    title: 'Choose a passphrase',
    lead: 'You will type it each time Attune is unlocked. Several words in a row are easier to remember than symbols and numbers, and harder to guess. In the next step you get a recovery key, in case you ever forget it.',
    back: 'Back',
    create: 'Create the vault',
    creating: 'Creating the vault…',
  },

  recovery: {
    step: 'Step 3 of 4',
    title: 'A recovery key, in case you forget the passphrase',
    lead: 'The recovery key is a row of characters on paper that opens the vault if the passphrase is ever lost. Nobody else can open it for you, including the people who made Attune.',
    aloneTitle: 'It opens the vault without the passphrase',
    show: 'Show the recovery key',
    later: 'Do this later',
    postpone: {
      title: 'Go on without a recovery key?',
      final:
        'Until you make one, a forgotten passphrase is final: nobody can open your notes again, not you, not a technician, not the people who made Attune.',
      reminder:
        'You can make one at any time under Settings, Security. A quiet line reminds you until you do.',
      later: 'Go on without one',
      now: 'Make it now',
    },
  },

  begin: {
    step: 'Step 4 of 4',
    title: 'Your vault is ready',
    lead: 'How would you like to begin?',
    sampleTitle: 'Look around first',
    sample:
      'Invented clients with their sessions, ratings, ruptures and repairs, to see what Attune does. They are marked as fictional, and one command in Settings removes them all.',
    load: 'Load the fictional caseload',
    loading: 'Loading the fictional caseload…',
    emptyTitle: 'Start right away',
    empty: 'Add your first client by a code. You can still load the fictional caseload later, from Settings.',
    start: 'Start empty',
  },

  unlock: {
    title: 'Unlock Attune',
    passphrase: 'Passphrase',
    submit: 'Unlock',
    submitting: 'Unlocking…',
    forgotten: 'Forgot it?',
    useRecoveryKey: 'Use the recovery key.',
    nobodyElse: 'Nobody else can open this, including the people who made Attune.',
    waiting_one: 'You can try again in a second.',
    waiting_other: 'You can try again in {{count}} seconds.',
    waitingBegins: 'Please wait a few seconds before you try again.',
    waitingIsOver: 'You can try again now.',
    stay: 'Your notes are encrypted on this computer.',
  },

  recover: {
    title: 'Open with the recovery key',
    lead: 'Type the 13 groups from the paper, in their order. Capitals, spaces and hyphens don’t matter, nor do O for 0 or I for 1.',
    label: 'Recovery key',
    missing: 'Type the recovery key from the paper first.',
    mistypedOne: 'Check group {{groups}}: it doesn’t match what was printed.',
    mistypedSome: 'Check groups {{groups}}: they don’t match what was printed.',
    tooFew:
      'You typed {{count}} characters; a recovery key has {{of}}. Something is missing, perhaps at the end.',
    tooMany: 'You typed {{count}} characters; a recovery key has only {{of}}.',
    asTyped: 'As it was typed',
    look: 'Look again',
    submit: 'Open the vault',
    submitting: 'Opening…',
    back: 'Back to the passphrase',
    noneTitle: 'This vault has no recovery key',
    none: 'None was made on this computer, so only the passphrase opens it. Nobody else can, including the people who made Attune. If you remember an earlier passphrase, a backup from that time still opens with it.',
    nothingChanged: 'The vault stays as it is, in case you remember the passphrase.',
  },

  chooseNew: {
    title: 'Choose a new passphrase',
    lead: 'The recovery key has opened the vault. Now choose a passphrase for every day; Attune goes on once that is done.',
    stays:
      'The recovery key keeps working. If somebody else may have seen it, make a new one under Settings, Security.',
    submit: 'Use this passphrase',
    submitting: 'Changing the passphrase…',
    lock: 'Lock instead',
  },

  lastLock: {
    command: 'You locked Attune.',
    idle_one: 'Locked after a minute without activity.',
    idle_other: 'Locked after {{count}} minutes without activity.',
    idleUnknown: 'Locked after a while without activity.',
    system: 'Locked because the computer went to sleep or its screen was locked.',
    quit: 'Attune was quit.',
    failure: 'The part of Attune that holds your notes stopped unexpectedly, so Attune locked.',
    safe: 'Whatever you were writing is safe.',
    unsafe: 'What you typed in the last moments could not be saved. Everything saved earlier is still there.',
  },
} as const
