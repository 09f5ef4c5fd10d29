export const unlock = {
  appName: 'Attune',

  welcome: {
    step: 'Step 1 of 3',
    title: 'Your notes stay on this computer',
    lead: 'Attune keeps what you and your clients rate and write in one encrypted file on this computer. There is no account and no cloud.',
    network: 'It never uses the network. Nothing leaves this computer unless you copy it yourself.',
    passphrase:
      'A passphrase that only you know opens the file. Nobody else can, including the people who made Attune.',
    codes: 'Clients appear under codes that you choose, so that names need not be in here at all.',
    shellTitle: 'For trying out, with sample data only',
    shell:
      'Attune is running on a stand-in for Electron here. It lacks some of Electron’s protections, so please enter nothing about a real client.',
    next: 'Choose a passphrase',
  },

  choose: {
    step: 'Step 2 of 3',
    title: 'Choose a passphrase',
    lead: 'You will type it each time Attune is unlocked. Several words in a row are easier to remember than signs and numbers, and harder to guess.',
    finalTitle: 'A forgotten passphrase is final',
    final:
      'This version has no recovery key. Without the passphrase, nobody can open your notes again: not you, not a technician, not the people who made Attune. Write it on paper and keep that where you keep your keys.',
    suggestionTitle: 'Five words, if you like',
    suggestion:
      'Drawn by chance, just now, on this computer, from a list of {{words, number}} words: {{bits}} bits. Somebody with your file and this list would face {{combinations}} combinations, and each try costs real computing time.',
    combinations: 'about {{quadrillions, number}} quadrillion',
    use: 'Use these words',
    draw: 'Draw five others',
    used: 'The words are in the first box below. Write them down, then type them in the second.',
    passphrase: 'Passphrase',
    repeated: 'The same passphrase again',
    characters_one: '{{count, number}} character; at least {{atLeast}} are needed.',
    characters_other: '{{count, number}} characters; at least {{atLeast}} are needed.',
    charactersEnough: '{{count, number}} characters: long enough.',
    writtenDown: 'I have written it down. I understand that nobody can open my notes without it.',
    tooShort: 'Use at least {{atLeast}} characters. Five unrelated words are easy to remember.',
    tooLong: 'Use at most {{atMost, number}} characters.',
    different: 'These two are not the same. Show both to compare them, then correct one.',
    notWrittenDown: 'Write the passphrase down first, then tick this box. There is no other way back in.',
    back: 'Back',
    create: 'Create the vault',
    creating: 'Creating the vault…',
  },

  begin: {
    step: 'Step 3 of 3',
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
    capsLock: 'Caps Lock is on.',
    missing: 'Type your passphrase first.',
    forgotten:
      'Forgot it? There is no way around it: nobody else can open this, including the people who made Attune.',
    stay: 'Your notes are encrypted on this computer.',
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
    unsafe:
      'What was typed in the last moments before that could not be saved. Everything saved earlier is still there.',
  },
} as const
